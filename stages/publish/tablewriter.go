package publish

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/apache/arrow/go/v17/arrow"
)

// TableWriter writes the rows of one table in every format, as they come: as typed columns, a batch at a time, all formats side by side
// and beside the next batch.
type TableWriter struct {
	relation relation
	batch    *batch
	rows     int
	files    []file
	writers  []recordWriter
	outs     []*outFile
	writing  sync.WaitGroup
	errs     []error // by format
	closed   bool
}

// recordWriter writes batches in one format.
type recordWriter interface {
	Write(record arrow.Record) error
	Close() error // ends the file's content, and leaves the file open
}

func newTableWriter(dir string, r relation) (*TableWriter, error) {
	w := &TableWriter{relation: r, batch: newBatch(r), errs: make([]error, len(formats))}
	for _, form := range formats {
		name := r.name + form.extension
		out, err := create(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		writer, err := form.writer(out, r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		w.outs, w.writers = append(w.outs, out), append(w.writers, writer)
		w.files = append(w.files, file{relation: r, format: form, name: name})
	}
	return w, nil
}

// Write takes one row in the order of the columns, its values in any form that the column's type has; "" and NaN are null. Rows
// come in the order of the table's key, nulls last.
func (w *TableWriter) Write(row []any) error {
	if err := w.batch.add(row); err != nil {
		return err
	}
	w.rows++
	if w.batch.full() {
		return w.flush()
	}
	return nil
}

// flush begins to write the batch, once the one before it is written.
func (w *TableWriter) flush() error {
	if err := w.wait(); err != nil {
		return err
	}
	record := w.batch.record()
	w.each(func(i int) error { return w.writers[i].Write(record) })
	return nil
}

// each does something for every format, all side by side.
func (w *TableWriter) each(do func(i int) error) {
	for i := range w.writers {
		w.writing.Go(func() {
			if err := do(i); err != nil {
				w.errs[i] = fmt.Errorf("%s: %w", w.outs[i].Name(), err)
			}
		})
	}
}

func (w *TableWriter) wait() error {
	w.writing.Wait()
	return errors.Join(w.errs...)
}

// Rows counts the rows written.
func (w *TableWriter) Rows() int { return w.rows }

// Close ends the table's files. Closing it again does nothing.
func (w *TableWriter) Close() error {
	if w.closed {
		return nil
	}
	w.closed = true
	if w.batch.rows > 0 {
		if err := w.flush(); err != nil {
			return err
		}
	}
	if err := w.wait(); err != nil {
		return err
	}
	w.each(w.end)
	return w.wait()
}

// end completes the file of one format.
func (w *TableWriter) end(i int) (err error) {
	if err := w.writers[i].Close(); err != nil {
		return err
	}
	f := &w.files[i]
	f.rows = w.rows
	f.bytes, f.sha256, err = w.outs[i].finish()
	return err
}

// abandon lets go of the files of a table that is not to be published.
func (w *TableWriter) abandon() {
	w.writing.Wait()
	for _, out := range w.outs {
		out.File.Close()
	}
}

func compareNames(a, b relation) int { return strings.Compare(a.name, b.name) }

// outFile is a file that knows its size and its digest when it is written.
type outFile struct {
	*os.File
	buffer *bufio.Writer
	hash   hash.Hash
	size   int64
}

func create(path string) (*outFile, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	h := sha256.New()
	return &outFile{File: f, hash: h, buffer: bufio.NewWriterSize(io.MultiWriter(f, h), 256<<10)}, nil
}

// Write counts what it passes on.
func (o *outFile) Write(p []byte) (int, error) {
	n, err := o.buffer.Write(p)
	o.size += int64(n)
	return n, err
}

// Seek tells where the end is, which is all that Arrow's writer asks of it.
func (o *outFile) Seek(int64, int) (int64, error) { return o.size, nil }

func (o *outFile) finish() (size int64, sum string, err error) {
	if err := o.buffer.Flush(); err != nil {
		return 0, "", err
	}
	return o.size, hex.EncodeToString(o.hash.Sum(nil)), o.File.Close()
}
