package score

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// beside are the fields of a gold line that are no columns. Those from "note" on are for people: no score looks at them.
var beside = []string{"doc", "relation", "negated", "optional", "evidence", "more_evidence", "note", "attribution"}

// relation is the table that a gold line is of.
func relation(fields map[string]any, tables []*schemas.Table) (*schemas.Table, error) {
	var known []string
	for _, t := range tables {
		if t.Name == fields["relation"] {
			return t, nil
		}
		known = append(known, t.Name)
	}
	if fields["relation"] == nil {
		return nil, fmt.Errorf("`relation` is missing: give one of %s", strings.Join(known, ", "))
	}
	return nil, fmt.Errorf("relation %s is no table: it is one of %s", shown(fields["relation"]), strings.Join(known, ", "))
}

// checkFields reports a field that is missing, of the wrong type, or no column of the table.
func checkFields(fields map[string]any, t *schemas.Table) error {
	if id, ok := fields["doc"].(string); !ok || id == "" {
		return fmt.Errorf("`doc` is missing: give the document's ID")
	}
	for _, name := range []string{"negated", "optional"} {
		if v, ok := fields[name]; ok && !fits(v, schemas.Boolean) {
			return fmt.Errorf("%s: %s is given where true or false is wanted", name, shown(v))
		}
	}
	if err := checkNames(fields, t); err != nil {
		return err
	}
	for _, c := range t.Columns {
		for _, v := range alternatives(fields[c.Name]) {
			if !fits(v, c.Type) {
				return fmt.Errorf("%s: %s is given where %s is wanted", c.Name, shown(v), wants[c.Type])
			}
		}
	}
	return nil
}

// checkNames reports a column that is misspelt, and one without which no claim could agree with the line. A column that may be null
// can be left out; any other field beside the columns is a remark, unless it may be meant for a column that is left out.
func checkNames(fields map[string]any, t *schemas.Table) error {
	columns := columnNames(t)
	scored := !slices.ContainsFunc(t.Score.Columns, func(name string) bool {
		_, given := fields[name]
		return !given && t.Column(name) != nil // `denied` is none
	})
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		if slices.Contains(columns, name) || slices.Contains(beside, name) {
			continue
		}
		if near := schemas.Nearest(name, slices.Concat(columns, beside)); near != "" || !scored {
			return fmt.Errorf("unknown column %q: known are %s", name, strings.Join(slices.Concat(columns, beside), ", "))
		}
	}
	return checkRequired(fields, t)
}

// checkRequired reports a column that is never null and not given. A null that is given is what the reader decided.
func checkRequired(fields map[string]any, t *schemas.Table) error {
	for _, name := range t.Score.Columns {
		if _, given := fields[name]; !given && t.Column(name) != nil && t.Column(name).Required {
			return fmt.Errorf("column %q is missing: give its value, or a list of those that are right", name)
		}
	}
	return nil
}

func columnNames(t *schemas.Table) []string {
	var names []string
	for i := range t.Columns {
		names = append(names, t.Columns[i].Name)
	}
	return names
}

// wants says what a column of a type holds.
var wants = map[schemas.Type]string{
	schemas.String: "a text", schemas.Integer: "a whole number", schemas.Number: "a number",
	schemas.Boolean: "true or false", schemas.Day: "a day such as 2023-05-09", schemas.Strings: "a text",
}

// fits reports whether a value of JSON can stand in a column of the type; null fits all.
func fits(v any, t schemas.Type) bool {
	switch v := v.(type) {
	case nil:
		return true
	case string:
		_, err := schemas.ParseDate(v)
		return t == schemas.String || t == schemas.Strings || t == schemas.Day && err == nil
	case float64:
		return t == schemas.Number || t == schemas.Integer && v == math.Trunc(v)
	case bool:
		return t == schemas.Boolean
	}
	return false
}

// shown is a value as its file writes it.
func shown(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(text)
}
