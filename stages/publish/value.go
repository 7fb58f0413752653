package publish

import (
	"math"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// says tells the values that stand for null from those of a wrong type.
func says(v any) bool {
	switch x := v.(type) {
	case string:
		return x != ""
	case float64:
		return !math.IsNaN(x)
	case schemas.Date:
		return x.Day != 0
	case []string:
		return x != nil
	}
	return true
}

// written is a value as a message shows it.
func written(v any) string {
	if v == nil {
		return "null"
	}
	return rows.Text(v)
}
