package rows

import (
	"runtime/debug"
	"testing"
)

// TestBudget follows the memory limit of the process, between the usual and the least.
func TestBudget(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	defer debug.SetMemoryLimit(before)
	for limit, want := range map[int64]int{before: 6 << 20, 4 << 30: 6 << 20, 128 << 20: 4 << 20, 1 << 20: 256 << 10} {
		debug.SetMemoryLimit(limit)
		if got := Budget(8); got != want {
			t.Errorf("with %d bytes: %d; want %d", limit, got, want)
		}
	}
}
