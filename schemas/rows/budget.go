package rows

import (
	"math"
	"runtime/debug"
)

// Budgets bound what a sorter keeps in memory before it goes to disk, in bytes: the usual one, and the least with which sorting is
// not all reading and writing.
const mostHeld, leastHeld = 6 << 20, 256 << 10

// sorterShare is what part of the memory that the process may take all sorters together keep, so that most is left for documents and
// for the files that are being written.
const sorterShare = 4

// Budget is what each of so many sorters may keep in memory. It follows GOMEMLIMIT where that is set, see runtime/debug.SetMemoryLimit;
// what is sorted does not depend on it.
func Budget(sorters int) int {
	limit := debug.SetMemoryLimit(-1)
	if limit == math.MaxInt64 {
		return mostHeld
	}
	return int(min(mostHeld, max(leastHeld, limit/sorterShare/int64(sorters))))
}
