package suites_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/annotate/token"
)

// when are the dates of a text as words and resolved expressions.
func when(text string, anchor dates.Date) (words []string, found []dates.Expr) {
	toks := token.Append(nil, text, 0, len(text))
	for _, e := range dates.Find(nil, toks) {
		words = append(words, strings.ToLower(text[toks[e.First].Start:toks[e.Last].End]))
		found = append(found, e.Resolve(anchor))
	}
	return words, found
}

func anchorOf(s string) (d dates.Date) {
	fmt.Sscanf(s, "%d-%d-%d", &d.Year, &d.Month, &d.Day)
	return d
}

// No table holds times of day, seasons, holidays, weeks, weekends and business days, years and days in words, centuries,
// years before 1000 and years of two digits without an apostrophe. "Few" and "several" are no number, though theirs makes
// three of it; "two decades" are twenty years here and two that the calendar counts there. "The day", "my day" and "tmrw"
// are the speech of a calendar's owner.
var noDate = regexp.MustCompile(`(?i)\b(weeks?|weekends?|weekdays?|hours?|minutes?|seconds?|o'?clock|[ap]\.?m\.?|spring|summer|autumn|fall|winter|semester|` +
	`noon|midnight|morning|afternoon|evening|night|holidays?|christmas|easter|thanksgiving|labor|business|w/c|century|few|several|(two|\d) decades|the day$|my day|tmrw|year \d{3}|hundred|thousands?|nineteen|twenty|thirty|noughties|tens|` +
	`rest|year to date|ytd|mtd|ce|bce|ad|bc|eod|eom|eoy|eow|quincena|fortnight)\b|\d:\d\d`)

// Nor does it apply where a day or a month is bare digits without its month or year ("on 15", "4/22", "2016 - 11": lists
// and decimals are written so), where a month is glued to digits ("Oct2").
var loose = regexp.MustCompile(`(?i)\b(on|the|for) \d\d?(\b[^-–a-z]*$)|(^|[^\d/.-])\d\d?[./-]\d\d?([^\d/.-]|$)|\d{4} ?[-/.] ?\d\d?$|\b\d\d? ?[-/] ?\d{4}$|[a-z]\d|\d\d?,\d\d`)

func foreign(s string) bool { return noDate.MatchString(s) || loose.MatchString(s) }

// "The same year" is settled by the text around it. Phases of a period end where nobody can say: theirs cut "early 2024"
// to months, ours calls it a part of 2024. The next three days begin tomorrow there and today here.
var phases = regexp.MustCompile(`(?i)\b(next \d days|same|early|earlier|late|later|mid|middle|beginning|start|end)\b`)

// prepositions stand outside or inside a span by convention, which no value hangs on.
var preposition = regexp.MustCompile(`^(the|in|on|of|at|from|between|for|during|since|until|till|by|before|after) `)

func bare(words []string) []string {
	out := slices.Clone(words)
	for i := range out {
		for preposition.MatchString(out[i]) {
			out[i] = preposition.ReplaceAllString(out[i], "")
		}
	}
	return out
}

// extract scores spans.
func extract(t *testing.T, path string, floor float64) {
	var s score
	for _, c := range specs(t, path) {
		s.all++
		if foreign(c.Input) {
			continue
		}
		s.applicable++
		var want []string
		for _, r := range c.Results {
			want = append(want, strings.ToLower(r.Text))
		}
		got, _ := when(c.Input, dates.Date{})
		if slices.Equal(bare(got), bare(want)) {
			s.right++
		} else {
			miss(t, c.Input, got, want)
		}
	}
	s.report(t, floor)
}

func TestDateExtractor(t *testing.T)       { extract(t, "DateTime/English/DateExtractor", 0.88) }
func TestDatePeriodExtractor(t *testing.T) { extract(t, "DateTime/English/DatePeriodExtractor", 0.95) }

// TestDateParser holds a day to be right where it is theirs for the past or for the future, cut to what ours knows.
func TestDateParser(t *testing.T) {
	var s score
	for _, c := range specs(t, "DateTime/English/DateParser") {
		s.all++
		if foreign(c.Input) {
			continue
		}
		s.applicable++
		_, got := when(c.Input, anchorOf(c.Context.ReferenceDateTime))
		ok := len(got) == len(c.Results)
		for i := 0; ok && i < len(got); i++ {
			past, future := resolution(c.Results[i].Value, "date")
			own := got[i].From.String()
			ok = own != "" && (strings.HasPrefix(past, own) || strings.HasPrefix(future, own))
		}
		if ok {
			s.right++
		} else {
			miss(t, c.Input, spans(got), c.Results)
		}
	}
	s.report(t, 0.89)
}

// TestDatePeriodParser compares the first day and, of theirs that ends before a day, the last.
func TestDatePeriodParser(t *testing.T) {
	var s score
	for _, c := range specs(t, "DateTime/English/DatePeriodParser") {
		s.all++
		if foreign(c.Input) || phases.MatchString(c.Input) {
			continue
		}
		s.applicable++
		_, got := when(c.Input, anchorOf(c.Context.ReferenceDateTime))
		ok := len(got) == len(c.Results)
		for i := 0; ok && i < len(got); i++ {
			from, from2 := resolution(c.Results[i].Value, "startDate")
			to, to2 := resolution(c.Results[i].Value, "endDate")
			ok = within(got[i], from, to) || within(got[i], from2, to2)
		}
		if ok {
			s.right++
		} else {
			miss(t, c.Input, spans(got), c.Results)
		}
	}
	s.report(t, 0.86)
}

// within compares a period with its first day and its end, which may be meant to be in the period (2014-2018) or not.
func within(e dates.Expr, from, to string) bool {
	if from == "" || !strings.HasPrefix(from, e.From.String()) || e.From.Year == 0 {
		return false
	}
	last := anchorOf(to)
	if strings.HasPrefix(to, e.To.String()) && e.To != e.From {
		return true
	}
	after := e.To
	switch {
	case after.Month == 0:
		after = dates.Date{Year: after.Year + 1, Month: 1, Day: 1}
	case after.Day == 0:
		after = dates.Date{Year: after.Year + after.Month/12, Month: after.Month%12 + 1, Day: 1}
	}
	return last == after
}

// spans writes expressions by their ends.
func spans(found []dates.Expr) (out []string) {
	for _, e := range found {
		out = append(out, e.From.String()+".."+e.To.String())
	}
	return out
}

func resolution(value map[string]any, key string) (past, future string) {
	get := func(name string) string {
		m, _ := value[name].(map[string]any)
		s, _ := m[key].(string)
		return s
	}
	return get("PastResolution"), get("FutureResolution")
}
