package reconcile

import (
	"slices"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// fact settles every column of a group; ok is false where nothing is asserted of the key.
func (s *settler) fact(g *group) (fact schemas.Fact, ok bool) {
	if len(g.asserted) == 0 {
		return fact, false
	}
	row := make([]any, len(s.table.Columns))
	for i, name := range s.table.Key {
		row[s.table.Index(name)] = g.key[i]
	}
	for _, i := range s.order() {
		c := &contest{settler: s, column: &s.table.Columns[i], index: i, row: row}
		c.run(s.speaking(g.asserted, c.column, row))
		row[i] = c.value
		s.record(g, c)
	}
	s.denials(g, row)
	return schemas.Fact{Table: s.table.Name, Values: row, Unresolved: s.unresolved(g.asserted, row), Documents: len(documents(g.asserted)),
		ClaimIDs: ids(g.asserted), Conflict: g.disputed}, true
}

// order is the value columns as they are settled: those that others depend on first, those that depend on one last.
func (s *settler) order() []int {
	var ranks [3][]int
	for i, c := range s.table.Columns {
		switch {
		case s.table.IsKey(c.Name):
		case c.With != "":
			ranks[2] = append(ranks[2], i)
		case c.Required || s.leads(c.Name):
			ranks[0] = append(ranks[0], i)
		default:
			ranks[1] = append(ranks[1], i)
		}
	}
	return slices.Concat(ranks[:]...)
}

func (s *settler) leads(column string) bool {
	return slices.ContainsFunc(s.table.Columns, func(c schemas.Column) bool { return c.With == column })
}

// speaking are the claims that may give a value of the column: for a low end those that carry the chosen share.
func (s *settler) speaking(claims []*schemas.Claim, c *schemas.Column, row []any) []*schemas.Claim {
	if c.With == "" {
		return claims
	}
	i := s.table.Index(c.With)
	return keep(claims, func(c *schemas.Claim) bool { return rows.Compare(c.Values[i], row[i]) == 0 })
}

// record notes what became of each value. That one text says "about" and another does not is no conflict. A rounding of the value
// that was chosen is noted, for the text has another number, and disputes nothing.
func (s *settler) record(g *group, c *contest) {
	if !c.contested() {
		return
	}
	for _, o := range c.options {
		g.conflicts = append(g.conflicts, schemas.Conflict{Table: s.table.Name, Key: g.name, Column: c.column.Name, Value: rows.Text(o.value),
			ClaimIDs: ids(o.claims), Chosen: o == c.chosen, Reason: o.reason})
		for _, r := range o.roundings {
			g.conflicts = append(g.conflicts, schemas.Conflict{Table: s.table.Name, Key: g.name, Column: c.column.Name, Value: rows.Text(r.value),
				ClaimIDs: ids(r.claims), Reason: r.reason})
		}
		g.disputed = g.disputed || s.contradicts(c.index, o.value, c.value)
	}
}

// contested holds where claims give several values, or roundings of one.
func (c *contest) contested() bool {
	if len(c.options) > 1 {
		return c.column.With == "" || c.column.Type != schemas.Boolean
	}
	return len(c.options) == 1 && len(c.options[0].roundings) > 0
}

// denials records the claims that deny what the fact says. Who denies 31 percent says nothing against 27.
func (s *settler) denials(g *group, row []any) {
	against := keep(g.denied, func(c *schemas.Claim) bool { return !s.differs(c, row) })
	if len(against) == 0 {
		return
	}
	for _, side := range []struct {
		value, reason string
		claims        []*schemas.Claim
	}{
		{"false", "it is asserted, and the denial beside it alone takes no row away", g.asserted},
		{"true", "it denies what another statement asserts, and a denial alone takes no row away", against},
	} {
		g.conflicts = append(g.conflicts, schemas.Conflict{Table: s.table.Name, Key: g.name, Column: "denied", Value: side.value,
			ClaimIDs: ids(side.claims), Chosen: side.value == "false", Reason: side.reason})
	}
	g.disputed = true
}

// differs holds where a claim gives another value for a column than the row; a null differs from nothing.
func (s *settler) differs(c *schemas.Claim, row []any) bool {
	for i, v := range c.Values {
		if v != nil && row[i] != nil && s.table.Columns[i].With == "" && s.contradicts(i, v, row[i]) {
			return true
		}
	}
	return false
}

// contradicts tells values that can't both be true from those that can: a promise to come and the report of having come can.
func (s *settler) contradicts(column int, a, b any) bool {
	w := s.table.Wildcard
	if w != nil && s.table.Columns[column].Name == w.Status {
		return slices.Contains(w.Negative, rows.Text(a)) != slices.Contains(w.Negative, rows.Text(b))
	}
	return rows.Compare(a, b) != 0
}

func (s *settler) unresolved(claims []*schemas.Claim, row []any) []string {
	var names []string
	for i, c := range s.table.Columns {
		if row[i] == nil && slices.ContainsFunc(claims, func(x *schemas.Claim) bool { return slices.Contains(x.Unresolved, c.Name) }) {
			names = append(names, c.Name)
		}
	}
	return names
}

func keep[T any](list []*T, want func(*T) bool) []*T {
	var out []*T
	for _, c := range list {
		if want(c) {
			out = append(out, c)
		}
	}
	return out
}

func ids(claims []*schemas.Claim) []string {
	out := make([]string, len(claims))
	for i, c := range claims {
		out[i] = c.ID
	}
	slices.Sort(out)
	return out
}

func documents(claims []*schemas.Claim) map[string]bool {
	out := map[string]bool{}
	for _, c := range claims {
		out[c.Document] = true
	}
	return out
}
