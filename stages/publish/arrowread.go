package publish

import (
	"os"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
)

// readArrow reads a whole file of this package, as its own schema describes it.
func readArrow(path string) (c content, err error) {
	f, err := os.Open(path)
	if err != nil {
		return c, err
	}
	defer f.Close()
	reader, err := ipc.NewFileReader(f)
	if err != nil {
		return c, err
	}
	defer reader.Close()
	for _, field := range reader.Schema().Fields() {
		c.columns = append(c.columns, field.Name)
	}
	for i := range reader.NumRecords() {
		record, err := reader.Record(i)
		if err != nil {
			return c, err
		}
		for row := range int(record.NumRows()) {
			values := make([]any, len(c.columns))
			for column := range values {
				values[column] = fromArrow(record.Column(column), row)
			}
			c.rows = append(c.rows, values)
		}
	}
	return c, nil
}

func fromArrow(a arrow.Array, row int) any {
	if a.IsNull(row) {
		return nil
	}
	switch a := a.(type) {
	case *array.Int64:
		return a.Value(row)
	case *array.Int32:
		return int64(a.Value(row))
	case *array.Float64:
		return a.Value(row)
	case *array.Boolean:
		return a.Value(row)
	case *array.Date32:
		return dateOf(int32(a.Value(row)))
	case *array.List:
		from, to := a.ValueOffsets(row)
		list := []string{}
		for i := from; i < to; i++ {
			list = append(list, cloned(a.ListValues().(*array.String).Value(int(i))))
		}
		return list
	case *array.String:
		return cloned(a.Value(row))
	}
	return a.ValueStr(row)
}

// cloned takes a text out of the record's buffer, which does not outlive it.
func cloned(s string) string { return string([]byte(s)) }
