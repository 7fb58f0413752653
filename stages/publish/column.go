package publish

import (
	"fmt"
	"math"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"

	"ties.dev/ties/schemas"
)

// column takes the values of a field in the form in which it is written. An empty string, a date without its day and a number that is
// none are null.
type column struct {
	field *field
	put   func(v any) (size int, verdict verdict)
	null  func()
}

// verdict is what a column says of a value.
type verdict int

const (
	taken   verdict = iota
	nothing         // it stands for null
	foreign         // it is of another type
	tooWide         // it does not fit 32 bits
)

// append takes a value, and says how many bytes of text it has.
func (c *column) append(v any) (size int, err error) {
	said := nothing
	if v != nil {
		size, said = c.put(v)
	}
	switch {
	case said == foreign && says(v):
		return 0, fmt.Errorf("%v (%T) is no %s", v, v, c.field.Type)
	case said == tooWide:
		return 0, fmt.Errorf("%d does not fit 32 bits", v)
	case said == taken:
		return size, nil
	case c.field.Required:
		return 0, fmt.Errorf("it is never null, and yet no value is given")
	}
	c.null()
	return 0, nil
}

func newColumn(f *field, b array.Builder) column {
	c := column{field: f, null: b.AppendNull}
	switch b := b.(type) {
	case *array.StringBuilder:
		c.put = putText(b)
	case *array.Int64Builder:
		c.put = putWhole(math.MinInt64, math.MaxInt64, b.Append)
	case *array.Int32Builder:
		c.put = putWhole(math.MinInt32, math.MaxInt32, func(n int64) { b.Append(int32(n)) })
	case *array.Float64Builder:
		c.put = putNumber(b)
	case *array.BooleanBuilder:
		c.put = putTruth(b)
	case *array.Date32Builder:
		c.put = putDay(b)
	case *array.ListBuilder:
		c.put = putList(b, b.ValueBuilder().(*array.StringBuilder))
	}
	return c
}

func putText(b *array.StringBuilder) func(any) (int, verdict) {
	return func(v any) (int, verdict) {
		s, ok := v.(string)
		switch {
		case !ok:
			return 0, foreign
		case s == "":
			return 0, nothing
		}
		b.Append(s)
		return len(s), taken
	}
}

func putWhole(low, high int64, add func(int64)) func(any) (int, verdict) {
	return func(v any) (int, verdict) {
		n, ok := integer(v)
		switch {
		case !ok:
			return 0, foreign
		case n < low || n > high:
			return 0, tooWide
		}
		add(n)
		return 0, taken
	}
}

func integer(v any) (n int64, ok bool) {
	switch x := v.(type) {
	case int64:
		return x, true
	case int:
		return int64(x), true
	}
	return 0, false
}

func putNumber(b *array.Float64Builder) func(any) (int, verdict) {
	return func(v any) (int, verdict) {
		x, ok := v.(float64)
		if !ok {
			n, isWhole := integer(v)
			x, ok = float64(n), isWhole
		}
		switch {
		case !ok:
			return 0, foreign
		case math.IsNaN(x):
			return 0, nothing
		}
		b.Append(x)
		return 0, taken
	}
}

func putTruth(b *array.BooleanBuilder) func(any) (int, verdict) {
	return func(v any) (int, verdict) {
		x, ok := v.(bool)
		if !ok {
			return 0, foreign
		}
		b.Append(x)
		return 0, taken
	}
}

func putDay(b *array.Date32Builder) func(any) (int, verdict) {
	return func(v any) (int, verdict) {
		d, ok := v.(schemas.Date)
		switch {
		case !ok:
			return 0, foreign
		case d.Day == 0:
			return 0, nothing
		}
		days, _ := d.Days() // it has its day
		b.Append(arrow.Date32(days))
		return 0, taken
	}
}

func putList(b *array.ListBuilder, elements *array.StringBuilder) func(any) (int, verdict) {
	return func(v any) (size int, _ verdict) {
		list, ok := v.([]string)
		switch {
		case !ok:
			return 0, foreign
		case list == nil:
			return 0, nothing
		}
		b.Append(true)
		for _, s := range list {
			elements.Append(s)
			size += len(s)
		}
		return size, taken
	}
}
