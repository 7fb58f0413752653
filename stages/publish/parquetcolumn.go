package publish

import (
	"unsafe"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/parquet-go/parquet-go"
)

// appendValues adds the rows of an Arrow column from one place to another as Parquet has them, each with its levels; defined is the
// level of a value that is not null.
func appendValues(values []parquet.Value, a arrow.Array, from, to, defined int) []parquet.Value {
	switch a := a.(type) {
	case *array.List:
		return appendLists(values, a, from, to, defined)
	case *array.String:
		return appendTexts(values, a, from, to, defined)
	}
	value := valueOf(a)
	for i := from; i < to; i++ {
		if a.IsNull(i) {
			values = append(values, parquet.NullValue())
		} else {
			values = append(values, value(i).Level(0, defined, 0))
		}
	}
	return values
}

func appendTexts(values []parquet.Value, a *array.String, from, to, defined int) []parquet.Value {
	for i := from; i < to; i++ {
		if a.IsNull(i) {
			values = append(values, parquet.NullValue())
		} else {
			values = append(values, textValue(a, i).Level(0, defined, 0))
		}
	}
	return values
}

// valueOf gives the value at a place of a column that has one there, and is none of texts or lists.
func valueOf(a arrow.Array) func(i int) parquet.Value {
	switch a := a.(type) {
	case *array.Int64:
		return func(i int) parquet.Value { return parquet.Int64Value(a.Value(i)) }
	case *array.Int32:
		return func(i int) parquet.Value { return parquet.Int32Value(a.Value(i)) }
	case *array.Float64:
		return func(i int) parquet.Value { return parquet.DoubleValue(a.Value(i)) }
	case *array.Date32:
		return func(i int) parquet.Value { return parquet.Int32Value(int32(a.Value(i))) }
	}
	flags := a.(*array.Boolean)
	return func(i int) parquet.Value { return parquet.BooleanValue(flags.Value(i)) }
}

// appendLists adds each list's elements; one that is defined and empty is a null of the list's own level.
func appendLists(values []parquet.Value, a *array.List, from, to, defined int) []parquet.Value {
	texts := a.ListValues().(*array.String)
	for i := from; i < to; i++ {
		start, end := a.ValueOffsets(i)
		switch {
		case a.IsNull(i):
			values = append(values, parquet.NullValue())
		case start == end:
			values = append(values, parquet.NullValue().Level(0, defined, 0))
		}
		for at := start; at < end; at++ {
			values = append(values, textValue(texts, int(at)).Level(int(min(at-start, 1)), defined+1, 0))
		}
	}
	return values
}

// textValue is a text without a copy, for the writer reads it and no more.
func textValue(a *array.String, i int) parquet.Value {
	s := a.Value(i)
	return parquet.ByteArrayValue(unsafe.Slice(unsafe.StringData(s), len(s)))
}
