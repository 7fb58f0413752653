package schemas_test

import (
	"testing"

	"ties.dev/ties/schemas"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]schemas.Date{
		"":                          {},
		"2023":                      {Year: 2023},
		"2023-05":                   {Year: 2023, Month: 5},
		"2023-05-09":                {Year: 2023, Month: 5, Day: 9},
		"2024-02-29":                {Year: 2024, Month: 2, Day: 29},
		"2023-05-09T23:30:00-05:00": {Year: 2023, Month: 5, Day: 9},
		"2023-05-09 08:00:00Z":      {Year: 2023, Month: 5, Day: 9},
	} {
		got, err := schemas.ParseDate(in)
		if err != nil || got != want {
			t.Errorf("ParseDate(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, in := range []string{"23", "2023-5", "2023-13", "2023-00", "2023-02-29", "2023-06-31", "0000",
		"9 May 2023", "2023-05-09T", "2023-05-09-01", "+023", "2023-05-09T25:00:00Z"} {
		if got, err := schemas.ParseDate(in); err == nil {
			t.Errorf("ParseDate(%q) = %v; want an error", in, got)
		}
	}
}

func TestDateDays(t *testing.T) {
	for in, want := range map[string]int32{"1970-01-01": 0, "1969-12-31": -1, "2000-03-01": 11017} {
		d, err := schemas.ParseDate(in)
		if err != nil {
			t.Fatal(err)
		}
		if d.String() != in {
			t.Errorf("String() = %q; want %q", d, in)
		}
		if got, ok := d.Days(); !ok || got != want {
			t.Errorf("%s: Days() = %d, %t; want %d", in, got, ok, want)
		}
	}
	if _, ok := (schemas.Date{Year: 2023, Month: 5}).Days(); ok {
		t.Error("2023-05 has no day to count to")
	}
}

func TestDateCompare(t *testing.T) {
	rising := []schemas.Date{{}, {Year: 2022, Month: 12, Day: 31}, {Year: 2023}, {Year: 2023, Month: 5}, {Year: 2023, Month: 5, Day: 9}}
	for i := range rising[1:] {
		if rising[i].Compare(rising[i+1]) >= 0 || rising[i+1].Compare(rising[i]) <= 0 {
			t.Errorf("%s does not sort before %s", rising[i], rising[i+1])
		}
	}
}
