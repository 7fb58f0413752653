package rows

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"os"
)

// runBuffer is what each run that is written or merged takes in memory, in bytes.
const runBuffer = 64 << 10

func writeRecord(w *bufio.Writer, record []byte) error {
	var length [binary.MaxVarintLen64]byte
	if _, err := w.Write(length[:binary.PutUvarint(length[:], uint64(len(record)))]); err != nil {
		return err
	}
	_, err := w.Write(record)
	return err
}

// run reads a sorted run from its start.
func run(f *os.File) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		r := bufio.NewReaderSize(io.NewSectionReader(f, 0, math.MaxInt64), runBuffer)
		for {
			row, err := readRecord(r)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, fmt.Errorf("%s: %w", f.Name(), err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

func readRecord(r *bufio.Reader) ([]any, error) {
	record, err := readBytes(r)
	if err != nil {
		return nil, err
	}
	return Decode(record)
}

// readBytes reads a record behind its length. Memory is taken as bytes come, so that a length that was tampered with takes no more
// than there is.
func readBytes(r *bufio.Reader) ([]byte, error) {
	length, err := binary.ReadUvarint(r)
	if err != nil {
		return nil, err
	}
	if length <= runBuffer {
		record := make([]byte, length)
		_, err = io.ReadFull(r, record)
		return record, cutShort(err)
	}
	var record bytes.Buffer
	n, err := io.CopyN(&record, r, int64(min(length, math.MaxInt64)))
	if n < int64(length) {
		return nil, io.ErrUnexpectedEOF
	}
	return record.Bytes(), err
}

func cutShort(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// Merge gives the rows of several sources, each in order, in one order. An error ends it.
func Merge(compare func(a, b []any) int, sources ...iter.Seq2[[]any, error]) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		q := &queue{compare: compare}
		defer q.stop()
		for place, source := range sources {
			next, stop := iter.Pull2(source)
			q.stops = append(q.stops, stop)
			if !q.push(&head{place: place, next: next}, yield) {
				return
			}
		}
		for q.Len() > 0 {
			h := heap.Pop(q).(*head)
			if !yield(h.row, nil) || !q.push(h, yield) {
				return
			}
		}
	}
}

// head is the first row of a source that is not yet given.
type head struct {
	row   []any
	place int // of the source, which settles equal rows
	next  func() ([]any, error, bool)
}

type queue struct {
	heads   []*head
	compare func(a, b []any) int
	stops   []func()
}

// push takes the next row of a source into the queue, if it has one; false where the merge ends with an error.
func (q *queue) push(h *head, yield func([]any, error) bool) bool {
	row, err, ok := h.next()
	if !ok {
		return true
	}
	if err != nil {
		yield(nil, err)
		return false
	}
	h.row = row
	heap.Push(q, h)
	return true
}

func (q *queue) stop() {
	for _, stop := range q.stops {
		stop()
	}
}

func (q *queue) Len() int { return len(q.heads) }
func (q *queue) Less(i, j int) bool {
	if c := q.compare(q.heads[i].row, q.heads[j].row); c != 0 {
		return c < 0
	}
	return q.heads[i].place < q.heads[j].place
}
func (q *queue) Swap(i, j int) { q.heads[i], q.heads[j] = q.heads[j], q.heads[i] }
func (q *queue) Push(h any)    { q.heads = append(q.heads, h.(*head)) }
func (q *queue) Pop() any {
	last := q.heads[len(q.heads)-1]
	q.heads = q.heads[:len(q.heads)-1]
	return last
}
