package publish

import (
	"errors"
	"io"
	"os"

	"github.com/parquet-go/parquet-go"
)

// leafFile is a Parquet file that is read column by column, as that of a table beside its Arrow file.
type leafFile struct {
	file    *os.File
	fields  []parquet.Field
	columns []string
	sorting []string
	rows    int64
	leaves  []*leafReader
	want    []parquet.Value
	got     [256]parquet.Value
}

func openLeafFile(path string) (t *leafFile, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	file, err := parquet.OpenFile(f, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	t = &leafFile{file: f, rows: file.NumRows(), fields: file.Schema().Fields(), sorting: sortingOf(file)}
	for i, field := range t.fields {
		t.columns = append(t.columns, field.Name())
		leaf := &leafReader{}
		for _, group := range file.RowGroups() {
			leaf.chunks = append(leaf.chunks, group.ColumnChunks()[i])
		}
		t.leaves = append(t.leaves, leaf)
	}
	return t, nil
}

func (t *leafFile) Close() error {
	for _, leaf := range t.leaves {
		leaf.close()
	}
	return t.file.Close()
}

// leafReader reads the values of one column through all row groups.
type leafReader struct {
	chunks []parquet.ColumnChunk // that are not begun
	pages  parquet.Pages
	page   parquet.Page
	values parquet.ValueReader
}

// read gives some values, which stay until the next call.
func (r *leafReader) read(values []parquet.Value) (int, error) {
	for {
		if r.values != nil {
			n, err := r.values.ReadValues(values)
			if n > 0 {
				return n, nil
			}
			if err != nil && !errors.Is(err, io.EOF) {
				return 0, err
			}
		}
		if err := r.turn(); err != nil {
			return 0, err
		}
	}
}

// turn goes to the next page.
func (r *leafReader) turn() (err error) {
	parquet.Release(r.page)
	r.page, r.values = nil, nil
	for {
		if r.pages != nil {
			if r.page, err = r.pages.ReadPage(); err == nil {
				r.values = r.page.Values()
				return nil
			}
			r.pages.Close()
			r.pages = nil
			if !errors.Is(err, io.EOF) {
				return err
			}
		}
		if len(r.chunks) == 0 {
			return io.ErrUnexpectedEOF
		}
		r.pages, r.chunks = r.chunks[0].Pages(), r.chunks[1:]
	}
}

func (r *leafReader) close() {
	parquet.Release(r.page)
	if r.pages != nil {
		r.pages.Close()
	}
}
