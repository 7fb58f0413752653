package reconcile

import (
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// star in the wildcard's column stands for every value that has no row of its own.
const star = "*"

// withdraw sets rows against the `*` row of the same event and year. "No foreign leader attended" contradicts another
// document's "X attended": where X rests on sweeping statements alone its claims are withdrawn, else both rows stay and the
// conflict is noted. "Only X attended" makes both rows in one document, and is no conflict.
func (s *settler) withdraw(groups []*group) {
	stars := map[string]*group{}
	for _, g := range groups {
		if s.wild(g) {
			stars[s.rest(g)] = g
		}
	}
	for _, g := range groups {
		if all := stars[s.rest(g)]; all != nil && all != g {
			s.oppose(all, g)
		}
	}
}

func (s *settler) oppose(all, g *group) {
	w := s.table.Wildcard
	told := s.withStatus(g.asserted, w.Positive)
	admitted := documents(told)
	against := keep(s.withStatus(all.asserted, w.Negative), func(c *schemas.Claim) bool { return !admitted[c.Document] })
	if len(told) == 0 || len(against) == 0 {
		return
	}
	sweeping := func(c *schemas.Claim) bool { return c.Sweeping }
	withdrawn := !slices.ContainsFunc(told, func(c *schemas.Claim) bool { return !c.Sweeping }) && !(len(keep(against, sweeping)) == len(against))
	one, rest := "it speaks of this state, and stands beside a statement that speaks of all others", "it speaks of all others, and takes no row from a state that is spoken of by itself"
	if withdrawn {
		one, rest = "it sums up a period or a group, and gives way to a statement about the year itself that speaks of all", "it speaks of all in the year itself, and beats a statement that sums up a period or a group"
		g.asserted = keep(g.asserted, func(c *schemas.Claim) bool { return !slices.Contains(told, c) })
	}
	g.conflicts = append(g.conflicts, s.side(g, told, "", !withdrawn, one), s.side(g, against, star+" ", withdrawn, rest))
	g.disputed, all.disputed = true, true
}

func (s *settler) side(g *group, claims []*schemas.Claim, prefix string, chosen bool, reason string) schemas.Conflict {
	return schemas.Conflict{Table: s.table.Name, Key: g.name, Column: s.table.Wildcard.Status, Value: prefix + rows.Text(s.status(claims[0])),
		ClaimIDs: ids(claims), Chosen: chosen, Reason: reason}
}

func (s *settler) wild(g *group) bool {
	return g.key[slices.Index(s.table.Key, s.table.Wildcard.Column)] == star
}

// rest names the key without the wildcard's column.
func (s *settler) rest(g *group) string {
	var parts []string
	for i, v := range g.key {
		if s.table.Key[i] != s.table.Wildcard.Column {
			parts = append(parts, rows.Text(v))
		}
	}
	return strings.Join(parts, "\x00")
}

func (s *settler) status(c *schemas.Claim) any {
	return c.Values[s.table.Index(s.table.Wildcard.Status)]
}

func (s *settler) withStatus(claims []*schemas.Claim, statuses []string) []*schemas.Claim {
	return keep(claims, func(c *schemas.Claim) bool { return slices.Contains(statuses, rows.Text(s.status(c))) })
}
