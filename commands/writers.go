package commands

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/publish"
)

// tableWriters print a table in one form each.
var tableWriters = map[string]func(io.Writer, publish.Stored) error{
	"text": writeText, "csv": writeCSV, "json": writeJSON, "markdown": writeMarkdown,
}

// widest is how many characters of a cell are shown on a terminal.
const widest = 48

func writeText(out io.Writer, t publish.Stored) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, strings.Join(t.Columns, "\t"))
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = shortened(oneLine(cell(v)), widest)
		}
		fmt.Fprintln(w, strings.Join(cells, "\t"))
	}
	return w.Flush()
}

func shortened(s string, width int) string {
	if runes := []rune(s); len(runes) > width {
		return string(runes[:width-1]) + "…"
	}
	return s
}

// writeCSV writes RFC 4180 with line feeds; null is an empty cell, a list is separated by spaces. A text that a spreadsheet would
// take for a formula has an apostrophe before it.
func writeCSV(out io.Writer, t publish.Stored) error {
	w := csv.NewWriter(out)
	if err := w.Write(t.Columns); err != nil {
		return err
	}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = inSpreadsheet(v)
		}
		if err := w.Write(cells); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// writeJSON writes a list of objects, one a line, columns in the order of the table.
func writeJSON(out io.Writer, t publish.Stored) error {
	var b strings.Builder
	b.WriteString("[")
	for r, row := range t.Rows {
		if r > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n{")
		for i, v := range row {
			if i > 0 {
				b.WriteString(",")
			}
			if d, ok := v.(schemas.Date); ok {
				v = d.String()
			}
			text, err := unescaped(v)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, "%q:%s", t.Columns[i], text)
		}
		b.WriteString("}")
	}
	b.WriteString("\n]\n")
	_, err := io.WriteString(out, b.String())
	return err
}

// unescaped is a value as JSON that leaves <, > and & as they are.
func unescaped(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

func writeMarkdown(out io.Writer, t publish.Stored) error {
	var b strings.Builder
	line := func(cells []string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	line(t.Columns)
	b.WriteString(strings.Repeat("|---", len(t.Columns)) + "|\n")
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, v := range row {
			cells[i] = inMarkdown(cell(v))
		}
		line(cells)
	}
	_, err := io.WriteString(out, b.String())
	return err
}
