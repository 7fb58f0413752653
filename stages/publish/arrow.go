package publish

import (
	"io"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
	"github.com/apache/arrow/go/v17/arrow/memory"

	"ties.dev/ties/schemas"
)

// rowsPerBatch and bytesPerBatch bound a record batch, and with it what the writer holds in memory.
const rowsPerBatch, bytesPerBatch = 1 << 14, 16 << 20

// arrowWriter writes a relation as an Arrow IPC file, uncompressed, so that it can be mapped into memory as it is.
type arrowWriter struct {
	file    *ipc.FileWriter
	builder *array.RecordBuilder
	rows    int // of the batch
	size    int // bytes of its texts
}

func newArrowWriter(out io.WriteSeeker, r relation) (rowWriter, error) {
	schema := arrowSchema(r)
	w, err := ipc.NewFileWriter(out, ipc.WithSchema(schema))
	if err != nil {
		return nil, err
	}
	return &arrowWriter{file: w, builder: array.NewRecordBuilder(memory.DefaultAllocator, schema)}, nil
}

func (w *arrowWriter) Write(row []any) error {
	for i, v := range row {
		appendArrow(w.builder.Field(i), v)
	}
	w.rows++
	if w.size += textBytes(row); w.rows < rowsPerBatch && w.size < bytesPerBatch {
		return nil
	}
	return w.flush()
}

func (w *arrowWriter) flush() error {
	record := w.builder.NewRecord()
	defer record.Release()
	w.rows, w.size = 0, 0
	return w.file.Write(record)
}

func (w *arrowWriter) Close() error {
	defer w.builder.Release()
	if w.rows > 0 {
		if err := w.flush(); err != nil {
			return err
		}
	}
	return w.file.Close()
}

func appendArrow(b array.Builder, v any) {
	if v == nil {
		b.AppendNull()
		return
	}
	switch b := b.(type) {
	case *array.StringBuilder:
		b.Append(v.(string))
	case *array.Int64Builder:
		b.Append(v.(int64))
	case *array.Int32Builder:
		b.Append(int32(v.(int64)))
	case *array.Float64Builder:
		b.Append(v.(float64))
	case *array.BooleanBuilder:
		b.Append(v.(bool))
	case *array.Date32Builder:
		days, _ := v.(schemas.Date).Days() // a typed date has its day
		b.Append(arrow.Date32(days))
	case *array.ListBuilder:
		b.Append(true)
		for _, s := range v.([]string) {
			b.ValueBuilder().(*array.StringBuilder).Append(s)
		}
	}
}

func arrowSchema(r relation) *arrow.Schema {
	fields := make([]arrow.Field, len(r.fields))
	for i, f := range r.fields {
		fields[i] = arrow.Field{Name: f.Name, Type: arrowType(f), Nullable: !f.Required, Metadata: metadata(f.notes())}
	}
	notes := metadata(r.notes())
	return arrow.NewSchema(fields, &notes)
}

func arrowType(f field) arrow.DataType {
	switch f.Type {
	case schemas.Integer:
		if f.narrow {
			return arrow.PrimitiveTypes.Int32
		}
		return arrow.PrimitiveTypes.Int64
	case schemas.Number:
		return arrow.PrimitiveTypes.Float64
	case schemas.Boolean:
		return arrow.FixedWidthTypes.Boolean
	case schemas.Day:
		return arrow.FixedWidthTypes.Date32
	case schemas.Strings:
		return arrow.ListOfField(arrow.Field{Name: "element", Type: arrow.BinaryTypes.String}) // named as in Parquet
	}
	return arrow.BinaryTypes.String
}

func metadata(notes []note) arrow.Metadata {
	var keys, values []string
	for _, n := range notes {
		keys, values = append(keys, n.key), append(values, n.value)
	}
	return arrow.NewMetadata(keys, values)
}
