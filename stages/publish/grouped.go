package publish

import (
	"iter"

	"ties.dev/ties/schemas/rows"
)

// grouped goes through sorted rows by the value of one column, alongside another table in the same order.
type grouped struct {
	column int
	next   func() ([]any, error, bool)
	stop   func()
	ahead  []any // read, and not yet given
}

func groupBy(all iter.Seq2[[]any, error], column int) *grouped {
	g := &grouped{column: column}
	g.next, g.stop = iter.Pull2(all)
	return g
}

// peek is the next row, or nil at the end.
func (g *grouped) peek() ([]any, error) {
	if g.ahead == nil {
		row, err, ok := g.next()
		if err != nil || !ok {
			return nil, err
		}
		g.ahead = row
	}
	return g.ahead, nil
}

// before passes the rows whose value sorts before v.
func (g *grouped) before(v any, pass func([]any)) error {
	return g.while(func(row []any) bool { return rows.Compare(row[g.column], v) < 0 }, pass)
}

// of are the rows with the value v, which is the next one or missing.
func (g *grouped) of(v any) (out [][]any, err error) {
	err = g.while(func(row []any) bool { return rows.Compare(row[g.column], v) == 0 }, func(row []any) { out = append(out, row) })
	return out, err
}

// rest passes all rows that are left.
func (g *grouped) rest(pass func([]any)) error {
	return g.while(func([]any) bool { return true }, pass)
}

func (g *grouped) while(wanted func([]any) bool, pass func([]any)) error {
	for {
		row, err := g.peek()
		if err != nil || row == nil || !wanted(row) {
			return err
		}
		g.ahead = nil
		pass(row)
	}
}

// each does something with all rows that are left, until it fails.
func (g *grouped) each(do func([]any) error) error {
	for {
		row, err := g.peek()
		if err != nil || row == nil {
			return err
		}
		g.ahead = nil
		if err := do(row); err != nil {
			return err
		}
	}
}
