package publish

import (
	"path/filepath"
	"slices"
)

// leaves opens a relation's table in two folders, and reads of it nothing but the relation's own columns, which are no lists: the
// texts of an archive's documents are not touched to see which of them are there. `stop` closes both.
func (r relation) leaves(before, after string) (sides [2]*grouped, stop func(), err error) {
	var closers []func()
	stop = func() {
		for _, c := range closers {
			c()
		}
	}
	for i, folder := range []string{before, after} {
		s, err := openLeaves(filepath.Join(folder, r.name+formats[0].extension), r.ownColumns())
		if err != nil {
			stop()
			return sides, nil, err
		}
		sides[i] = groupBy(s.rows, 0)
		closers = append(closers, sides[i].stop, func() { s.Close() })
	}
	return sides, stop, nil
}

// rowsPerRead is how many rows are read of each column in turn.
const rowsPerRead = 1 << 10

// openLeaves reads columns of a file of this package, and of the others nothing. A file that has one of them as a list is read whole.
func openLeaves(path string, columns []string) (s source, err error) {
	t, err := openLeafFile(path)
	if err != nil {
		return s, err
	}
	var places []int
	for _, name := range columns {
		place := slices.Index(t.columns, name)
		if place >= 0 && !t.fields[place].Leaf() {
			_ = t.Close()
			return openParquet(path)
		}
		places = append(places, place)
	}
	s.columns, s.sorting, s.Closer = columns, t.sorting, t
	s.rows = func(yield func([]any, error) bool) {
		for left := int(t.rows); left > 0; left -= rowsPerRead {
			list, err := t.leafRows(places, min(left, rowsPerRead))
			if err != nil {
				yield(nil, err)
				return
			}
			for _, row := range list {
				if !yield(row, nil) {
					return
				}
			}
		}
	}
	return s, nil
}

// leafRows reads the next n rows of columns at their places in the file; of one at -1 it has none, and gives nulls.
func (t *leafFile) leafRows(places []int, n int) ([][]any, error) {
	list, values := make([][]any, n), make([]any, n*len(places))
	for i := range list {
		list[i] = values[i*len(places) : (i+1)*len(places) : (i+1)*len(places)]
	}
	for column, place := range places {
		for at := 0; place >= 0 && at < n; {
			read, err := t.leaves[place].read(t.got[:min(len(t.got), n-at)])
			if err != nil {
				return nil, err
			}
			for i := range read {
				list[at+i][column] = fromParquet(t.fields[place], t.got[i:i+1])
			}
			at += read
		}
	}
	return list, nil
}
