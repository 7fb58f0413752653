package rows

import (
	"bufio"
	"bytes"
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
// Rows are held as bytes that compare as the rows do, see appendKey: a third of their size, and nothing for the garbage collector
// to follow. It is not safe for concurrent use. Close removes its files.
type Sorter struct {
	dir    string
	order  []int
	budget int // bytes in memory

	places []int // of the columns as they are written; of rows of one width, which all are
	chunks [][]byte
	free   [][]byte // chunks of what was spilled
	held   []place
	size   int // of held, bytes
	count  int
	runs   []*os.File
}

// place is where a row stands in the chunks.
type place struct{ chunk, start, end int32 }

// chunkSize is the least that is taken at a time, in bytes.
const chunkSize = 256 << 10

// NewSorter sorts by the columns at the places of order, and spills to files in dir beyond a budget of bytes.
func NewSorter(dir string, order []int, budget int) *Sorter {
	return &Sorter{dir: dir, order: order, budget: budget}
}

// Len counts the rows added.
func (s *Sorter) Len() int { return s.count }

// Add takes a row. All rows have as many columns.
func (s *Sorter) Add(row []any) error {
	s.shape(len(row))
	chunk := s.room(footprint(row))
	start := len(*chunk)
	*chunk = appendRecord(*chunk, s.places, row)
	return s.added(start)
}

// AddRecord takes a row of so many columns as Record writes it.
func (s *Sorter) AddRecord(record string, columns int) error {
	s.shape(columns)
	chunk := s.room(len(record))
	start := len(*chunk)
	*chunk = append(*chunk, record...)
	return s.added(start)
}

// Record writes a row behind buf as it is sorted by the columns at the places of order, see AddRecord.
func Record(buf []byte, order []int, row []any) []byte {
	return appendRecord(buf, written(order, len(row)), row)
}

func appendRecord(buf []byte, places []int, row []any) []byte {
	for _, i := range places {
		buf = appendKey(buf, row[i])
	}
	return buf
}

func (s *Sorter) shape(columns int) {
	if s.places == nil {
		s.places = written(s.order, columns)
	}
}

// written are the places of the columns as they are written: those of the order first.
func written(order []int, columns int) []int {
	places := slices.Clone(order)
	for i := range columns {
		if !slices.Contains(order, i) {
			places = append(places, i)
		}
	}
	return places
}

// room is the last chunk, or a new one, with room for so many bytes.
func (s *Sorter) room(size int) *[]byte {
	last := len(s.chunks) - 1
	if last < 0 || cap(s.chunks[last])-len(s.chunks[last]) < size {
		s.chunks = append(s.chunks, s.chunk(size))
		last++
	}
	return &s.chunks[last]
}

// added counts the row that was written into the last chunk from there.
func (s *Sorter) added(start int) error {
	last := len(s.chunks) - 1
	end := len(s.chunks[last])
	s.held = append(s.held, place{int32(last), int32(start), int32(end)})
	s.size += end - start + 12 // of its place
	s.count++
	if s.size < s.budget {
		return nil
	}
	return s.spill()
}

// chunk is an empty one for so many bytes at least.
func (s *Sorter) chunk(size int) []byte {
	if n := len(s.free); n > 0 && size <= chunkSize {
		c := s.free[n-1]
		s.free = s.free[:n-1]
		return c
	}
	return make([]byte, 0, max(chunkSize, size))
}

// footprint is about what a row takes as it is written, in bytes.
func footprint(row []any) int {
	n := 16 * len(row)
	for _, v := range row {
		switch x := v.(type) {
		case string:
			n += len(x)
		case []string:
			for _, s := range x {
				n += 4 + len(s)
			}
		}
	}
	return n
}

func (s *Sorter) row(p place) []byte { return s.chunks[p.chunk][p.start:p.end] }

func (s *Sorter) sort() {
	slices.SortFunc(s.held, func(a, b place) int { return bytes.Compare(s.row(a), s.row(b)) })
}

// spill writes what is held as one sorted run.
func (s *Sorter) spill() error {
	s.sort()
	f, err := os.CreateTemp(s.dir, "run-")
	if err != nil {
		return err
	}
	s.runs = append(s.runs, f)
	w := bufio.NewWriterSize(f, runBuffer)
	for _, p := range s.held {
		if err := writeRecord(w, s.row(p)); err != nil {
			return err
		}
	}
	for _, c := range s.chunks {
		if cap(c) == chunkSize {
			s.free = append(s.free, c[:0])
		}
	}
	s.chunks, s.held, s.size = s.chunks[:0], s.held[:0], 0
	return w.Flush()
}

// Rows gives all rows in order. It can be called once or more, but not before the last Add.
func (s *Sorter) Rows() iter.Seq2[[]any, error] {
	s.sort()
	s.free = nil
	return func(yield func([]any, error) bool) {
		sources := []*source{{held: s}}
		for _, f := range s.runs {
			sources = append(sources, openRun(f, len(s.runs)))
		}
		for record, err := range merge(sources) {
			var row []any
			if err == nil {
				row, err = s.decode(record)
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// decode brings the columns of a row back to their places. Its texts are parts of one string.
func (s *Sorter) decode(record []byte) ([]any, error) {
	r := keyReader{data: string(record)}
	row := make([]any, len(s.places))
	for _, i := range s.places {
		row[i] = r.value()
	}
	if r.bad || r.data != "" {
		return nil, ErrEncoding
	}
	return row, nil
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
	s.runs, s.held, s.chunks, s.free = nil, nil, nil, nil
	return first
}
