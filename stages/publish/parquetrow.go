package publish

import (
	"unsafe"

	"ties.dev/ties/schemas"

	"github.com/parquet-go/parquet-go"
)

// parquetRow writes typed values behind row with their levels: each field has one leaf, so that its column is its index.
func parquetRow(row parquet.Row, fields []field, values []any) parquet.Row {
	for i := range fields {
		f := &fields[i]
		defined := 1
		if f.Required {
			defined = 0
		}
		switch v := values[i].(type) {
		case nil:
			row = append(row, parquet.NullValue().Level(0, 0, i))
		case []string:
			row = append(row, parquetList(v, defined, i)...)
		default:
			row = append(row, parquetValue(f, v).Level(0, defined, i))
		}
	}
	return row
}

// parquetList is a list's elements; one that is defined and empty is a null of the list's own level.
func parquetList(list []string, defined, column int) []parquet.Value {
	if len(list) == 0 {
		return []parquet.Value{parquet.NullValue().Level(0, defined, column)}
	}
	values := make([]parquet.Value, len(list))
	for i, s := range list {
		values[i] = parquet.ByteArrayValue(rawBytes(s)).Level(min(i, 1), defined+1, column)
	}
	return values
}

func parquetValue(f *field, v any) parquet.Value {
	switch x := v.(type) {
	case string:
		return parquet.ByteArrayValue(rawBytes(x))
	case int64:
		if f.narrow {
			return parquet.Int32Value(int32(x))
		}
		return parquet.Int64Value(x)
	case float64:
		return parquet.DoubleValue(x)
	case schemas.Date:
		days, _ := x.Days() // a typed date has its day
		return parquet.Int32Value(days)
	}
	return parquet.BooleanValue(v.(bool))
}

// rawBytes are the bytes of a text without a copy, for the writer reads them and no more.
func rawBytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
