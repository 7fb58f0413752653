package publish

import (
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/stages/reconcile"
)

// policy tells how a table settles claims that differ, from its declaration; "" where nothing is declared.
func (r relation) policy() string {
	var lines strings.Builder
	var others []string
	for _, f := range r.fields[:r.own] {
		switch {
		case len(f.Settle) > 0:
			fmt.Fprintf(&lines, "- `%s`: %s\n", f.Name, criteria(f.Settle))
		case !slices.Contains(r.key, f.Name):
			others = append(others, "`"+f.Name+"`")
		}
	}
	if len(r.settle) > 0 && len(others) > 0 {
		fmt.Fprintf(&lines, "- %s: %s\n", strings.Join(others, ", "), criteria(r.settle))
	}
	if lines.Len() == 0 {
		return ""
	}
	return "\nWhere claims of one key differ, the first of these that tells their values apart decides:\n\n" + lines.String()
}

func criteria(names []string) string {
	var out []string
	for _, name := range names {
		out = append(out, reconcile.Criteria[name].Reason)
	}
	return strings.Join(out, "; ")
}
