package reconcile

import (
	"fmt"
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
	longer  map[string][]string // by what a text ends in: what stands before that in it, see refined
	chosen  *option
	value   any
}

// option is one value that stands to be chosen, with the claims that give it or a rounding of it.
type option struct {
	value  any
	claims []*schemas.Claim
	by     string // the criterion that put it aside; "" where none did
	reason string // why it was chosen or put aside, in words

	roundings []*option // that joined it, their claims among its own
	place     int       // among the options
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
	for i, o := range c.options {
		o.place = i
	}
	left := c.options
	for _, name := range criteria {
		left = c.narrow(left, name)
	}
	c.chosen, c.value = left[0], left[0].value
	c.justify()
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

// narrow keeps the options with the highest score by a criterion, and leaves its name with the others.
func (c *contest) narrow(options []*option, name string) []*option {
	by := Criteria[name]
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
			o.by = name
		}
	}
	return left
}

// justify leaves with each option why it was put aside, and with the chosen one what it was taken over.
func (c *contest) justify() {
	var over []string
	for _, o := range c.options {
		for _, r := range o.roundings {
			r.reason = givesWay(o, "rounds")
		}
		if o == c.chosen {
			over = append(over, beats(o.roundings, "rounds")...)
		} else {
			o.reason = givesWay(c.chosen, o.by)
		}
	}
	for _, name := range append(c.criteria(), "") {
		over = append(over, beats(keep(c.options, func(o *option) bool { return o != c.chosen && o.by == name }), name)...)
	}
	c.chosen.reason = "taken " + strings.Join(over, "; ")
}

// givesWay is why a value is put aside for another one.
func givesWay(to *option, by string) string {
	return fmt.Sprintf("%s is taken over it by %s", rows.Text(to.value), criterion(by))
}

// beats is why a value is taken over others: nothing where there are none.
func beats(others []*option, by string) []string {
	if len(others) == 0 {
		return nil
	}
	values := make([]string, len(others))
	for i, o := range others {
		values[i] = rows.Text(o.value)
	}
	return []string{fmt.Sprintf("over %s by %s", strings.Join(values, ", "), criterion(by))}
}

// criterion is a criterion by its name and what it says; "" where none told the values apart.
func criterion(name string) string {
	if name == "" {
		return undecided
	}
	return "`" + name + "`: " + Criteria[name].Reason
}
