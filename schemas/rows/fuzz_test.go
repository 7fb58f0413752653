package rows

import (
	"bytes"
	"testing"

	"ties.dev/ties/schemas"
)

// FuzzDecode reads rows from bytes that may be broken, as those of a cache: what is read is written as it was, or as it should have been.
func FuzzDecode(f *testing.F) {
	f.Add(Append(nil, []any{nil, "a", int64(-7), 1.5, true, false, schemas.Date{Year: 2023, Month: 5}, []string{"a", "b"}}))
	f.Add([]byte{1, 255, 255, 255, 255, 255, 255, 255, 255, 255})
	f.Fuzz(func(t *testing.T, data []byte) {
		row, err := Decode(data)
		if err != nil {
			return
		}
		written := Append(nil, row)
		again, err := Decode(written)
		if err != nil || !bytes.Equal(Append(nil, again), written) {
			t.Errorf("%v is %v when it is written and read (%v)", row, again, err)
		}
	})
}
