package extract

import (
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// current leaves out what a document tells as history: of the claims of one key, the date apart, those that it dates before another one with a different
// value, in tables that declare `outdates`. "Uzbekistan joined in 2006 and left in 2012" says that it left. Claims without a date stay.
func (x *Extractor) current(tables []*schemas.Table, claims []schemas.Claim) []schemas.Claim {
	for _, t := range tables {
		if t.Outdates == nil {
			continue
		}
		when, what := t.Index(t.Outdates.By), t.Index(t.Outdates.Of)
		keys := make([]string, len(claims)) // by claim, "" for those of other tables
		latest := map[string]int64{}
		for i, c := range claims {
			keys[i] = keyOf(t, c)
			if year, ok := dateOf(t, c, when); ok {
				latest[keys[i]] = max(latest[keys[i]], year)
			}
		}
		told := map[string][]any{} // by key: all values
		for i, c := range claims {
			if key := keys[i]; c.Table == t.Name && !slices.Contains(told[key], c.Values[what]) {
				told[key] = append(told[key], c.Values[what])
			}
		}
		last := map[string][]any{} // by key: the values told for the latest date
		for i, c := range claims {
			key := keys[i]
			if year, ok := dateOf(t, c, when); ok && year == latest[key] && !slices.Contains(last[key], c.Values[what]) {
				last[key] = append(last[key], c.Values[what])
			}
		}
		at := -1
		claims = slices.DeleteFunc(claims, func(c schemas.Claim) bool { // from the first to the last
			at++
			key := keys[at]
			year, ok := dateOf(t, c, when)
			if !ok && c.Table == t.Name && x.standing(c) && yields(t, c.Values[what], told[key]) {
				return true
			}
			return ok && year < latest[key] && !slices.Contains(last[key], c.Values[what])
		})
	}
	return claims
}

func dateOf(t *schemas.Table, c schemas.Claim, when int) (int64, bool) {
	if c.Table != t.Name {
		return 0, false
	}
	year, ok := c.Values[when].(int64)
	return year, ok
}

func keyOf(t *schemas.Table, c schemas.Claim) string {
	if c.Table != t.Name {
		return ""
	}
	var key strings.Builder
	for _, name := range t.Key {
		if name == t.Outdates.By {
			continue
		}
		fmt.Fprintf(&key, "%v\x00", c.Values[t.Index(name)])
	}
	return key.String()
}

// standing holds for a claim of a rule that tells how things are.
func (x *Extractor) standing(c schemas.Claim) bool {
	i := slices.IndexFunc(x.rules, func(r *Rule) bool { return r.Name == c.Rule && r.Table != nil && r.Table.Name == c.Table })
	return i >= 0 && !x.rules[i].Happens
}

// yields reports whether the value gives way to one of those told beside it.
func yields(t *schemas.Table, value any, told []any) bool {
	own, _ := value.(string)
	return slices.ContainsFunc(told, func(other any) bool {
		s, _ := other.(string)
		return slices.Contains(t.Outdates.Yields[own], s)
	})
}
