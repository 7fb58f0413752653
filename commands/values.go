package commands

import (
	"fmt"
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
)

// describeClaim is a claim on one line: its table, its values that are not null, and what qualifies them.
func describeClaim(t *schemas.Table, c *schemas.Claim) string {
	words := []string{c.Table, describeValues(t, c.Values)}
	words = flag(words, c.Denied, "· denied")
	words = flag(words, c.Hedged, "· hedged")
	words = flag(words, c.Sweeping, "· sweeping")
	words = flag(words, c.Attribution != "", "· attributed to "+c.Attribution)
	return strings.Join(append(words, "· rule "+c.Rule), " ")
}

// describeValues is the row as column=value, nulls left out.
func describeValues(t *schemas.Table, values []any) string {
	var words []string
	for i, c := range t.Columns {
		if i < len(values) && values[i] != nil {
			words = append(words, c.Name+"="+cell(values[i]))
		}
	}
	return strings.Join(words, " ")
}

// cell is a value as text; null is nothing.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []string:
		return strings.Join(v, " ")
	case schemas.Date:
		return v.String()
	}
	return fmt.Sprint(v)
}
