// Package schemas says what is known: the types that pass between the stages.
package schemas

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A Document is one text of a corpus, cleaned and ready to be annotated.
// An empty string means that the source does not say.
type Document struct {
	ID             string // path under the corpus without its extension, slash separated
	Title          string
	Publisher      string
	Author         string
	Published      Date
	PublishedBasis string // "metadata", "text" or "" when Published is not known
	URL            string
	Language       string // BCP 47, as the source writes it ("en", "en-GB")
	SHA256         string // of the file's bytes as stored, in hexadecimal
	Text           string // UTF-8, NFC; paragraphs of one line each, separated by a blank line
}

// A Date is a day, a month or a year of the Gregorian calendar. Month and Day
// are 0 where they are not known; the zero Date is no date at all.
type Date struct{ Year, Month, Day int }

// String gives the ISO 8601 form cut to what is known: "2023-05-09", "2023-05",
// "2023" or "".
func (d Date) String() string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare orders dates by year, month and day. What is not known sorts before
// what is: 2023 < 2023-05 < 2023-05-09.
func (d Date) Compare(other Date) int {
	return cmp.Or(cmp.Compare(d.Year, other.Year), cmp.Compare(d.Month, other.Month), cmp.Compare(d.Day, other.Day))
}

// Days counts the days since 1970-01-01, as Parquet and Arrow store a DATE.
// It is false where the day is not known.
func (d Date) Days() (int32, bool) {
	if d.Day == 0 {
		return 0, false
	}
	const secondsADay = 24 * 60 * 60
	return int32(d.time().Unix() / secondsADay), true
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// ParseDate reads "2023", "2023-05", "2023-05-09", "" (no date) and RFC 3339
// timestamps, of which it keeps the day as written, in the timestamp's own zone.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if strings.ContainsAny(s, "Tt ") {
		t, err := time.Parse(time.RFC3339, strings.ToUpper(strings.Replace(s, " ", "T", 1)))
		if err != nil || t.Year() == 0 {
			return Date{}, badDate(s)
		}
		return Date{t.Year(), int(t.Month()), t.Day()}, nil
	}
	return parseDay(s)
}

func parseDay(s string) (Date, error) {
	var parts [3]int
	widths := [3]int{4, 2, 2}
	fields := strings.Split(s, "-")
	if len(fields) > 3 {
		return Date{}, badDate(s)
	}
	for i, field := range fields {
		n, err := strconv.ParseUint(field, 10, 16)
		if err != nil || len(field) != widths[i] || n == 0 {
			return Date{}, badDate(s)
		}
		parts[i] = int(n)
	}
	d := Date{parts[0], parts[1], parts[2]}
	if !d.exists() {
		return Date{}, badDate(s)
	}
	return d, nil
}

// exists tells 2023-05-31 from 2023-06-31, which time.Date would turn into July.
func (d Date) exists() bool {
	if d.Day == 0 {
		return d.Month <= 12
	}
	t := d.time()
	return int(t.Month()) == d.Month && t.Day() == d.Day
}

func badDate(s string) error {
	return fmt.Errorf("not a date: %q (write 2023-05-09, 2023-05 or 2023)", s)
}
