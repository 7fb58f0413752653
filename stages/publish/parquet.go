package publish

import (
	"io"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"

	"ties.dev/ties/schemas"
)

// rowsPerGroup bounds a row group, and with it the memory that a reader needs for one. DuckDB, which writes as many,
// reads them in parallel.
const rowsPerGroup = 122_880

// creator is the same in every release, for the bytes are to change with the data alone.
const creatorName, creatorVersion, creatorBuild = "ties", "1", "ties.dev/ties"

// bytesPerGroup ends a row group early where its texts are long: the writer holds a group in memory until it is whole.
const bytesPerGroup = 32 << 20

// rowsPerWrite and bytesPerPage bound a page: it ends behind the rows of a write with which it has that many bytes.
const rowsPerWrite, bytesPerPage = 1 << 10, 256 << 10

// parquetWriter writes a relation as one Parquet file: zstd, sorted by its key, with statistics and page index.
type parquetWriter struct {
	*parquet.Writer
	defined []int // level of a value of each column
	values  []parquet.Value
	rows    int64 // of the group
	size    int64 // bytes of the group, as they are before they are compressed
}

func newParquetWriter(out io.WriteSeeker, r relation) (recordWriter, error) {
	w := &parquetWriter{Writer: parquet.NewWriter(out, parquetOptions(r)...)}
	for _, f := range r.fields {
		w.defined = append(w.defined, f.defined())
	}
	return w, nil
}

// defined is the level of a value that is there: one more where it need not be.
func (f *field) defined() int {
	if f.Required {
		return 0
	}
	return 1
}

// Write takes a batch column by column. A group ends where another batch may not fit.
func (w *parquetWriter) Write(record arrow.Record) error {
	for i, column := range w.ColumnWriters() {
		if err := w.column(column, record.Column(i), w.defined[i]); err != nil {
			return err
		}
	}
	w.rows += record.NumRows()
	for _, a := range record.Columns() {
		w.size += int64(a.Data().SizeInBytes())
	}
	if w.rows+rowsPerBatch <= rowsPerGroup && w.size < bytesPerGroup {
		return nil
	}
	w.rows, w.size = 0, 0
	return w.Flush()
}

func (w *parquetWriter) column(to *parquet.ColumnWriter, a arrow.Array, defined int) error {
	for from := 0; from < a.Len(); from += rowsPerWrite {
		w.values = appendValues(w.values[:0], a, from, min(from+rowsPerWrite, a.Len()), defined)
		if _, err := to.WriteRowValues(w.values); err != nil {
			return err
		}
	}
	return nil
}

// zstdLevel is the fast one. The usual one takes twice the time, and for ids more bytes.
var zstdLevel = zstd.Codec{Level: zstd.SpeedFastest}

func parquetOptions(r relation) []parquet.WriterOption {
	options := []parquet.WriterOption{parquetSchema(r), parquet.Compression(&zstdLevel), parquet.CreatedBy(creatorName, creatorVersion, creatorBuild),
		parquet.PageBufferSize(bytesPerPage), parquet.DataPageStatistics(true)}
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
		return parquet.Encoded(parquet.String(), &parquet.Plain)
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}

func (f field) bits() int {
	if f.narrow {
		return 32
	}
	return 64
}
