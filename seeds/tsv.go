package seeds

import (
	"fmt"
	"io/fs"
	"strings"
)

// row is one line of a gazetteer: its cells by the names in the header row.
type row struct {
	file  string
	line  int
	cells map[string]string
}

func (r row) get(column string) string { return r.cells[column] }

// list splits a cell at its bars; an empty cell is an empty list.
func (r row) list(column string) []string { return splitList(r.cells[column], "|") }

func (r row) flags() []string { return splitList(r.cells["flags"], ",") }

// errorf is a mistake in the row, in words that name file and line.
func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

func splitList(cell, sep string) []string {
	var out []string
	for part := range strings.SplitSeq(cell, sep) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// readTSV reads a gazetteer: `#` lines are comments, the first other line names the columns.
// A file that is absent gives no rows, so that a user's folder may hold only what it adds.
func readTSV(folder fs.FS, file string, columns ...string) ([]row, error) {
	data, err := fs.ReadFile(folder, file)
	if err != nil {
		if _, statErr := fs.Stat(folder, file); statErr != nil {
			return nil, nil
		}
		return nil, err
	}
	var rows []row
	var header []string
	line := 0
	for text := range strings.SplitSeq(string(data), "\n") {
		line++
		text = strings.TrimSuffix(text, "\r")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		cells := strings.Split(text, "\t")
		if header == nil {
			if header = cells; !sameColumns(header, columns) {
				return nil, fmt.Errorf("%s:%d: columns %q: the header row must name %q", file, line, header, columns)
			}
			continue
		}
		if len(cells) > len(header) {
			return nil, fmt.Errorf("%s:%d: %d cells: the header names %d columns", file, line, len(cells), len(header))
		}
		r := row{file: file, line: line, cells: make(map[string]string, len(header))}
		for i, cell := range cells {
			r.cells[header[i]] = strings.TrimSpace(cell)
		}
		rows = append(rows, r)
	}
	return rows, nil
}

func sameColumns(header, columns []string) bool {
	if len(header) < len(columns) {
		return false
	}
	for i, c := range columns {
		if header[i] != c {
			return false
		}
	}
	return true
}
