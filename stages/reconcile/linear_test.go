package reconcile_test

import (
	"fmt"
	"testing"
	"time"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/reconcile"
)

// TestManyValues: eight times as many values of one key may take some eight times as long, whatever the values are.
func TestManyValues(t *testing.T) {
	tab := table(t, "remittances")
	for name, value := range map[string]string{"figures": "share_pct=%d.%02d", "approximate": "approximate=true share_pct=%d.%02d", "sums": "amount_usd=%d%02d0007"} {
		took := func(n int) time.Duration {
			var claims []schemas.Claim
			for i := range n {
				line := fmt.Sprintf("c%06d d%d 2023-05-09 - country=KGZ year=2022 "+value, i, i, i*7%n/100, i*7%n%100)
				claims = append(claims, claim(t, tab, line))
			}
			start := time.Now()
			reconcile.Settle(tab, claims)
			return time.Since(start)
		}
		var few, many time.Duration
		for range 5 { // what else the machine does can slow one run, and not the shape of the growth
			if few, many = took(1000), took(8000); many <= 8*3*few+50*time.Millisecond {
				break
			}
		}
		if many > 8*3*few+50*time.Millisecond {
			t.Errorf("%s: 1000 take %v, 8000 take %v", name, few, many)
		}
	}
}
