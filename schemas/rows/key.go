package rows

import (
	"encoding/binary"
	"math"
	"strings"

	"ties.dev/ties/schemas"
)

// The kinds of a value in a key, in the order in which Compare puts values of two types.
const (
	listKey byte = 1 + iota
	boolKey
	realKey
	wholeKey
	dateKey
	textKey
	nullKey byte = 255
)

// textEnd ends a text, of which a zero byte is written as zero and zeroEscape; in a list, anotherText stands before each text, and
// listEnd behind the last.
const (
	textEnd     = "\x00\x01"
	zeroEscape  = "\x00\xff"
	listEnd     = byte(1)
	anotherText = byte(2)
)

const signBit = 1 << 63

// appendKey writes a value behind buf, so that the bytes of two values compare as the values do, whatever stands behind them.
func appendKey(buf []byte, v any) []byte {
	switch x := v.(type) {
	case nil:
		return append(buf, nullKey)
	case string:
		return appendKeyText(append(buf, textKey), x)
	case int:
		return binary.BigEndian.AppendUint64(append(buf, wholeKey), uint64(x)^signBit)
	case int64:
		return binary.BigEndian.AppendUint64(append(buf, wholeKey), uint64(x)^signBit)
	case float64:
		return binary.BigEndian.AppendUint64(append(buf, realKey), realBits(x))
	case bool:
		return append(buf, boolKey, byte(number(x)))
	case schemas.Date:
		buf = binary.BigEndian.AppendUint64(append(buf, dateKey), uint64(x.Year)^signBit)
		return append(buf, byte(x.Month), byte(x.Day))
	case []string:
		buf = append(buf, listKey)
		for _, s := range x {
			buf = appendKeyText(append(buf, anotherText), s)
		}
		return append(buf, listEnd)
	}
	return Append(buf, []any{v}) // panics: no column has such a value
}

func appendKeyText(buf []byte, s string) []byte {
	for {
		i := strings.IndexByte(s, 0)
		if i < 0 {
			return append(append(buf, s...), textEnd...)
		}
		buf, s = append(append(buf, s[:i]...), zeroEscape...), s[i+1:]
	}
}

// realBits are bits that compare as numbers do; one that is none comes first.
func realBits(x float64) uint64 {
	bits := math.Float64bits(x)
	switch {
	case math.IsNaN(x):
		return 0
	case bits&signBit != 0:
		return ^bits
	}
	return bits ^ signBit
}

func realOf(bits uint64) float64 {
	if bits&signBit != 0 {
		return math.Float64frombits(bits ^ signBit)
	}
	return math.Float64frombits(^bits)
}

// keyReader reads what appendKey wrote. Texts are parts of it.
type keyReader struct {
	data string
	bad  bool
}

func (r *keyReader) value() any {
	switch r.byte() {
	case nullKey:
		return nil
	case textKey:
		return r.text()
	case wholeKey:
		return int64(r.number() ^ signBit)
	case realKey:
		return realOf(r.number())
	case boolKey:
		return r.byte() == 1
	case dateKey:
		year := int(r.number() ^ signBit)
		return schemas.Date{Year: year, Month: int(r.byte()), Day: int(r.byte())}
	case listKey:
		list := make([]string, 0, 2)
		for r.byte() == anotherText && !r.bad {
			list = append(list, r.text())
		}
		return list
	}
	r.fail()
	return nil
}

func (r *keyReader) text() string {
	end := strings.Index(r.data, textEnd)
	if end < 0 {
		r.fail()
		return ""
	}
	s := r.data[:end]
	r.data = r.data[end+len(textEnd):]
	if strings.IndexByte(s, 0) >= 0 {
		s = strings.ReplaceAll(s, zeroEscape, "\x00")
	}
	return s
}

func (r *keyReader) number() uint64 {
	if len(r.data) < 8 {
		r.fail()
		return 0
	}
	n := binary.BigEndian.Uint64([]byte(r.data[:8]))
	r.data = r.data[8:]
	return n
}

func (r *keyReader) byte() byte {
	if r.data == "" {
		r.fail()
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return b
}

func (r *keyReader) fail() { r.bad, r.data = true, "" }
