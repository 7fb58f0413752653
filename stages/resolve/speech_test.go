package resolve

import "testing"

func TestFirstPerson(t *testing.T) {
	for text, want := range map[string]bool{"I came": true, "so did i": true, "It is mine": false, "with me.": true, "“My people”": true, "meet them": false, "army": false, "I’m here": true, "": false, "émy": true} {
		if firstPerson(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
