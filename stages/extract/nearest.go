package extract

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// Near is a sentence that speaks of a wanted row, with the rule that came nearest to taking it.
type Near struct {
	Document string
	Sentence string
	Speaks   float64  // how many of the wanted values the sentence, or what it takes up, speaks of; a year or a number counts half
	Attempt  *Attempt // nil where no rule of the table has an anchor in the sentence
	Differs  []string // where rows were made: the columns in which the nearest differs from what is wanted
	Part     float64  // how much of the rule held, from 0 to 1
}

// Nearest are the sentences of the document that speak of the row, the nearest first. want gives values by column, as text.
func (x *Extractor) Nearest(doc *schemas.Document, table *schemas.Table, want map[string]string) []Near {
	var out []Near
	x.Trace(doc, func(r *resolve.Reader, s *annotate.Sentence, tried []Attempt) {
		n := Near{Document: doc.ID, Sentence: doc.Text[s.Start:s.End]}
		heard := heard(r, s)
		for column, value := range want {
			if heard[value] || table.Column(column).Codes == "" && strings.Contains(n.Sentence, value) {
				n.Speaks += weight(table, column)
			}
		}
		if n.Speaks == 0 {
			return
		}
		for i := range tried {
			if tried[i].Rule.Table == table {
				n.take(table, &tried[i], want)
			}
		}
		out = append(out, n)
	})
	SortNear(out)
	return out
}

// weight is more for a state or an organisation than for a year, which a sentence often leaves to those before it.
func weight(table *schemas.Table, column string) float64 {
	if table.Column(column).Type == schemas.String {
		return 1
	}
	return 0.5
}

// SortNear puts the nearest first: by what the sentence speaks of and how much of a rule held, taken together.
func SortNear(list []Near) {
	slices.SortStableFunc(list, func(a, b Near) int {
		return cmp.Or(cmp.Compare(b.Speaks+b.Part, a.Speaks+a.Part), cmp.Compare(len(a.Differs), len(b.Differs)))
	})
}

// take keeps the attempt where it comes nearer than the one that is kept.
func (n *Near) take(table *schemas.Table, a *Attempt, want map[string]string) {
	part := a.part()
	differs := differing(table, a.Claims, want)
	if n.Attempt == nil || part > n.Part || part == n.Part && len(differs) < len(n.Differs) {
		n.Attempt, n.Part, n.Differs = a, part, differs
	}
}

// part is how much of the rule held: conditions and roles before the one that failed.
func (a *Attempt) part() float64 {
	parts := make([]string, 0, len(a.Rule.When)+len(a.Rule.Unless)+len(a.Rule.Roles))
	for _, c := range a.Rule.When {
		parts = append(parts, "when "+c)
	}
	for _, c := range a.Rule.Unless {
		parts = append(parts, "unless "+c)
	}
	for _, r := range a.Rule.Roles {
		parts = append(parts, "role "+r.Name)
	}
	held := slices.Index(parts, a.Failed)
	if held < 0 {
		held = len(parts)
	}
	if a.Failed != "" {
		return float64(held) / float64(len(parts)+1)
	}
	return 1
}

// differing are the columns in which the claim that is nearest to what is wanted differs from it.
func differing(table *schemas.Table, claims []schemas.Claim, want map[string]string) []string {
	var best []string
	for i, c := range claims {
		var differs []string
		for k, column := range table.Columns {
			if value, ok := want[column.Name]; ok && fmt.Sprint(c.Values[k]) != value {
				differs = append(differs, column.Name)
			}
		}
		if i == 0 || len(differs) < len(best) {
			best = differs
		}
	}
	return best
}

// heard are the codes and years that the sentence speaks of, by name or by what it takes up.
func heard(r *resolve.Reader, s *annotate.Sentence) map[string]bool {
	out := map[string]bool{}
	for i := range s.Chunks {
		set := r.Set(s, i)
		for _, code := range set.Codes() {
			out[code] = true
		}
		for _, code := range r.Organizations(s, i) {
			out[code] = true
		}
	}
	for u := range s.Units {
		for _, m := range s.Units[u].Meanings {
			out[m.Code] = true
		}
	}
	for _, o := range r.Occasions(s) {
		out[o.Event] = true
		for _, y := range o.Years {
			out[fmt.Sprint(y)] = true
		}
	}
	for _, w := range r.Dates(s) {
		out[fmt.Sprint(w.From.Year)] = true
		out[fmt.Sprint(w.To.Year)] = true
	}
	return out
}
