package publish

import (
	"bufio"
	"iter"
	"os"

	"github.com/parquet-go/parquet-go"

	"ties.dev/ties/schemas"
)

// rowsPerGroup bounds a row group, and with it the memory that a reader needs for one. DuckDB, which writes as many,
// reads them in parallel.
const rowsPerGroup = 122_880

// creator is the same in every release, for the bytes are to change with the data alone.
const creatorName, creatorVersion, creatorBuild = "ties", "1", "ties.dev/ties"

// writeParquet writes a relation as one Parquet file: zstd, sorted by its key, with statistics and page index.
func writeParquet(path string, r relation, rows iter.Seq[[]any]) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	out := bufio.NewWriterSize(f, 1<<20)
	w := parquet.NewWriter(out, parquetOptions(r)...)
	for row := range rows {
		if _, err := w.WriteRows([]parquet.Row{parquetRow(r.fields, row)}); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return f.Close()
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
