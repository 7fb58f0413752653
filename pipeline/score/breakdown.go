package score

import (
	"cmp"
	"slices"
)

// Share is how many of the claims of one rule are right, or how many errors lie in one column.
type Share struct {
	Name      string
	Right, Of int
}

// ByRule is for each rule how many of its claims are right, the rule with most claims first.
func (r *Result) ByRule() []Share { return ranked(r.rules) }

// ByColumn is for each column of the score how many wrong claims differ in it from the gold row nearest to them, of all
// wrong claims that have a row so near that it differs in two columns at most.
func (r *Result) ByColumn() []Share {
	counts := map[string]Share{}
	near := 0
	for i := range r.Wrong {
		w := &r.Wrong[i]
		if w.Nearest == nil || len(w.Differs) > 2 {
			continue
		}
		near++
		for _, name := range w.Differs {
			s := counts[name]
			counts[name] = Share{name, s.Right + 1, 0}
		}
	}
	for name, s := range counts {
		s.Of = near
		counts[name] = s
	}
	return ranked(counts)
}

func (r *Result) countRule(name string, right bool) {
	if r.rules == nil {
		r.rules = map[string]Share{}
	}
	s := r.rules[name]
	s.Name, s.Of = name, s.Of+1
	if right {
		s.Right++
	}
	r.rules[name] = s
}

func ranked(counts map[string]Share) []Share {
	var out []Share
	for _, s := range counts {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b Share) int {
		return cmp.Or(cmp.Compare(b.Of, a.Of), cmp.Compare(b.Right, a.Right), cmp.Compare(a.Name, b.Name))
	})
	return out
}
