package rows

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"ties.dev/ties/schemas"
)

// The kinds of a value as it is encoded. Their numbers stand in caches: a new kind goes to the end.
const (
	null byte = iota
	text
	whole
	real
	no
	yes
	date
	list
)

// ErrEncoding is the error of bytes that are no encoded row.
var ErrEncoding = errors.New("not an encoded row")

// Append encodes a row behind buf: the number of its values, then each as its kind and its bytes. Equal rows have equal encodings.
func Append(buf []byte, row []any) []byte {
	buf = binary.AppendUvarint(buf, uint64(len(row)))
	for _, v := range row {
		buf = appendValue(buf, v)
	}
	return buf
}

func appendValue(buf []byte, v any) []byte {
	switch x := v.(type) {
	case nil:
		return append(buf, null)
	case string:
		return appendText(append(buf, text), x)
	case int:
		return binary.AppendVarint(append(buf, whole), int64(x))
	case int64:
		return binary.AppendVarint(append(buf, whole), x)
	case float64:
		return binary.LittleEndian.AppendUint64(append(buf, real), math.Float64bits(x))
	case bool:
		return append(buf, no+byte(number(x)))
	case schemas.Date:
		buf = binary.AppendVarint(append(buf, date), int64(x.Year))
		return append(buf, byte(x.Month), byte(x.Day))
	case []string:
		buf = binary.AppendUvarint(append(buf, list), uint64(len(x)))
		for _, s := range x {
			buf = appendText(buf, s)
		}
		return buf
	}
	panic(fmt.Sprintf("rows: a value of type %T", v)) // no column has one
}

func appendText(buf []byte, s string) []byte {
	return append(binary.AppendUvarint(buf, uint64(len(s))), s...)
}

// Decode reads a row that Append wrote. Its texts are parts of one copy.
func Decode(data []byte) ([]any, error) {
	d := decoder{data: string(data)}
	row := make([]any, d.count())
	for i := range row {
		row[i] = d.value()
	}
	if d.bad || len(d.data) > 0 {
		return nil, ErrEncoding
	}
	return row, nil
}

type decoder struct {
	data string
	bad  bool
}

func (d *decoder) value() any {
	switch d.byte() {
	case null:
		return nil
	case text:
		return d.text()
	case whole:
		return d.varint()
	case real:
		return math.Float64frombits(binary.LittleEndian.Uint64([]byte(d.take(8))))
	case no:
		return false
	case yes:
		return true
	case date:
		return schemas.Date{Year: int(d.varint()), Month: int(d.byte()), Day: int(d.byte())}
	case list:
		out := make([]string, d.count())
		for i := range out {
			out[i] = d.text()
		}
		return out
	}
	d.fail()
	return nil
}

func (d *decoder) text() string {
	n := d.count()
	return d.take(n)[:n]
}

// count reads a length. What follows has one byte each at least, so that broken bytes can't ask for more memory than they take.
func (d *decoder) count() int {
	n, size := binary.Uvarint(d.ahead())
	if size <= 0 || n > uint64(len(d.data)) {
		d.fail()
		return 0
	}
	d.data = d.data[size:]
	return int(n)
}

func (d *decoder) varint() int64 {
	n, size := binary.Varint(d.ahead())
	if size <= 0 {
		d.fail()
		return 0
	}
	d.data = d.data[size:]
	return n
}

// ahead are the bytes of a number at most.
func (d *decoder) ahead() []byte { return []byte(d.data[:min(len(d.data), binary.MaxVarintLen64)]) }

func (d *decoder) byte() byte { return d.take(1)[0] }

// take gives n bytes, zeroes where there are not as many.
func (d *decoder) take(n int) string {
	if n > len(d.data) {
		d.fail()
		return strings.Repeat("\x00", max(n, 8))
	}
	out := d.data[:n]
	d.data = d.data[n:]
	return out
}

func (d *decoder) fail() { d.bad, d.data = true, "" }
