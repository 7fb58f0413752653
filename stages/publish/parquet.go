package publish

import (
	"io"

	"github.com/parquet-go/parquet-go"

	"ties.dev/ties/schemas"
)

// rowsPerGroup bounds a row group, and with it the memory that a reader needs for one. DuckDB, which writes as many,
// reads them in parallel.
const rowsPerGroup = 122_880

// creator is the same in every release, for the bytes are to change with the data alone.
const creatorName, creatorVersion, creatorBuild = "ties", "1", "ties.dev/ties"

// bytesPerGroup ends a row group early where its texts are long: the writer holds a group in memory until it is whole.
const bytesPerGroup = 32 << 20

// parquetWriter writes a relation as one Parquet file: zstd, sorted by its key, with statistics and page index.
type parquetWriter struct {
	*parquet.Writer
	fields []field
	row    parquet.Row
	size   int // bytes of the group's texts
}

func newParquetWriter(out io.WriteSeeker, r relation) (rowWriter, error) {
	return &parquetWriter{Writer: parquet.NewWriter(out, parquetOptions(r)...), fields: r.fields}, nil
}

func (w *parquetWriter) Write(row []any) error {
	w.row = parquetRow(w.row[:0], w.fields, row)
	if _, err := w.WriteRows([]parquet.Row{w.row}); err != nil {
		return err
	}
	if w.size += textBytes(row); w.size < bytesPerGroup {
		return nil
	}
	w.size = 0
	return w.Flush()
}

// textBytes is the length of a row's texts.
func textBytes(row []any) int {
	n := 0
	for _, v := range row {
		if s, ok := v.(string); ok {
			n += len(s)
		}
	}
	return n
}

func parquetOptions(r relation) []parquet.WriterOption {
	options := []parquet.WriterOption{parquetSchema(r), parquet.Compression(&parquet.Zstd), parquet.CreatedBy(creatorName, creatorVersion, creatorBuild),
		parquet.MaxRowsPerRowGroup(rowsPerGroup), parquet.DataPageStatistics(true)}
	var sorting []parquet.SortingColumn
	for _, name := range r.key {
		sorting = append(sorting, parquet.Ascending(name)) // nulls last, as the rows are
	}
	if len(sorting) > 0 {
		options = append(options, parquet.SortingWriterConfig(parquet.SortingColumns(sorting...)))
	}
	for _, f := range r.fields {
		if f.long {
			options = append(options, parquet.SkipPageBounds(f.Name), parquet.SkipPageStatistics(f.Name)) // they would repeat whole texts
		}
	}
	for _, note := range r.notes() {
		options = append(options, parquet.KeyValueMetadata(note.key, note.value))
	}
	return options
}

// ordered is a group that keeps its fields as declared; parquet.Group sorts them by name.
type ordered struct {
	parquet.Group
	fields []parquet.Field
}

func (o ordered) Fields() []parquet.Field { return o.fields }

// parquetSchema takes each field out of a group of one, the only way to a parquet.Field.
func parquetSchema(r relation) *parquet.Schema {
	root := ordered{Group: parquet.Group{}}
	for _, f := range r.fields {
		node := parquetNode(f)
		root.Group[f.Name] = node
		root.fields = append(root.fields, parquet.Group{f.Name: node}.Fields()[0])
	}
	return parquet.NewSchema(r.name, root)
}

func parquetNode(f field) parquet.Node {
	node := map[schemas.Type]func() parquet.Node{
		schemas.String:  func() parquet.Node { return encoded(f) },
		schemas.Integer: func() parquet.Node { return parquet.Int(f.bits()) },
		schemas.Number:  func() parquet.Node { return parquet.Leaf(parquet.DoubleType) },
		schemas.Boolean: func() parquet.Node { return parquet.Leaf(parquet.BooleanType) },
		schemas.Day:     parquet.Date,
		schemas.Strings: func() parquet.Node { return parquet.List(parquet.String()) },
	}[f.Type]()
	if !f.Required {
		return parquet.Optional(node)
	}
	return node
}

func encoded(f field) parquet.Node {
	if f.rare || f.long {
		return parquet.String()
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}

func (f field) bits() int {
	if f.narrow {
		return 32
	}
	return 64
}
