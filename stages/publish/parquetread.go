package publish

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"ties.dev/ties/schemas"
)

// source is a file that is being read: the names of its columns and its rows one by one, in the forms of schemas.Claim.Values.
// A row is the reader's to keep.
type source struct {
	io.Closer
	columns []string
	sorting []string // columns by which the rows are sorted, as far as the file says
	rows    iter.Seq2[[]any, error]
}

// whole is what a whole file holds.
type whole struct {
	columns []string
	rows    [][]any
}

func readParquet(path string) (c whole, err error) {
	s, err := openParquet(path)
	if err != nil {
		return c, err
	}
	defer s.Close()
	c.columns = s.columns
	for row, err := range s.rows {
		if err != nil {
			return c, err
		}
		c.rows = append(c.rows, row)
	}
	return c, nil
}

// openParquet reads a file of this package, as its own schema describes it.
func openParquet(path string) (s source, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	info, err := f.Stat()
	if err != nil {
		return s, errors.Join(err, f.Close())
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		return s, errors.Join(err, f.Close())
	}
	fields := file.Schema().Fields()
	for _, field := range fields {
		s.columns = append(s.columns, field.Name())
	}
	s.sorting = sortingOf(file)
	s.Closer = f
	s.rows = func(yield func([]any, error) bool) {
		for _, group := range file.RowGroups() {
			if !groupRows(fields, group, yield) {
				return
			}
		}
	}
	return s, nil
}

// sortingOf names the columns by which every row group is sorted.
func sortingOf(file *parquet.File) (names []string) {
	for _, group := range file.RowGroups() {
		var own []string
		for _, column := range group.SortingColumns() {
			own = append(own, strings.Join(column.Path(), "."))
		}
		if names != nil && !slices.Equal(names, own) {
			return nil
		}
		names = own
	}
	return names
}

// groupRows yields the rows of a row group, and reports whether more are wanted.
func groupRows(fields []parquet.Field, group parquet.RowGroup, yield func([]any, error) bool) bool {
	reader := group.Rows()
	defer reader.Close()
	batch := make([]parquet.Row, 256)
	for {
		n, err := reader.ReadRows(batch)
		for _, row := range batch[:n] {
			values := make([]any, len(fields))
			row.Range(func(column int, cells []parquet.Value) bool {
				values[column] = fromParquet(fields[column], cells)
				return true
			})
			if !yield(values, nil) {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			yield(nil, err)
			return false
		}
	}
}

func fromParquet(f parquet.Field, cells []parquet.Value) any {
	if !f.Leaf() {
		return listOf(f, cells)
	}
	v := cells[0]
	if v.IsNull() {
		return nil
	}
	switch v.Kind() {
	case parquet.Boolean:
		return v.Boolean()
	case parquet.Int32:
		if f.Type().LogicalType() != nil && slices.Contains([]string{"DATE"}, f.Type().String()) {
			return dateOf(v.Int32())
		}
		return int64(v.Int32())
	case parquet.Int64:
		return v.Int64()
	case parquet.Double:
		return v.Double()
	case parquet.ByteArray:
		return string(v.ByteArray())
	}
	return fmt.Sprint(v)
}

func listOf(f parquet.Field, cells []parquet.Value) any {
	if f.Optional() && cells[0].IsNull() && cells[0].DefinitionLevel() == 0 {
		return nil
	}
	list := []string{}
	for _, v := range cells {
		if !v.IsNull() {
			list = append(list, string(v.ByteArray()))
		}
	}
	return list
}

func dateOf(days int32) schemas.Date {
	t := time.Unix(int64(days)*24*60*60, 0).UTC()
	return schemas.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}
