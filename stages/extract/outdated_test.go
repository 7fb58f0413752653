package extract

import (
	"testing"

	"ties.dev/ties/schemas"
)

// TestKeysApart: values that are written alike one after the other are two keys.
func TestKeysApart(t *testing.T) {
	tab := &schemas.Table{Name: "t", Key: []string{"a", "b", "year"}, Columns: []schemas.Column{{Name: "a"}, {Name: "b"}, {Name: "year"}},
		Outdates: &schemas.Outdates{By: "year", Of: "a"}}
	one := keyOf(tab, schemas.Claim{Table: "t", Values: []any{"AB", "C", int64(2001)}})
	other := keyOf(tab, schemas.Claim{Table: "t", Values: []any{"A", "BC", int64(2001)}})
	if one == other {
		t.Errorf("both are %q", one)
	}
}
