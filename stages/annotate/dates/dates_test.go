package dates

import (
	"fmt"
	"strings"
	"testing"

	"ties.dev/ties/stages/annotate/token"
)

// kinds are the names of the kinds in the tests, in the order of the constants.
var kinds = strings.Fields("? year month day quarter half range decade fiscal since until relative weekday dayofyear week sameday daybefore dayafter")

// show writes an expression as its words, kind and resolved dates.
func show(text string, toks []token.Token, e Expr, anchor Date) string {
	r := e.Resolve(anchor)
	s := fmt.Sprintf("%s: %s %s", text[toks[e.First].Start:toks[e.Last].End], kinds[e.Kind], r.From)
	if r.To != r.From {
		s += ".." + r.To.String()
	}
	if e.Partial {
		s += " part"
	}
	return s
}

// Every sentence is read as one of a document of Wednesday, 12 July 2023.
func TestFind(t *testing.T) {
	for _, c := range [][2]string{
		{"Trade grew in 2022.", "2022: year 2022"},
		{"He came on May 9, the 9th of May, and 9 May.", "May 9: dayofyear 2023-05-09 | the 9th of May: dayofyear 2023-05-09 | 9 May: dayofyear 2023-05-09"},
		{"on May 9, 2022 and 9 May 2021", "May 9, 2022: day 2022-05-09 | 9 May 2021: day 2021-05-09"},
		{"on 2023-05-09, 09/25/2023 and 25.09.2023", "2023-05-09: day 2023-05-09 | 09/25/2023: day 2023-09-25 | 25.09.2023: day 2023-09-25"},
		{"from January 2022 to Jan. 2023", "from January 2022 to Jan. 2023: range 2022-01..2023-01"},
		{"last year, this year and next year", "last year: year 2022 | this year: year 2023 | next year: year 2024"},
		{"It was less a year earlier, two years ago and the year before.", "a year earlier: year 2022 | two years ago: year 2021 | the year before: year 2022"},
		{"last month, yesterday, today, on Tuesday, last week", "last month: month 2023-06 | yesterday: day 2023-07-11 | today: day 2023-07-12 | Tuesday: weekday 2023-07-11 | last week: week 2023-07-03..2023-07-09"},
		{"in the first half of 2022 and H1 2021", "the first half of 2022: half 2022-01..2022-06 part | H1 2021: half 2021-01..2021-06 part"},
		{"in the first quarter, in Q3 2021, in the second quarter of last year", "the first quarter: quarter 2023-01..2023-03 part | Q3 2021: quarter 2021-07..2021-09 part | the second quarter of last year: quarter 2022-04..2022-06 part"},
		{"in January-August 2023", "January-August 2023: range 2023-01..2023-08 part"},
		{"the first nine months of 2021", "the first nine months of 2021: range 2021-01..2021-09 part"},
		{"in 2022-23, FY2022/23 and fiscal year 2022", "2022-23: range 2022..2023 | FY2022/23: fiscal 2022..2023 | fiscal year 2022: fiscal 2022"},
		{"since 2014, until 2010", "since 2014: since 2014.. | until 2010: until ..2010"},
		{"between 2010 and 2015, from 2010 to 2015, 2010-2015", "between 2010 and 2015: range 2010..2015 | from 2010 to 2015: range 2010..2015 | 2010-2015: range 2010..2015"},
		{"in the 1990s and the nineties", "the 1990s: decade 1990..1999 | the nineties: decade 1990..1999"},
		{"by mid-2023, in early 2024, in late May, at the end of 2022", "mid-2023: year 2023 part | early 2024: year 2024 part | late May: month 2023-05 part | the end of 2022: year 2022"},
		{"over the past decade and the last five years", "the past decade: range 2013..2023 | the last five years: range 2018..2023"},
		{"December 2024; in December; in August", "December 2024: month 2024-12 | December: month 2022-12 | August: month 2023-08"},
		{"They will meet on December 1.", "December 1: dayofyear 2023-12-01"},
		{"this year's third quarter; 2016 November; year-end", "this year's third quarter: quarter 2023-07..2023-09 part | 2016 November: month 2016-11 | year-end: year 2023"},
		{"in the 1970's; in the month of September; between May 9 and now", "the 1970's: decade 1970..1979 | the month of September: month 2023-09 | between May 9 and now: range 2023-05-09..2023-07-12 part"},
		{"on the first Friday of July, on Friday the 14th, the year after next", "the first Friday of July: day 2023-07-07 | Friday the 14th: day 2023-07-14 | the year after next: year 2025"},
		{"on the same day, the day before, that year", "the same day: sameday  | the day before: daybefore  | that year: relative "},
		{"on May 7 to 9, May 8 and 9, 5-7 July 2022", "May 7 to 9: range 2023-05-07..2023-05-09 part | May 8 and 9: range 2023-05-08..2023-05-09 part | 5-7 July 2022: range 2022-07-05..2022-07-07 part"},
		{"the 2022 summit, 2021's parade (2020) and Victory Day 2019", "2022: year 2022 | 2021: year 2021 | 2020: year 2020 | 2019: year 2019"},
		{"2022 was hard; in 2021 and 2022", "2022: year 2022 | 2021: year 2021 | 2022: year 2022"},
		{"2,022 people, some 2022 people, $2022, 2022 km, of 2000 guests", ""},
		{"They may march on; he march 5 km. A May deal, the second half of the match.", ""},
		{"on Tuesday, May 9; next Tuesday; last Friday", "Tuesday, May 9: dayofyear 2023-05-09 | next Tuesday: weekday 2023-07-18 | last Friday: weekday 2023-07-07"},
		{"a year before his election", ""},
		{"They will sign it within two years.", "within two years: range 2023-07-12..2025"},
		{"It was done within two years.", ""},
		{"It was signed two years and three months ago; 1 month, 21 days earlier; two days after tomorrow.", "two years and three months ago: month 2021-04 | 1 month, 21 days earlier: day 2023-05-22 | two days after tomorrow: day 2023-07-15"},
		{"It rose 5 percent in May, 27 percent in June.", "May: month 2023-05 | June: month 2023-06"},
		{"the second world war, one country, a third of exports, last place", ""},
	} {
		toks := token.Append(nil, c[0], 0, len(c[0]))
		var got []string
		for _, e := range Find(nil, toks) {
			got = append(got, show(c[0], toks, e, Date{2023, 7, 12}))
		}
		if s := strings.Join(got, " | "); s != c[1] {
			t.Errorf("%q:\n got %s\nwant %s", c[0], s, c[1])
		}
	}
}
