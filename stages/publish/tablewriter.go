package publish

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// TableWriter writes the rows of one table in every format, as they come.
type TableWriter struct {
	relation relation
	files    []file
	writers  []rowWriter
	outs     []*outFile
	closed   bool
}

// rowWriter writes typed rows in one format.
type rowWriter interface {
	Write(row []any) error
	Close() error // ends the file's content, and leaves the file open
}

func newTableWriter(dir string, r relation) (*TableWriter, error) {
	w := &TableWriter{relation: r}
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
// come in the order of the table's key, nulls last. The row is the writer's from then on.
func (w *TableWriter) Write(row []any) error {
	row, err := w.relation.typed(row)
	if err != nil {
		return err
	}
	for i, writer := range w.writers {
		if err := writer.Write(row); err != nil {
			return fmt.Errorf("%s: %w", w.outs[i].Name(), err)
		}
		w.files[i].rows++
	}
	return nil
}

// Rows counts the rows written.
func (w *TableWriter) Rows() int { return w.files[0].rows }

// Close ends the table's files. Closing it again does nothing.
func (w *TableWriter) Close() error {
	if w.closed {
		return nil
	}
	w.closed = true
	for i, writer := range w.writers {
		err := writer.Close()
		if err == nil {
			w.files[i].bytes, w.files[i].sha256, err = w.outs[i].finish()
		}
		if err != nil {
			return fmt.Errorf("%s: %w", w.outs[i].Name(), err)
		}
	}
	return nil
}

// abandon lets go of the files of a table that is not to be published.
func (w *TableWriter) abandon() {
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
