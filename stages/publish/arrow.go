package publish

import (
	"io"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/ipc"

	"ties.dev/ties/schemas"
)

// arrowWriter writes a relation as an Arrow IPC file, uncompressed, so that it can be mapped into memory as it is.
type arrowWriter struct{ *ipc.FileWriter }

func newArrowWriter(out io.WriteSeeker, r relation) (recordWriter, error) {
	w, err := ipc.NewFileWriter(out, ipc.WithSchema(arrowSchema(r)))
	return arrowWriter{w}, err
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
