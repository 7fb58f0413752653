package publish

import (
	"errors"
	"os"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
)

// openArrow reads a file of this package, as its own schema describes it.
func openArrow(path string) (s source, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	reader, err := ipc.NewFileReader(f)
	if err != nil {
		return s, errors.Join(err, f.Close())
	}
	for _, field := range reader.Schema().Fields() {
		s.columns = append(s.columns, field.Name)
	}
	s.Closer = f
	s.rows = func(yield func([]any, error) bool) {
		defer reader.Close()
		for i := range reader.NumRecords() {
			record, err := reader.Record(i)
			if err != nil {
				yield(nil, err)
				return
			}
			if !recordRows(record, yield) {
				return
			}
		}
	}
	return s, nil
}

// recordRows yields the rows of a record batch, and reports whether more are wanted.
func recordRows(record arrow.Record, yield func([]any, error) bool) bool {
	for row := range int(record.NumRows()) {
		values := make([]any, record.NumCols())
		for column := range values {
			values[column] = fromArrow(record.Column(column), row)
		}
		if !yield(values, nil) {
			return false
		}
	}
	return true
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
