package rows

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLog flips every byte of a log, one at a time, and cuts it at every place: what comes back is what was written, as far as it
// comes, and a row that is not as it was written ends it.
func TestLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	l, err := CreateLog(path)
	if err != nil {
		t.Fatal(err)
	}
	const rows = 5
	for i := range rows {
		if err := l.Add([]any{int64(i), strings.Repeat("text ", i), []string{"a"}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := replay(t, path); n != rows || err != nil {
		t.Fatalf("%d rows, %v", n, err)
	}
	for i := range good {
		bad := append([]byte{}, good...)
		bad[i] ^= 0x41
		if n, err := overwritten(t, path, bad); n == rows || !errors.Is(err, ErrBroken) {
			t.Errorf("byte %d flipped: %d rows, %v", i, n, err)
		}
		if n, err := overwritten(t, path, good[:i]); n == rows || err == nil && i > 0 && n == 0 {
			t.Errorf("cut at byte %d: %d rows, %v", i, n, err)
		}
	}
}

func overwritten(t *testing.T, path string, data []byte) (int, error) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return replay(t, path)
}

// replay counts the rows of a log, which must be the first of those written.
func replay(t *testing.T, path string) (n int, err error) {
	t.Helper()
	l, err := OpenLog(path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for row, err := range l.Rows() {
		if err != nil {
			return n, err
		}
		if fmt.Sprint(row) != fmt.Sprint([]any{int64(n), strings.Repeat("text ", n), []string{"a"}}) {
			t.Errorf("row %d is %v", n, row)
		}
		n++
	}
	return n, nil
}
