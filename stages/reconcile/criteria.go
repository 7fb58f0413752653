package reconcile

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// Criterion is one way of preferring a value to another, as tables declare them under `settle`.
type Criterion struct {
	Reason string // left in conflicts with each value that it puts aside
	score  func(*contest, *option) float64
}

const undecided = "order alone: no criterion tells the values apart"

// Criteria are the criteria that a table can name. Each compares the claims behind the values; the higher score stays.
var Criteria = map[string]Criterion{
	"specific":         {"a statement about the year or the state itself beats one that sums up a period or a group", specific},
	"strongest":        {"the value that the table lists as stronger is taken, as a report beats the promise before it", strongest},
	"series":           {"an official series beats a report", anyClaim(func(_ *contest, c *schemas.Claim) bool { return official(c) })},
	"rounds":           {Reason: "numbers that round to each other, and a fraction near a figure, are one value"}, // done beforehand, see merged
	"particular":       {"the more particular value beats the vaguer one", particular},
	"supported":        {"stated by more documents", func(_ *contest, o *option) float64 { return float64(len(documents(o.claims))) }},
	"later":            {"stated later", latest},
	"earlier":          {"the earlier value is taken", func(_ *contest, o *option) float64 { return -float64(o.place) }},
	"earlier_document": {"stated by an earlier document", earliest},
	"named":            {"a statement that names the person beats one that does not", anyClaim(names)},
	"agreeing":         {"a statement that agrees with the rest of the row beats one that does not", anyClaim(func(c *contest, claim *schemas.Claim) bool { return !c.differs(claim, c.row) })},
}

// Validate reports a criterion or companion column of the table that Settle does not know.
func Validate(t *schemas.Table) error {
	lists := [][]string{t.Settle}
	for _, c := range t.Columns {
		lists = append(lists, c.Settle)
	}
	for _, name := range slices.Concat(lists...) {
		if _, ok := Criteria[name]; !ok {
			return fmt.Errorf("table %s: `settle` names %q, which is no criterion: it is one of %s", t.Name, name, strings.Join(slices.Sorted(maps.Keys(Criteria)), ", "))
		}
	}
	if t.Wildcard != nil && (len(t.Key) == 0 || t.Key[len(t.Key)-1] != t.Wildcard.Column) {
		return fmt.Errorf("table %s: the wildcard's column %s is not the last of the key: put it there, so that all that it stands for stands together", t.Name, t.Wildcard.Column)
	}
	return nil
}

func anyClaim(holds func(*contest, *schemas.Claim) bool) func(*contest, *option) float64 {
	return func(c *contest, o *option) float64 {
		if slices.ContainsFunc(o.claims, func(claim *schemas.Claim) bool { return holds(c, claim) }) {
			return 1
		}
		return 0
	}
}

// specific puts a sweeping statement aside only where one that is not says the contrary: having been to every parade for years
// agrees with a promise to come to this one.
func specific(c *contest, o *option) float64 {
	if told(o) {
		return 1
	}
	for _, other := range c.options {
		if told(other) && c.contradicts(c.index, o.value, other.value) {
			return 0
		}
	}
	return 1
}

// told holds where a claim speaks of the year or the state itself.
func told(o *option) bool {
	return slices.ContainsFunc(o.claims, func(c *schemas.Claim) bool { return !c.Sweeping })
}

func official(c *schemas.Claim) bool { return strings.HasPrefix(c.Rule, "series-") }

func names(c *contest, claim *schemas.Claim) bool {
	i := c.table.Index("leader")
	return i >= 0 && claim.Values[i] != nil
}

// strongest goes by the place in the column's list of values; one that is not listed is the weakest.
func strongest(c *contest, o *option) float64 {
	i := slices.IndexFunc(c.column.Values, func(v schemas.Category) bool { return v.Value == o.value })
	if i < 0 {
		i = len(c.column.Values)
	}
	return -float64(i)
}

// latest is the last day on which the value was stated; a claim without a day is older than any other.
func latest(_ *contest, o *option) float64 {
	best := math.Inf(-1)
	for _, c := range o.claims {
		if c.StatedOn.Year != 0 {
			best = max(best, day(c.StatedOn))
		}
	}
	return best
}

func earliest(_ *contest, o *option) float64 {
	best := math.Inf(-1)
	for _, c := range o.claims {
		if c.StatedOn.Year != 0 {
			best = max(best, -day(c.StatedOn))
		}
	}
	return best
}

// day puts dates in order, months and years before the days in them.
func day(d schemas.Date) float64 { return float64(d.Year*10000 + d.Month*100 + d.Day) }
