package publish

import (
	"iter"
	"os"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/ipc"
	"github.com/apache/arrow/go/v17/arrow/memory"

	"ties.dev/ties/schemas"
)

// rowsPerBatch keeps the texts of a batch under the 2 GiB that Arrow's utf8 can count, at 128 KiB a text.
const rowsPerBatch = 1 << 14

// writeArrow writes a relation as an Arrow IPC file, uncompressed, so that it can be mapped into memory as it is.
func writeArrow(path string, r relation, rows iter.Seq[[]any]) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	schema := arrowSchema(r)
	w, err := ipc.NewFileWriter(f, ipc.WithSchema(schema))
	if err != nil {
		return err
	}
	if err := writeBatches(w, schema, rows); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return f.Close()
}

func writeBatches(w *ipc.FileWriter, schema *arrow.Schema, rows iter.Seq[[]any]) error {
	b := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	defer b.Release()
	n := 0
	for row := range rows {
		for i, v := range row {
			appendArrow(b.Field(i), v)
		}
		if n++; n%rowsPerBatch == 0 {
			if err := writeBatch(w, b); err != nil {
				return err
			}
		}
	}
	if n%rowsPerBatch == 0 {
		return nil
	}
	return writeBatch(w, b)
}

func writeBatch(w *ipc.FileWriter, b *array.RecordBuilder) error {
	record := b.NewRecord()
	defer record.Release()
	return w.Write(record)
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
