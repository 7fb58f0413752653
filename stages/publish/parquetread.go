package publish

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/parquet-go/parquet-go"

	"ties.dev/ties/schemas"
)

// content is what a file holds: the names of its columns and its rows, in the forms of field.typed.
type content struct {
	columns []string
	rows    [][]any
}

// readParquet reads a whole file of this package, as its own schema describes it.
func readParquet(path string) (c content, err error) {
	f, err := os.Open(path)
	if err != nil {
		return c, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return c, err
	}
	file, err := parquet.OpenFile(f, info.Size())
	if err != nil {
		return c, err
	}
	fields := file.Schema().Fields()
	for _, field := range fields {
		c.columns = append(c.columns, field.Name())
	}
	for _, group := range file.RowGroups() {
		if c.rows, err = appendRows(c.rows, fields, group); err != nil {
			return c, err
		}
	}
	return c, nil
}

func appendRows(rows [][]any, fields []parquet.Field, group parquet.RowGroup) ([][]any, error) {
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
			rows = append(rows, values)
		}
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
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
