package read

import (
	"bufio"
	"bytes"
	endian "encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
)

// articleTable is a Parquet file with an article a row, in the columns that an article's line has as keys.
var articleTable = container{
	name:       "Parquet",
	extensions: []string{".parquet"},
	matches:    func(head []byte) bool { return bytes.HasPrefix(head, []byte("PAR1")) },
	parts:      readTable,
}

// readTable reads the file by its path: a Parquet file is described at its end.
func readTable(f File, _ *bufio.Reader) iter.Seq2[part, *Problem] {
	return func(yield func(part, *Problem) bool) {
		file, err := os.Open(f.Path)
		if err != nil {
			yield(part{}, &Problem{File: f.Path, Message: reason(err)})
			return
		}
		defer file.Close()
		table, columns, remarks, problem := articleColumns(f, file)
		if problem != nil {
			yield(part{}, problem)
			return
		}
		n := 0
		for _, group := range table.RowGroups() {
			if !readGroup(f, group, columns, &n, func(p part, problem *Problem) bool {
				if problem == nil { // what is to be said of columns is said of the first row that is read
					p.remarks, remarks = append(p.remarks, remarks...), nil
				}
				return yield(p, problem)
			}) {
				return
			}
		}
	}
}

// column is how the values of an article's column are read; "" is the name of one that is passed over.
type column struct {
	name string
	day  func(int64) time.Time // of a column of days or times; nil for others
}

// articleColumns are the columns of a row, by the places of their values, with remarks on those that are not used.
func articleColumns(f File, file *os.File) (*parquet.File, []column, []Problem, *Problem) {
	bad := func(message, hint string) (*parquet.File, []column, []Problem, *Problem) {
		return nil, nil, nil, &Problem{File: f.Path, Message: message, Hint: hint}
	}
	if !hasFooter(file, f.Size) {
		return bad("not a Parquet file that is whole", "write it again")
	}
	table, err := parquet.OpenFile(file, f.Size)
	if err != nil {
		return bad("not a Parquet file that can be read: "+err.Error(), "write it again")
	}
	var columns []column
	var unknown []statement
	var remarks []Problem
	text := false
	for _, path := range table.Schema().Columns() {
		leaf, _ := table.Schema().Lookup(path...)
		name := strings.ToLower(strings.Join(path, "."))
		c, ok := columnOf(name, leaf.Node)
		switch {
		case !ok && fieldOf(name) == "":
			return bad("the values of its column "+name+" are of another type", "make them texts")
		case !ok:
			remarks = append(remarks, Problem{Message: "the values of a column are of another type", Value: name, Hint: "make them texts, or days where they are dates", Read: true})
		case c.name == "":
			unknown = append(unknown, statement{key: name})
		}
		columns, text = append(columns, c), text || slices.Contains(textKeys, c.name)
	}
	if !text {
		return bad("it has no column of texts", "name the column of the articles text")
	}
	return table, columns, append(remarks, unknownKeys(unknown, slices.Concat(articleKeys, metaKeys))...), nil
}

// hasFooter holds where the length that the file gives of its description, before the last four bytes, lies within it: the reader
// takes as much memory.
func hasFooter(file *os.File, size int64) bool {
	const around = 12 // bytes: the mark at both ends, and the length
	var tail [8]byte
	if size < around {
		return false
	}
	_, err := file.ReadAt(tail[:], size-int64(len(tail)))
	return err == nil && string(tail[4:]) == "PAR1" && int64(endian.LittleEndian.Uint32(tail[:4])) <= size-around
}

// columnOf is false where the column has a type that its name can't have; it is passed over then.
func columnOf(name string, leaf parquet.Node) (c column, ok bool) {
	field := fieldOf(name)
	if field == "" && !slices.Contains(slices.Concat(textKeys, idKeys), name) {
		return column{}, true
	}
	c = column{name: name}
	kind, logical := leaf.Type().Kind(), leaf.Type().String()
	switch {
	case kind == parquet.ByteArray:
		return c, true
	case slices.Contains(idKeys, name) && (kind == parquet.Int32 || kind == parquet.Int64):
		return c, true
	case field != "published":
		return column{}, false
	case logical == "DATE":
		c.day = func(n int64) time.Time { return time.Unix(n*24*60*60, 0) }
	case !strings.HasPrefix(logical, "TIMESTAMP"):
		return column{}, false
	case strings.Contains(logical, "MILLIS"):
		c.day = time.UnixMilli
	case strings.Contains(logical, "MICROS"):
		c.day = time.UnixMicro
	case strings.Contains(logical, "NANOS"):
		c.day = func(n int64) time.Time { return time.Unix(0, n) }
	}
	return c, c.day != nil
}

// readGroup yields the articles of a row group, counted by n, and reports whether more are wanted.
func readGroup(f File, group parquet.RowGroup, columns []column, n *int, yield func(part, *Problem) bool) bool {
	reader := group.Rows()
	defer reader.Close()
	batch := make([]parquet.Row, 16)
	for {
		got, err := reader.ReadRows(batch)
		for _, row := range batch[:got] {
			p, problem := articleRow(row, columns)
			if *n++; problem != nil {
				problem.File, problem.Message = f.Path, fmt.Sprintf("row %d: %s", *n, problem.Message)
			}
			if !yield(p, problem) {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			yield(part{}, &Problem{File: f.Path, Message: "cannot be read: " + err.Error(), Hint: "what follows is not read"})
			return false
		}
	}
}

func articleRow(row parquet.Row, columns []column) (p part, problem *Problem) {
	var list []statement
	for _, v := range row {
		c := columns[v.Column()]
		name := c.name
		if name == "" || v.IsNull() {
			continue
		}
		value := c.text(v)
		switch {
		case slices.Contains(textKeys, name):
			if p.raw == nil {
				p.raw = []byte(value)
			}
		case slices.Contains(idKeys, name):
			if p.id = value; !isID(value) {
				problem = badID(value)
			}
		default:
			list = append(list, statement{key: name, value: value, text: true})
		}
	}
	p.meta, p.remarks = about(list)
	if len(p.raw) == 0 && problem == nil {
		problem = &Problem{Message: "no text", Value: p.id, Hint: "leave it out"}
	}
	return p, problem
}

// text is a value as text.
func (c *column) text(v parquet.Value) string {
	switch {
	case v.Kind() == parquet.ByteArray:
		return string(v.ByteArray())
	case c.day != nil && v.Kind() == parquet.Int32:
		return c.day(int64(v.Int32())).UTC().Format(time.DateOnly)
	case c.day != nil:
		return c.day(v.Int64()).UTC().Format(time.DateOnly)
	}
	return v.String()
}
