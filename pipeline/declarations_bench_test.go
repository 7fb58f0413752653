package pipeline

import "testing"

// BenchmarkDeclare is what every command pays before it begins.
func BenchmarkDeclare(b *testing.B) {
	for b.Loop() {
		if _, err := Declare("", ""); err != nil {
			b.Fatal(err)
		}
	}
}
