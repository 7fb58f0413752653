package rows

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"slices"
)

// Sorter puts rows in order that may be more than memory holds: what exceeds the budget is sorted and written to a file in a
// folder, and the files are merged when the rows are asked for. Rows that agree in the columns of the order are ordered by
// all their other columns, so that the order in which they were added means nothing.
//
// It is not safe for concurrent use. Close removes its files.
type Sorter struct {
	dir    string
	order  []int
	budget int // bytes in memory, about

	held  [][]any
	size  int // of held, bytes
	count int
	runs  []*os.File
}

// NewSorter sorts by the columns at the places of order, and spills to files in dir beyond a budget of bytes.
func NewSorter(dir string, order []int, budget int) *Sorter {
	return &Sorter{dir: dir, order: order, budget: budget}
}

// Len counts the rows added.
func (s *Sorter) Len() int { return s.count }

// Add takes a row, which is the sorter's from then on.
func (s *Sorter) Add(row []any) error {
	s.held = append(s.held, row)
	s.size += footprint(row)
	s.count++
	if s.size < s.budget {
		return nil
	}
	return s.spill()
}

// footprint is about what a row takes in memory, in bytes: an interface and a boxed value a column, and its texts.
func footprint(row []any) int {
	n := 48 + 24*len(row)
	for _, v := range row {
		switch x := v.(type) {
		case string:
			n += 16 + len(x)
		case []string:
			for _, s := range x {
				n += 16 + len(s)
			}
		}
	}
	return n
}

func (s *Sorter) compare() func(a, b []any) int {
	first := By(s.order)
	return func(a, b []any) int {
		if c := first(a, b); c != 0 {
			return c
		}
		return slices.CompareFunc(a, b, Compare)
	}
}

// spill writes what is held as one sorted run.
func (s *Sorter) spill() error {
	slices.SortFunc(s.held, s.compare())
	f, err := os.CreateTemp(s.dir, "run-")
	if err != nil {
		return err
	}
	s.runs = append(s.runs, f)
	w := bufio.NewWriterSize(f, runBuffer)
	var buf []byte
	for _, row := range s.held {
		buf = Append(buf[:0], row)
		if err := writeRecord(w, buf); err != nil {
			return err
		}
	}
	clear(s.held)
	s.held, s.size = s.held[:0], 0
	return w.Flush()
}

// Rows gives all rows in order. It can be called once or more, but not before the last Add.
func (s *Sorter) Rows() iter.Seq2[[]any, error] {
	slices.SortFunc(s.held, s.compare())
	if len(s.runs) == 0 {
		return Given(s.held)
	}
	return func(yield func([]any, error) bool) {
		sources := []iter.Seq2[[]any, error]{Given(s.held)}
		for _, f := range s.runs {
			sources = append(sources, run(f))
		}
		for row, err := range Merge(s.compare(), sources...) {
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// Given are rows that are in order already.
func Given(held [][]any) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for _, row := range held {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// Close removes the sorter's files, as far as their folder is not gone already.
func (s *Sorter) Close() error {
	var first error
	for _, f := range s.runs {
		f.Close()
		if err := os.Remove(f.Name()); err != nil && !errors.Is(err, fs.ErrNotExist) && first == nil {
			first = fmt.Errorf("a file of sorted rows stays behind: %w", err)
		}
	}
	s.runs, s.held = nil, nil
	return first
}
