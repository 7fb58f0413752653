// Package score compares claims with what a careful reader entered: precision, recall, and every error and miss.
package score

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"ties.dev/ties/schemas"
)

// Row is one line of gold: a fact that one document states.
type Row struct {
	Document string
	Table    *schemas.Table
	Values   map[string][]any // by column: the values any of which is right; nil for null
	Denied   bool
	Optional bool
	Evidence []string // the places of the document's text that it rests on
	Line     int
}

// ReadGold reads a file of gold, one JSON object a line. A mistake names file and line.
func ReadGold(name string, tables []*schemas.Table) ([]Row, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var rows []Row
	for i, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		row, err := parseRow(line, tables)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, i+1, err)
		}
		row.Line = i + 1
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("%s: holds no row of gold: a line is {\"doc\": …, \"relation\": …} with the columns of its table", name)
	}
	return rows, nil
}

func parseRow(line []byte, tables []*schemas.Table) (Row, error) {
	fields := map[string]any{}
	if err := json.Unmarshal(line, &fields); err != nil {
		return Row{}, fmt.Errorf("not a JSON object: %w", err)
	}
	t, err := relation(fields, tables)
	if err != nil {
		return Row{}, err
	}
	if err := checkFields(fields, t); err != nil {
		return Row{}, fmt.Errorf("%s: %w", t.Name, err)
	}
	row := Row{Table: t, Values: map[string][]any{}}
	row.Document, _ = fields["doc"].(string)
	row.Denied, _ = fields["negated"].(bool)
	row.Optional, _ = fields["optional"].(bool)
	row.Evidence = texts(fields["evidence"], fields["more_evidence"])
	for _, c := range t.Columns {
		row.Values[c.Name] = alternatives(fields[c.Name])
	}
	return row, nil
}

// alternatives turns a value, or a list of them, into the values any of which is right.
func alternatives(v any) []any {
	if list, ok := v.([]any); ok && len(list) > 0 {
		return list
	}
	return []any{v}
}

func texts(fields ...any) []string {
	var out []string
	for _, f := range fields {
		switch f := f.(type) {
		case string:
			out = append(out, f)
		case []any:
			out = append(out, texts(f...)...)
		}
	}
	return out
}
