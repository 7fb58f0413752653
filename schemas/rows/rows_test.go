package rows

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"

	"ties.dev/ties/schemas"
)

func TestEncoding(t *testing.T) {
	for _, row := range [][]any{
		nil,
		{nil, "", "Côte d’Ivoire", int64(-3), 31.25, true, false},
		{schemas.Date{}, schemas.Date{Year: 2023}, schemas.Date{Year: 2023, Month: 5, Day: 9}, []string{}, []string{"a", ""}},
	} {
		data := Append(nil, row)
		got, err := Decode(data)
		if err != nil || len(got) != len(row) || len(row) > 0 && !reflect.DeepEqual(got, row) {
			t.Errorf("%v comes back as %v, %v", row, got, err)
		}
		for cut := range data {
			if _, err := Decode(data[:cut]); !errors.Is(err, ErrEncoding) {
				t.Errorf("%d of %d bytes of %v: %v", cut, len(data), row, err)
			}
		}
	}
}

// TestDecodeAnything has broken bytes give an error or a row, and never a panic or a heap of memory.
func TestDecodeAnything(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	good := Append(nil, []any{"text", int64(5), []string{"x", "y"}, schemas.Date{Year: 2020}})
	for range 20_000 {
		data := append([]byte{}, good...)
		data[random.IntN(len(data))] = byte(random.Uint32())
		_, _ = Decode(data)
	}
}

// TestSorterIsOneOrder sorts the same rows in memory, spilled to files, and added in another order.
func TestSorterIsOneOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var rows [][]any
	for i := range 2000 {
		year := any(int64(random.IntN(30)))
		if i%7 == 0 {
			year = nil
		}
		rows = append(rows, []any{fmt.Sprintf("id%d", i%1500), year, []string{"a", "b"}, i%2 == 0})
	}
	want := sorted(t, rows, 1<<30, 0)
	for i := 1; i < len(want); i++ {
		if Compare(want[i-1][1], want[i][1]) > 0 {
			t.Fatalf("%v before %v", want[i-1], want[i])
		}
	}
	random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	for _, budget := range []int{1 << 30, 20_000, 1} {
		if got := sorted(t, rows, budget, len(rows)*footprint(rows[0])/budget/2); !reflect.DeepEqual(got, want) {
			t.Errorf("with a budget of %d bytes the order is another", budget)
		}
	}
}

func sorted(t *testing.T, rows [][]any, budget, runs int) [][]any {
	t.Helper()
	dir := t.TempDir()
	s := NewSorter(dir, []int{1, 0}, budget)
	for _, row := range rows {
		if err := s.Add(row); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.runs) < min(runs, 1) || s.Len() != len(rows) {
		t.Errorf("%d runs, %d rows", len(s.runs), s.Len())
	}
	var out [][]any
	for row, err := range s.Rows() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("%d files stay behind, %v", len(left), err)
	}
	return out
}

// TestBrokenRun names the file of a run that was tampered with.
func TestBrokenRun(t *testing.T) {
	s := NewSorter(t.TempDir(), nil, 1)
	for i := range 3 {
		if err := s.Add([]any{int64(i), "some text"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Truncate(s.runs[1].Name(), 5); err != nil {
		t.Fatal(err)
	}
	var last error
	for _, err := range s.Rows() {
		last = err
	}
	if last == nil {
		t.Error("a run that was cut short goes unnoticed")
	}
}

// TestKeys holds the bytes of values to the order of the values, and to come back as they were.
func TestKeys(t *testing.T) {
	values := []any{nil, "", "a", "a\x00", "a\x00b", "a\x01", "a\xff", "ab", "é", int64(math.MinInt64), int64(-1), int64(0), int64(300), math.Inf(-1), -2.5, -1.0, 0.0, 1e-9, 31.25, math.Inf(1),
		true, false, schemas.Date{}, schemas.Date{Year: 1999, Month: 12}, schemas.Date{Year: 2023}, schemas.Date{Year: 2023, Month: 5, Day: 9},
		[]string{}, []string{""}, []string{"", ""}, []string{"a"}, []string{"a", "b"}, []string{"a\x00"}, []string{"ab"}}
	for _, a := range values {
		r := keyReader{data: string(appendKey(nil, a))}
		if got := r.value(); !reflect.DeepEqual(got, a) || r.bad || r.data != "" {
			t.Errorf("%#v comes back as %#v", a, got)
		}
		for _, b := range values {
			if got := bytes.Compare(append(appendKey(nil, a), 7), append(appendKey(nil, b), 7)); got != Compare(a, b) {
				t.Errorf("%#v and %#v compare as %d, and their bytes as %d", a, b, Compare(a, b), got)
			}
		}
	}
}

// TestBrokenKeys has every cut of a row give an error.
func TestBrokenKeys(t *testing.T) {
	s := NewSorter("", nil, 1<<20)
	row := []any{"a\x00b", int64(3), 1.5, true, []string{"x"}, schemas.Date{Year: 2020}, nil}
	if err := s.Add(row); err != nil {
		t.Fatal(err)
	}
	record := s.row(s.held[0])
	for cut := range record {
		if _, err := s.decode(record[:cut]); !errors.Is(err, ErrEncoding) {
			t.Errorf("%d bytes of %d: %v", cut, len(record), err)
		}
	}
}

// TestSorterAllocs holds that rows are held without an allocation each.
func TestSorterAllocs(t *testing.T) {
	s := NewSorter("", []int{1}, 1<<30)
	row := []any{"some text", int64(5), []string{"a", "b"}, nil}
	if n := testing.AllocsPerRun(10_000, func() { _ = s.Add(row) }); n > 0.5 {
		t.Errorf("%v allocations a row", n)
	}
}
