package publish

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"
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

func openLeaves(path string, columns []string) (s source, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	info, err := f.Stat()
	if err != nil {
		return s, errors.Join(err, f.Close())
	}
	file, err := parquet.OpenFile(f, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return s, errors.Join(err, f.Close())
	}
	s.Closer, s.columns, s.sorting = f, columns, sortingOf(file)
	s.rows = func(yield func([]any, error) bool) {
		for _, group := range file.RowGroups() {
			list, err := leafRows(file, group, columns)
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

// leafRows reads columns of one row group whole.
func leafRows(file *parquet.File, group parquet.RowGroup, columns []string) ([][]any, error) {
	list := make([][]any, group.NumRows())
	for i := range list {
		list[i] = make([]any, len(columns))
	}
	for place, name := range columns {
		leaf, ok := file.Schema().Lookup(name)
		if !ok {
			continue
		}
		field := file.Root().Column(name)
		n := 0
		err := leafValues(group.ColumnChunks()[leaf.ColumnIndex], func(v parquet.Value) {
			list[n][place] = fromParquet(field, []parquet.Value{v})
			n++
		})
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

func leafValues(chunk parquet.ColumnChunk, take func(parquet.Value)) error {
	pages := chunk.Pages()
	defer pages.Close()
	batch := make([]parquet.Value, 256)
	for {
		page, err := pages.ReadPage()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		values := page.Values()
		for {
			n, err := values.ReadValues(batch)
			for _, v := range batch[:n] {
				take(v)
			}
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return err
			}
		}
		parquet.Release(page)
	}
}
