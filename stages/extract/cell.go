package extract

import (
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate/quantity"
)

// cell is the value of one column: a literal, or $role with an optional part (.leader, .office, .low, .high, .approximate).
func (m *match) cell(text string, c combo, typ schemas.Type) any {
	name, ok := strings.CutPrefix(text, "$")
	if !ok {
		return literal(text, typ)
	}
	name, part, _ := strings.Cut(name, ".")
	if x, ok := c.states[name]; ok {
		switch part {
		case "leader":
			return orNil(x.Leader)
		case "office":
			return orNil(x.Office)
		}
		if part == "order" || part == "next" || part == "ahead" || part == "place" {
			return m.ranked(name, part, x.Code)
		}
		return x.Code
	}
	if code, ok := c.codes[name]; ok {
		return code
	}
	v, ok := m.values[name]
	if !ok {
		return nil
	}
	switch {
	case v.occasion != nil:
		return v.occasion.Event
	case v.when != nil && typ == schemas.Day:
		return day(v.when)
	case v.number != nil && part == "approximate" && m.hedgeCarries():
		return true
	case v.number != nil:
		return number(v.number, part)
	case v.rank != 0:
		return v.rank
	}
	return nil
}

func number(q *quantity.Quantity, part string) any {
	switch part {
	case "low":
		return finite(q.Low)
	case "high":
		return finite(q.High)
	case "approximate":
		return q.Approx || q.Fraction && q.Approx
	case "usd":
		if q.Currency != "USD" {
			return nil
		}
	}
	return q.Value
}

func finite(f float64) any {
	if f != f {
		return nil
	}
	return f
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func literal(text string, typ schemas.Type) any {
	switch typ {
	case schemas.Integer:
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return n
		}
	case schemas.Number:
		if f, err := strconv.ParseFloat(text, 64); err == nil {
			return f
		}
	case schemas.Boolean:
		return text == "true"
	}
	return orNil(text)
}
