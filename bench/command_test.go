package main

import "testing"

func TestSpread(t *testing.T) {
	if s := spreadOf([]float64{3, 1, 2}); s != (spread{1, 2, 3}) {
		t.Errorf("%v", s)
	}
}

// TestTriggers has the words that ties scans for, once each.
func TestTriggers(t *testing.T) {
	words, err := triggers()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, w := range words {
		if found[w] {
			t.Errorf("%q is there twice", w)
		}
		found[w] = true
	}
	if len(words) < 5000 || !found["Kyrgyzstan"] || !found["trading partner"] {
		t.Errorf("%d words", len(words))
	}
}
