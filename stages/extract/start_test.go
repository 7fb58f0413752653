package extract_test

import "testing"

// BenchmarkStart times what every command does first: reading the declarations and compiling the lexicon.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		extractor(b)
	}
}
