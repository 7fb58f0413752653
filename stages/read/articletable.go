package read

import (
	"bufio"
	"bytes"
	"errors"
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
		table, columns, problem := articleColumns(f, file)
		if problem != nil {
			yield(part{}, problem)
			return
		}
		for _, group := range table.RowGroups() {
			if !readGroup(f, group, columns, yield) {
				return
			}
		}
	}
}

// articleColumns are the names of an article's columns by the place of their values in a row; "" for others.
func articleColumns(f File, file *os.File) (*parquet.File, []string, *Problem) {
	table, err := parquet.OpenFile(file, f.Size)
	if err != nil {
		return nil, nil, &Problem{File: f.Path, Message: "not a Parquet file that can be read: " + err.Error(), Hint: "write it again"}
	}
	var columns []string
	text := false
	for _, path := range table.Schema().Columns() {
		name := strings.ToLower(strings.Join(path, "."))
		if known := slices.Concat(textKeys, idKeys, articleKeys); !slices.Contains(known, name) {
			name = ""
		}
		columns, text = append(columns, name), text || slices.Contains(textKeys, name)
	}
	if !text {
		return nil, nil, &Problem{File: f.Path, Message: "it has no column of texts", Hint: "name the column of the articles text"}
	}
	return table, columns, nil
}

// readGroup yields the articles of a row group, and reports whether more are wanted.
func readGroup(f File, group parquet.RowGroup, columns []string, yield func(part, *Problem) bool) bool {
	reader := group.Rows()
	defer reader.Close()
	batch := make([]parquet.Row, 16)
	for {
		n, err := reader.ReadRows(batch)
		for _, row := range batch[:n] {
			p, problem := articleRow(row, columns)
			if problem != nil {
				problem.File = f.Path
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

func articleRow(row parquet.Row, columns []string) (p part, problem *Problem) {
	for _, v := range row {
		name := columns[v.Column()]
		if name == "" || v.IsNull() {
			continue
		}
		value := cellText(name, v)
		switch {
		case slices.Contains(textKeys, name):
			if p.raw == nil {
				p.raw = []byte(value)
			}
		case slices.Contains(idKeys, name):
			p.id = value
		default:
			if message, hint := p.meta.set(name, value); message != "" {
				problem = &Problem{Message: message, Value: value, Hint: hint}
			}
		}
	}
	if len(p.raw) == 0 && problem == nil {
		problem = &Problem{Message: "no text in a row", Value: p.id, Hint: "leave it out"}
	}
	return p, problem
}

// cellText is a value as text. Days of Parquet count from 1970, and times seconds or parts of them, which their size tells apart:
// seconds have not come to a hundred billion, and milliseconds have since 1973.
func cellText(name string, v parquet.Value) string {
	const secondsADay, most = 24 * 60 * 60, 100_000_000_000
	switch {
	case v.Kind() == parquet.ByteArray || v.Kind() == parquet.FixedLenByteArray:
		return string(v.ByteArray())
	case name == "published" && v.Kind() == parquet.Int32:
		return time.Unix(int64(v.Int32())*secondsADay, 0).UTC().Format(time.DateOnly)
	case name == "published" && v.Kind() == parquet.Int64:
		seconds := v.Int64()
		for seconds > most || seconds < -most {
			seconds /= 1000
		}
		return time.Unix(seconds, 0).UTC().Format(time.DateOnly)
	}
	return v.String()
}
