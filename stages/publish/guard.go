package publish

import (
	"errors"
	"fmt"
	"strings"

	"ties.dev/ties/schemas"
)

// ErrHeldBack is the error of a release that would lose more than its guard allows.
var ErrHeldBack = errors.New("the release is held back")

// Guard says how much may go from one release to the next before a person should look.
type Guard struct {
	MaxLossPct float64            // of the documents, and of the rows of a table, in percent: that much is held back
	Tables     map[string]float64 // the same for tables that declare their own bound
	Off        bool               // publish whatever is gone
}

// check tells what is gone that reaches the bound, or nil. A bound of nothing allows nothing to go.
func (g Guard) check(c *comparison) error {
	if g.Off || c == nil {
		return nil
	}
	var said []string
	for _, t := range c.dropped {
		if t.Rows > 0 {
			said = append(said, fmt.Sprintf("the table %s with its %d rows is gone, for no declaration of this run makes it", t.Table, t.Rows))
		}
	}
	for _, l := range c.losses {
		bound, own := g.Tables[l.table]
		if !own {
			bound = g.MaxLossPct
		}
		if l.gone > 0 && float64(l.gone)*100 >= bound*float64(l.before) {
			said = append(said, l.say(bound))
		}
	}
	if len(said) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrHeldBack, strings.Join(said, "; "))
}

// say counts rows, for others may have come in place of those that went; documents are named, and counted as such.
func (l *loss) say(bound float64) string {
	row, is := "rows", "are"
	if l.gone == 1 {
		row, is = "row", "is"
	}
	if len(l.names) == 0 {
		return fmt.Sprintf("%s has %d %s fewer than the %d of the release before, %g%% or more", l.table, l.gone, row, l.before, bound)
	}
	text := fmt.Sprintf("%d of %d %s of the release before %s gone, %g%% or more (%s", l.gone, l.before, l.table, is, bound, strings.Join(l.names, ", "))
	if more := l.gone - len(l.names); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text + ")"
}

// Bounds are those of the tables that declare one.
func Bounds(tables []*schemas.Table) map[string]float64 {
	out := map[string]float64{}
	for _, t := range tables {
		if t.MaxLossPct != nil {
			out[t.Name] = *t.MaxLossPct
		}
	}
	return out
}
