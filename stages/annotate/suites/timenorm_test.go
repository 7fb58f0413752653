package suites_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"ties.dev/ties/stages/annotate/dates"
)

// A value that a table can hold: a year, month, day, quarter, half or decade. Weeks, seasons, vague references and
// unknown parts (198X-Q2 apart) are not.
var applicable = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?|-[QH][1-4])?$|^\d{3}$`)

// An expression that names no unit of the calendar ("the period", "the time") is settled by the text around it.
var anaphoric = regexp.MustCompile(`(?i)^(the|that|this|those|a|its)?\s*(latest |same |current |first |whole |full |fiscal |latest fiscal )?(day|year|quarter|month|period|time|date|session|half)s?( period)?$`)

// Words that name a year and nothing finer ("a year earlier", "the 1988 period") with a value that is finer take it from
// the sentence, which the suite does not give.
var (
	coarse = regexp.MustCompile(`(?i)year|\b\d{4}\b`)
	finer  = regexp.MustCompile(`(?i)quarter|half|month|day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec`)
)

// Years in words are left out: no table's documents write them so.
var spelled = regexp.MustCompile(`(?i)nineteen|thousand`)

func fromContext(words, value string) bool {
	words = regexp.MustCompile(`(?i)year-(ago|earlier) quarter|the (\d{4} )?quarter a year ago|the \d{4} quarter|year's quarter|year-ago quarter`).ReplaceAllString(words, "year")
	return strings.Contains(value, "-") && coarse.MatchString(words) && !finer.MatchString(words)
}

func TestTimenorm(t *testing.T) {
	var s score
	for _, file := range []string{"train", "test"} {
		var anchor dates.Date
		for line := range strings.Lines(string(open(t, "timenorm/"+file+".tsv"))) {
			f := strings.Split(strings.TrimSpace(line), "\t")
			if len(f) < 3 {
				anchor = dates.Date{}
				continue
			}
			s.all++
			if anchor.Year == 0 {
				anchor = anchorOf(f[2])
			}
			if f[1] != "DATE" || !applicable.MatchString(f[2]) || anaphoric.MatchString(f[0]) || fromContext(f[0], f[2]) || spelled.MatchString(f[0]) {
				continue
			}
			s.applicable++
			_, got := when(f[0], anchor)
			own := ""
			if len(got) > 0 {
				own = timex(got[0])
			}
			if own == f[2] {
				s.right++
			} else {
				miss(t, f[0]+" at "+anchor.String(), own, f[2])
			}
		}
	}
	s.report(t, 0.93)
}

// timex writes a resolved expression as TIMEX3 does.
func timex(e dates.Expr) string {
	switch e.Kind {
	case dates.Quarter:
		return fmt.Sprintf("%04d-Q%d", e.From.Year, e.From.Month/3+1)
	case dates.Half:
		return fmt.Sprintf("%04d-H%d", e.From.Year, e.From.Month/6+1)
	case dates.Decade:
		return fmt.Sprintf("%03d", e.From.Year/10)
	case dates.Until:
		return e.To.String()
	}
	return e.From.String()
}
