package publish

import (
	"fmt"
	"math"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// typed brings a value into the form in which a field is written and read back: string, int64, float64, bool, schemas.Date
// with a known day, []string, or nil. An empty string, a date without its day and a number that is none are nil.
func (f *field) typed(v any) (any, error) {
	out := f.converted(v)
	if out == nil && v != nil && !says(v) {
		out = nil
	} else if out == nil && v != nil {
		return nil, fmt.Errorf("%v (%T) is no %s", v, v, f.Type)
	}
	if n, ok := out.(int64); ok && f.narrow && (n > math.MaxInt32 || n < math.MinInt32) {
		return nil, fmt.Errorf("%d does not fit 32 bits", n)
	}
	if out == nil && f.Required {
		return nil, fmt.Errorf("it is never null, and yet no value is given")
	}
	return out, nil
}

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

func (f *field) converted(v any) any {
	switch x := v.(type) {
	case string:
		if f.Type == schemas.String && x != "" {
			return x
		}
	case int:
		return f.converted(int64(x))
	case int64:
		if f.Type == schemas.Integer {
			return x
		}
		if f.Type == schemas.Number {
			return float64(x)
		}
	case float64:
		if f.Type == schemas.Number && !math.IsNaN(x) {
			return x
		}
	case bool:
		if f.Type == schemas.Boolean {
			return x
		}
	case schemas.Date:
		if f.Type == schemas.Day && x.Day != 0 {
			return x
		}
	case []string:
		if f.Type == schemas.Strings && x != nil {
			return x
		}
	}
	return nil
}

// written is a value as a message shows it.
func written(v any) string {
	if v == nil {
		return "null"
	}
	return rows.Text(v)
}
