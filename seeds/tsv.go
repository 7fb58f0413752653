package seeds

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
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

// read gives the rows of the list in a folder: `#` lines are comments, the first other line names the columns.
// A list that is absent has no rows.
func (l *list) read(folder fs.FS) ([]row, error) {
	data, err := fs.ReadFile(folder, l.file)
	if errors.Is(err, fs.ErrNotExist) && !brokenLink(folder, l.file) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read: %w", l.file, bare(err))
	}
	var rows []row
	var header []string
	line := 0
	for text := range strings.SplitSeq(strings.TrimPrefix(string(data), "\uFEFF"), "\n") {
		line++
		text = strings.TrimSuffix(text, "\r")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		if !utf8.ValidString(text) {
			return nil, fmt.Errorf("%s:%d: %q is not valid UTF-8: save the file as UTF-8", l.file, line, text)
		}
		cells := strings.Split(text, "\t")
		if header == nil {
			if header = cells; !l.heads(header) {
				return nil, fmt.Errorf("%s:%d: columns %q: the header row must name %q%s, parted by tabs", l.file, line, header, l.columns, l.mayFollow())
			}
			continue
		}
		if len(cells) > len(header) {
			return nil, fmt.Errorf("%s:%d: %d cells: the header names %d columns", l.file, line, len(cells), len(header))
		}
		r := row{file: l.file, line: line, cells: make(map[string]string, len(header))}
		for i, cell := range cells {
			r.cells[header[i]] = strings.TrimSpace(cell)
		}
		rows = append(rows, r)
	}
	if header == nil {
		return nil, fmt.Errorf("%s: it is empty: its first line names the columns %q", l.file, l.columns)
	}
	return rows, nil
}

// heads reports whether a header row names the columns of the list, and none that it does not know.
func (l *list) heads(header []string) bool {
	n := len(l.columns)
	return len(header) >= n && slices.Equal(header[:n], l.columns) &&
		!slices.ContainsFunc(header[n:], func(c string) bool { return !slices.Contains(l.also, c) })
}

func (l *list) mayFollow() string {
	if len(l.also) == 0 {
		return ""
	}
	return fmt.Sprintf(", and may name %q behind them", l.also)
}

// brokenLink tells a link to nowhere from a file that is absent.
func brokenLink(folder fs.FS, file string) bool {
	_, err := fs.Lstat(folder, file)
	return err == nil
}

// bare is an error of the file system without the path, which the message names.
func bare(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
