// Package dates finds dates and periods as they are mentioned, and resolves them against the day of the document.
package dates

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a day of the Gregorian calendar as far as it is known; 0 stands for a part that is not.
type Date struct{ Year, Month, Day int }

// Known reports whether anything is known of the date.
func (d Date) Known() bool { return d != Date{} }

// String is the date by ISO 8601, cut to what is known: 2023-05-09, 2023-05, 2023, --05-09, or "".
func (d Date) String() string {
	switch {
	case d.Year == 0 && d.Month == 0:
		return ""
	case d.Year == 0 && d.Day == 0:
		return fmt.Sprintf("--%02d", d.Month)
	case d.Year == 0:
		return fmt.Sprintf("--%02d-%02d", d.Month, d.Day)
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare orders by year, month and day; a part that is not known sorts before every known one.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.Year, o.Year), cmp.Compare(d.Month, o.Month), cmp.Compare(d.Day, o.Day))
}

// Before reports whether d sorts before o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After reports whether d sorts after o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// complete reports whether the date is known to the day.
func (d Date) complete() bool { return d.Year != 0 && d.Month != 0 && d.Day != 0 }

// Later is the day so many days after d.
func (d Date) Later(days int) Date { return d.add(days) }

// add is the date some days later; a date that is not complete gives none.
func (d Date) add(days int) Date { return d.shift(0, days) }

// shift is the date some months and days later; a date that is not complete gives none.
func (d Date) shift(months, days int) Date {
	if !d.complete() {
		return Date{}
	}
	t := d.time().AddDate(0, months, days)
	return Date{t.Year(), int(t.Month()), t.Day()}
}

// addMonths is the month some months later, without the day.
func (d Date) addMonths(n int) Date {
	if d.Year == 0 || d.Month == 0 {
		return Date{}
	}
	m := d.Year*12 + d.Month - 1 + n
	return Date{Year: m / 12, Month: m%12 + 1}
}

// real is the date, or none where its month has no such day: 31 November.
func (d Date) real() Date {
	if d.complete() && d.add(0) != d {
		return Date{}
	}
	return d
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// valid reports whether month and day can be such; 29 February always can.
func valid(month, day int) bool {
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return false
	}
	return day <= time.Date(2024, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC).Day()
}
