package publish

import (
	"errors"
	"iter"
	"os"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
)

// arrowFile is a file of this package that is being read, as its own schema describes it.
type arrowFile struct {
	*os.File
	reader  *ipc.FileReader
	columns []string
}

func openArrow(path string) (*arrowFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	reader, err := ipc.NewFileReader(f)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	file := &arrowFile{File: f, reader: reader}
	for _, field := range reader.Schema().Fields() {
		file.columns = append(file.columns, field.Name)
	}
	return file, nil
}

// batches gives the rows a batch at a time. What is read of one stays as it is, for its memory is used for no other.
func (f *arrowFile) batches() iter.Seq2[arrow.Record, error] {
	return func(yield func(arrow.Record, error) bool) {
		for i := range f.reader.NumRecords() {
			record, err := f.reader.Record(i)
			if !yield(record, err) || err != nil {
				return
			}
		}
	}
}

// cells are the values of a row.
func cells(record arrow.Record, row int) []any {
	values := make([]any, record.NumCols())
	for column := range values {
		values[column] = fromArrow(record.Column(column), row)
	}
	return values
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
		return listAt(a, row)
	case *array.String:
		return a.Value(row)
	}
	return a.ValueStr(row)
}

func listAt(a *array.List, row int) []string {
	texts, ok := a.ListValues().(*array.String)
	list := []string{}
	for from, to := a.ValueOffsets(row); ok && from < to; from++ {
		list = append(list, texts.Value(int(from)))
	}
	return list
}

// textAt and wholeAt give what a null, or a value of another type than declared, stands for; the check of values finds that.
func textAt(a arrow.Array, row int) string {
	if a, ok := a.(*array.String); ok && !a.IsNull(row) {
		return a.Value(row)
	}
	return ""
}

func wholeAt(a arrow.Array, row int) int64 {
	switch a := a.(type) {
	case *array.Int32:
		return int64(a.Value(row))
	case *array.Int64:
		return a.Value(row)
	}
	return 0
}
