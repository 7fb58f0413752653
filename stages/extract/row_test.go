package extract

import (
	"testing"

	"ties.dev/ties/schemas"
)

func TestEveryone(t *testing.T) {
	for _, c := range []struct {
		also  []string
		value any
		want  bool
	}{{nil, "*", true}, {[]string{"*"}, "*", false}, {nil, "KGZ", false}, {nil, nil, false}, {nil, 1.0, false}} {
		if got := everyone(&schemas.Column{Also: c.also}, c.value); got != c.want {
			t.Errorf("everyone(%v, %v) = %t", c.also, c.value, got)
		}
	}
}
