package extract

import (
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// current leaves out what a document tells as history: of the claims of one key, the date apart, those that it dates before another one with a different
// value, in tables that declare `outdates`. "Uzbekistan joined in 2006 and left in 2012" says that it left. Claims without a date stay, but where
// the values tell their order: nobody is a member in the year of his entry when he has left since, nor gone when he is back.
func (x *Extractor) current(day schemas.Date, tables []*schemas.Table, claims []schemas.Claim) []schemas.Claim {
	for _, t := range tables {
		if t.Outdates == nil {
			continue
		}
		h := x.history(t, claims)
		at := -1
		claims = slices.DeleteFunc(claims, func(c schemas.Claim) bool { // from the first to the last
			at++
			return c.Table == t.Name && x.past(h, c, h.keys[at], int64(day.Year))
		})
	}
	return claims
}

// history is what a document tells of each key of a table, the date apart.
type history struct {
	table      *schemas.Table
	when, what int              // columns
	keys       []string         // by claim, "" for those of other tables
	latest     map[string]int64 // the latest date
	told       map[string][]any // all values
	undated    map[string][]any // those without a date
	last       map[string][]any // those of the latest date
	back       map[string]int64 // the date at which a state is told to be back, 0 for none
}

func (x *Extractor) history(t *schemas.Table, claims []schemas.Claim) *history {
	h := &history{table: t, when: t.Index(t.Outdates.By), what: t.Index(t.Outdates.Of), keys: make([]string, len(claims)),
		latest: map[string]int64{}, told: map[string][]any{}, undated: map[string][]any{}, last: map[string][]any{}, back: map[string]int64{}}
	for i, c := range claims {
		if c.Table != t.Name {
			continue
		}
		key := keyOf(t, c)
		h.keys[i] = key
		year, ok := dateOf(t, c, h.when)
		if ok {
			h.latest[key] = max(h.latest[key], year)
		} else {
			note(h.undated, key, c.Values[h.what])
		}
		note(h.told, key, c.Values[h.what])
		if x.returning(c, h.what) {
			h.back[key] = max(h.back[key], year)
		}
	}
	for i, c := range claims {
		if year, ok := dateOf(t, c, h.when); ok && year == h.latest[h.keys[i]] {
			note(h.last, h.keys[i], c.Values[h.what])
		}
	}
	return h
}

func note(values map[string][]any, key string, value any) {
	if !slices.Contains(values[key], value) {
		values[key] = append(values[key], value)
	}
}

// past holds for a claim that is outdated by what else the document tells of its key; now is the year of the document, or 0.
func (x *Extractor) past(h *history, c schemas.Claim, key string, now int64) bool {
	t, value := h.table, c.Values[h.what]
	year, dated := dateOf(t, c, h.when)
	back, isBack := h.back[key]
	if gone, _ := value.(string); isBack && slices.Contains(t.Outdates.Gone, gone) {
		if !dated {
			return back == 0 || now != 0 && back >= now-1 // back long ago: it may have gone again since
		}
		return back == 0 && (now == 0 || year < now) || year < h.latest[key] && !slices.Contains(h.last[key], value)
	}
	switch {
	case !dated:
		return x.standing(c) && yields(t, value, h.told[key])
	case !isBack && yields(t, value, h.undated[key]) && !yieldsTo(t, h.undated[key], value):
		return true
	}
	return year < h.latest[key] && !slices.Contains(h.last[key], value)
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

// yieldsTo reports whether one of the values would give way to this one.
func yieldsTo(t *schemas.Table, told []any, value any) bool {
	return slices.ContainsFunc(told, func(other any) bool { return yields(t, other, []any{value}) })
}

// returning holds for a claim of a rule that tells that a state is back.
func (x *Extractor) returning(c schemas.Claim, what int) bool {
	i := slices.IndexFunc(x.rules, func(r *Rule) bool { return r.Name == c.Rule && r.Table != nil && r.Table.Name == c.Table })
	if i < 0 || x.rules[i].Returns == "" || x.rules[i].Returns != x.rules[i].Anchor {
		return false
	}
	value, _ := c.Values[what].(string)
	return value == x.rules[i].Outcome[Asserted] // not where it has only asked to be
}
