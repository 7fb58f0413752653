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

// runBuffer is what a run that is written takes in memory, in bytes, and at most what one takes that is merged; mergeBuffers is what
// all that are merged take together, as long as that leaves each leastBuffer.
const runBuffer, mergeBuffers, leastBuffer = 64 << 10, 1 << 20, 4 << 10

func writeRecord(w *bufio.Writer, record []byte) error {
	var length [binary.MaxVarintLen64]byte
	if _, err := w.Write(length[:binary.PutUvarint(length[:], uint64(len(record)))]); err != nil {
		return err
	}
	_, err := w.Write(record)
	return err
}

// readBytes reads a record behind its length into buf where that is large enough. Memory is taken as bytes come, so that a length
// that was tampered with takes no more than there is.
func readBytes(r *bufio.Reader, buf []byte) ([]byte, error) {
	length, err := binary.ReadUvarint(r)
	if err != nil {
		return nil, err
	}
	if length <= max(runBuffer, uint64(cap(buf))) {
		if uint64(cap(buf)) < length {
			buf = make([]byte, length)
		}
		buf = buf[:length]
		_, err = io.ReadFull(r, buf)
		return buf, cutShort(err)
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

// source is a sorted run from its start, or what a sorter still holds.
type source struct {
	held *Sorter
	at   int

	file *os.File
	in   *bufio.Reader

	record []byte // the first that is not yet given, until the next is read
	place  int    // among the sources, which settles equal rows
}

// openRun opens one of so many runs.
func openRun(f *os.File, runs int) *source {
	size := min(runBuffer, max(leastBuffer, mergeBuffers/runs))
	return &source{file: f, in: bufio.NewReaderSize(io.NewSectionReader(f, 0, math.MaxInt64), size)}
}

// next reads the next record; false at the end.
func (s *source) next() (ok bool, err error) {
	if s.held != nil {
		if s.at == len(s.held.held) {
			return false, nil
		}
		s.record, s.at = s.held.row(s.held.held[s.at]), s.at+1
		return true, nil
	}
	s.record, err = readBytes(s.in, s.record)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("%s: %w", s.file.Name(), err)
	}
	return true, nil
}

// merge gives the records of several sources in one order, each until the next is asked for. An error ends it.
func merge(sources []*source) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		var q queue
		for i, s := range sources {
			s.place = i
			ok, err := s.next()
			if err != nil {
				yield(nil, err)
				return
			}
			if ok {
				q = append(q, s)
			}
		}
		heap.Init(&q)
		for len(q) > 0 {
			if !yield(q[0].record, nil) {
				return
			}
			ok, err := q[0].next()
			switch {
			case err != nil:
				yield(nil, err)
				return
			case ok:
				heap.Fix(&q, 0)
			default:
				heap.Pop(&q)
			}
		}
	}
}

type queue []*source

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	if c := bytes.Compare(q[i].record, q[j].record); c != 0 {
		return c < 0
	}
	return q[i].place < q[j].place
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(s any)   { *q = append(*q, s.(*source)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
