// Package reconcile makes one fact of all claims about one key, and says why it chose what it chose.
//
// It never counts heads first: a statement about one year beats one that sums up a period, a report beats the promise
// before it, and a newspaper's round figure agrees with the series that it rounds. Each table declares its own criteria
// (`settle:`), in order; see Criteria for what each means. The functions are pure: the same claims in any order give the same facts.
package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// Settle gives one fact for each key of the claims, sorted by key (nulls last), and the conflicts behind them.
//
// The claims are those of table t; claims of one Unit are enough, and give the same facts alone as among others.
// A denied claim makes no fact. Every claim that speaks of a key counts in its fact's ClaimIDs and Documents,
// also where another claim's value was chosen.
func Settle(t *schemas.Table, claims []schemas.Claim) (facts []schemas.Fact, conflicts []schemas.Conflict) {
	s := &settler{t}
	groups := s.groups(typedClaims(t, claims))
	if t.Wildcard != nil {
		s.withdraw(groups)
	}
	for _, g := range groups {
		if fact, ok := s.fact(g); ok {
			facts = append(facts, fact)
		}
		slices.SortStableFunc(g.conflicts, func(a, b schemas.Conflict) int { return cmp.Compare(t.Index(a.Column), t.Index(b.Column)) })
		conflicts = append(conflicts, g.conflicts...)
	}
	return facts, conflicts
}

// Unit is the key columns that the claims of one unit agree in, as places in a row of the table. The claims of a unit must be
// settled together, and can be settled apart from others: a unit is a key, or, where the table has a wildcard, a key without the
// wildcard's column, which is its last.
func Unit(t *schemas.Table) []int {
	var places []int
	for _, name := range t.Key {
		if t.Wildcard == nil || name != t.Wildcard.Column {
			places = append(places, t.Index(name))
		}
	}
	return places
}

type settler struct{ table *schemas.Table }

// group is all claims with one key.
type group struct {
	key              []any
	name             string // as Conflict.Key writes it
	asserted, denied []*schemas.Claim
	conflicts        []schemas.Conflict
	disputed         bool
}

func (s *settler) groups(claims []*schemas.Claim) []*group {
	byName := map[string]*group{}
	var groups []*group
	for _, c := range claims {
		key := s.key(c)
		name := s.keyName(key)
		g := byName[name]
		if g == nil {
			g = &group{key: key, name: name}
			byName[name] = g
			groups = append(groups, g)
		}
		if c.Denied {
			g.denied = append(g.denied, c)
		} else {
			g.asserted = append(g.asserted, c)
		}
	}
	slices.SortFunc(groups, func(a, b *group) int { return slices.CompareFunc(a.key, b.key, rows.Compare) })
	return groups
}

func (s *settler) key(c *schemas.Claim) []any {
	key := make([]any, len(s.table.Key))
	for i, name := range s.table.Key {
		key[i] = c.Values[s.table.Index(name)]
	}
	return key
}

func (s *settler) keyName(key []any) string {
	parts := make([]string, len(key))
	for i, v := range key {
		parts[i] = s.table.Key[i] + "=" + rows.Text(v)
	}
	return strings.Join(parts, ",")
}
