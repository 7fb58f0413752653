package reconcile

import (
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// contest is the settling of one column of one key.
type contest struct {
	*settler
	column  *schemas.Column
	index   int
	row     []any // what is settled already
	options []*option
	chosen  *option
	value   any
}

// option is one value that stands to be chosen, with the claims that give it or a rounding of it.
type option struct {
	value  any
	claims []*schemas.Claim
	reason string

	roundings []*option // that joined it, their claims among its own
}

// run narrows the distinct values by each criterion in turn until one is left.
func (c *contest) run(claims []*schemas.Claim) {
	c.options = c.distinct(claims)
	criteria := c.criteria()
	if slices.Contains(criteria, "rounds") {
		c.options = c.merged(c.options)
	}
	if len(c.options) == 0 {
		return
	}
	left := c.options
	for _, name := range criteria {
		left = c.narrow(left, Criteria[name])
	}
	for _, o := range left[1:] {
		o.reason = undecided
	}
	c.chosen, c.value = left[0], left[0].value
	c.chosen.reason = c.reasons()
}

func (c *contest) criteria() []string {
	if len(c.column.Settle) > 0 {
		return c.column.Settle
	}
	return c.table.Settle
}

func (c *contest) distinct(claims []*schemas.Claim) []*option {
	var options []*option
	for _, claim := range claims {
		v := claim.Values[c.index]
		if v == nil {
			continue
		}
		i, found := slices.BinarySearchFunc(options, v, func(o *option, v any) int { return rows.Compare(o.value, v) })
		if !found {
			options = slices.Insert(options, i, &option{value: v})
		}
		options[i].claims = append(options[i].claims, claim)
	}
	return options
}

// narrow keeps the options with the highest score, and leaves its reason with the others.
func (c *contest) narrow(options []*option, by Criterion) []*option {
	if len(options) < 2 || by.score == nil {
		return options
	}
	scores := make([]float64, len(options))
	for i, o := range options {
		scores[i] = by.score(c, o)
	}
	best := slices.Max(scores)
	var left []*option
	for i, o := range options {
		if scores[i] == best {
			left = append(left, o)
		} else {
			o.reason = by.Reason
		}
	}
	return left
}

// reasons are why the others fell away, each once.
func (c *contest) reasons() string {
	var all []string
	for _, o := range c.options {
		if o != c.chosen && !slices.Contains(all, o.reason) {
			all = append(all, o.reason)
		}
	}
	return strings.Join(all, "; ")
}
