package extract

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// parts are what stands behind the dot of $role.part, with the types of column that it fills; "" is the role itself.
type parts map[string][]schemas.Type

var (
	texts   = []schemas.Type{schemas.String}
	numbers = []schemas.Type{schemas.Number, schemas.Integer}
	truths  = []schemas.Type{schemas.Boolean}

	measures = parts{"": numbers, "low": numbers, "high": numbers, "approximate": truths}
	amounts  = parts{"": numbers, "low": numbers, "high": numbers, "approximate": truths, "usd": numbers}
	words    = parts{"": texts}
)

// fills are the parts of a role by what the role is.
var fills = map[string]parts{
	"states":       {"": texts, "leader": texts, "office": texts, "order": numbers, "next": numbers, "ahead": numbers, "place": numbers},
	"organization": words, "event": words, "name": words, "word": words,
	"percent": measures, "number": measures, "money": amounts, "dollars": amounts,
	"rank": {"": numbers},
	"day":  {"": {schemas.Day}},
	"year": {"": nil},
}

// checkFill reports a $role.part of the row that the role doesn't have, or that its column can't hold.
func (r *Rule) checkFill(column, name string) error {
	role := r.role(name)
	if role == nil {
		return fmt.Errorf("row: %s: role %q is not declared", column, name)
	}
	_, part, _ := strings.Cut(name, ".")
	known := fills[role.Is]
	types, ok := known[part]
	if !ok {
		return fmt.Errorf("row: %s: $%s: a role that is %s has no part %q: %s", column, name, role.Is, part, known.written(role.Name))
	}
	typ := r.Table.Column(column).Type
	if role.Is == "year" {
		if column != "year" {
			return fmt.Errorf("row: %s: $%s: a year fills the column `year`, and no other", column, name)
		}
		return nil
	}
	if !slices.Contains(types, typ) {
		return fmt.Errorf("row: %s: $%s gives a %s, and the column is %s: fill it by another role, or mend its type", column, name, types[0], typ)
	}
	return nil
}

// written lists what can be written of the role.
func (p parts) written(role string) string {
	var all []string
	for _, part := range slices.Sorted(maps.Keys(p)) {
		if part != "" {
			part = "." + part
		}
		all = append(all, "$"+role+part)
	}
	return "write " + strings.Join(all, ", ")
}

// checkOutcomes reports an outcome that is none, and one that has a value and no column to put it into. Without a column an outcome
// can be `asserted`: the row is told as it stands.
func (r *Rule) checkOutcomes() (path string, err error) {
	for _, outcome := range slices.Sorted(maps.Keys(r.Outcome)) {
		if !slices.Contains(outcomes, outcome) {
			return ".outcome." + outcome, fmt.Errorf("outcome %q is none of %s", outcome, strings.Join(outcomes, ", "))
		}
		if value := r.Outcome[outcome]; r.Column == "" && value != "-" && value != Asserted {
			return ".outcome." + outcome, fmt.Errorf("outcome %s: %q has no column to stand in: name it under `column`, or write asserted for the row as it stands, - for no row", outcome, value)
		}
	}
	return "", nil
}

// CheckValues reports a value of a rule or of its examples that its column does not allow; allowed gives the values that one allows,
// or nil for any.
func (f *File) CheckValues(allowed func(*schemas.Column) []string) error {
	for _, r := range f.Rules {
		if path, err := r.checkValues(allowed); err != nil {
			return f.Mistake(r, path, err)
		}
	}
	return nil
}

func (r *Rule) checkValues(allowed func(*schemas.Column) []string) (path string, err error) {
	for _, column := range slices.Sorted(maps.Keys(r.Row)) {
		if value := r.Row[column]; !strings.HasPrefix(value, "$") {
			if err := checkAllowed(r.Table.Column(column), value, allowed); err != nil {
				return ".row." + column, fmt.Errorf("row: %w", err)
			}
		}
	}
	for _, outcome := range slices.Sorted(maps.Keys(r.Outcome)) {
		if value := r.Outcome[outcome]; value != "-" && r.Column != "" {
			if err := checkAllowed(r.Table.Column(r.Column), value, allowed); err != nil {
				return ".outcome." + outcome, fmt.Errorf("outcome: %w", err)
			}
		}
	}
	for i := range r.Examples {
		for k, row := range r.Examples[i].Rows {
			for _, column := range slices.Sorted(maps.Keys(row)) {
				value, ok := row[column].(string)
				if !ok || column == "denied" {
					continue
				}
				if err := checkAllowed(r.Table.Column(column), value, allowed); err != nil {
					return fmt.Sprintf(".examples[%d].rows[%d].%s", i, k, column), fmt.Errorf("example: %w", err)
				}
			}
		}
	}
	return "", nil
}

func checkAllowed(c *schemas.Column, value string, allowed func(*schemas.Column) []string) error {
	list := allowed(c)
	if list == nil || slices.Contains(list, value) {
		return nil
	}
	said := fmt.Sprintf("%s %q is none of its values", c.Name, value)
	if c.Codes != "" {
		said = fmt.Sprintf("%s %q is no code of %s", c.Name, value, c.Codes)
	}
	if near := schemas.Nearest(value, list); near != "" {
		return fmt.Errorf("%s: did you mean %s?", said, near)
	}
	if c.Codes == "" {
		return fmt.Errorf("%s: it is one of %s", said, strings.Join(list, ", "))
	}
	return fmt.Errorf("%s: write one such as %s, or add it to %s.tsv of --lexicon", said, list[0], c.Codes)
}
