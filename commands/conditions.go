package commands

import (
	"slices"
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/publish"
)

// condition is a column with the value that it must have.
type condition struct{ column, value string }

// conditions reads column=value arguments; several may stand in one, separated by commas. A state can be given by its name.
func conditions(args []string, t *schemas.Table, g *seeds.Gazetteer) ([]condition, error) {
	var out []condition
	for _, arg := range args {
		for part := range strings.SplitSeq(arg, ",") {
			column, value, ok := strings.Cut(part, "=")
			if !ok {
				return nil, exitf(BadUsage, "%q: write column=value; the columns are %s", part, strings.Join(columnNames(t), ", "))
			}
			c := t.Column(column)
			if c == nil {
				return nil, exitf(BadUsage, "%q: no column %q: %s", part, column, suggested(column, columnNames(t)))
			}
			value, err := meant(c, value, g)
			if err != nil {
				return nil, err
			}
			out = append(out, condition{column, value})
		}
	}
	return out, nil
}

// meant is the value that a column can have and that the user means: a code for a name, in the column's own spelling.
func meant(c *schemas.Column, value string, g *seeds.Gazetteer) (string, error) {
	if value == "" { // null
		return "", nil
	}
	known := slices.Clone(c.Also)
	for _, v := range c.Values {
		known = append(known, v.Value)
	}
	if codes, ok := g.Codes(c.Codes); ok {
		known = append(known, codes...)
	}
	if i := slices.IndexFunc(known, func(k string) bool { return strings.EqualFold(k, value) }); i >= 0 {
		return known[i], nil
	}
	if c.Codes == "countries" {
		return stateCode(c.Name, value, known, g)
	}
	if len(known) > 0 && !c.Open {
		return "", exitf(BadUsage, "%s=%s: %q is no value of %s: %s", c.Name, value, value, c.Name, suggested(value, known))
	}
	return value, fits(c, value)
}

// fits refuses what is no value of the column's type.
func fits(c *schemas.Column, value string) (err error) {
	switch c.Type {
	case schemas.Integer:
		if _, err = strconv.ParseInt(value, 10, 64); err != nil {
			return exitf(BadUsage, "%s=%s: %s is a whole number", c.Name, value, c.Name)
		}
	case schemas.Number:
		if _, err = strconv.ParseFloat(value, 64); err != nil {
			return exitf(BadUsage, "%s=%s: %s is a number", c.Name, value, c.Name)
		}
	case schemas.Boolean:
		if value != "true" && value != "false" {
			return exitf(BadUsage, "%s=%s: %s is true or false", c.Name, value, c.Name)
		}
	}
	return nil
}

// stateCode is the code of a state that is given by its name; where no state has it, the nearest code or name is shown.
func stateCode(column, value string, codes []string, g *seeds.Gazetteer) (string, error) {
	var names []string
	for _, t := range g.Terms {
		if t.Kind != "name" {
			continue
		}
		if strings.EqualFold(t.Text, value) {
			return t.Code, nil
		}
		names = append(names, t.Text)
	}
	near := schemas.Nearest(strings.ToUpper(value), codes)
	if len(value) > 3 || near == "" {
		near = schemas.Nearest(value, names)
	}
	if near == "" {
		return "", exitf(BadUsage, "%s=%s: no state has this code or name: write its ISO 3166-1 alpha-3 code (KGZ) or its English name (Kyrgyzstan)", column, value)
	}
	return "", exitf(BadUsage, "%s=%s: no state has this code or name: did you mean %s?", column, value, near)
}

func columnNames(t *schemas.Table) []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// filter keeps the rows that meet all conditions.
func filter(s publish.Stored, where []condition) publish.Stored {
	s.Rows = slices.DeleteFunc(s.Rows, func(row []any) bool {
		return slices.ContainsFunc(where, func(c condition) bool { return cell(row[s.Index(c.column)]) != c.value })
	})
	return s
}
