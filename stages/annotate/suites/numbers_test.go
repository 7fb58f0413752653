package suites_test

import (
	"encoding/csv"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/annotate/token"
)

func TestNumberParser(t *testing.T) {
	var s score
	for _, name := range []string{"hundred_clevert", "hundred_mathtools", "hundred_tools4noobs", "ordinals_calculators_ro",
		"ordinals_permutations_calculators_ro", "permutations_clevert", "permutations_mathtools", "permutations_tools4noobs"} {
		rows, err := csv.NewReader(strings.NewReader(string(open(t, "number-parser/en_"+name+".csv")))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			want, err := strconv.ParseFloat(row[0], 64)
			if err != nil {
				t.Fatal(err)
			}
			s.all++
			s.applicable++
			if got, ok := quantity.Parse(row[1]); ok && got == want {
				s.right++
			} else {
				miss(t, row[1], got, want)
			}
		}
	}
	s.report(t, 1)
}

// found are the quantities of a text, each as words and value.
func found(text string, keep func(*quantity.Quantity) (string, bool), whole bool) []string {
	toks := token.Append(nil, text, 0, len(text))
	var got []string
	for _, q := range quantity.Find(nil, toks) {
		if v, ok := keep(&q); ok {
			first, last := q.NumFirst, q.NumLast
			if whole {
				first, last = q.First, q.Last
			}
			got = append(got, strings.ToLower(text[toks[first].Start:toks[last].End])+"="+v)
		}
	}
	return got
}

// wanted are the results of a case in the same form.
func wanted(c spec) []string {
	var want []string
	for _, r := range c.Results {
		want = append(want, fmt.Sprintf("%s=%v", strings.ToLower(r.Text), r.Resolution["value"]))
	}
	return want
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// same compares words and values; a fraction keeps three digits here (33.3 %), so 0.0005 is no difference.
func same(got, want []string) bool {
	return slices.EqualFunc(got, want, func(g, w string) bool {
		gw, gv, _ := strings.Cut(g, "=")
		ww, wv, _ := strings.Cut(w, "=")
		a, err := strconv.ParseFloat(gv, 64)
		b, err2 := strconv.ParseFloat(strings.TrimSuffix(wv, "%"), 64)
		return gw == ww && err == nil && err2 == nil && math.Abs(a-b) <= max(0.0005, 1e-9*math.Abs(b))
	})
}

// run scores a file of cases. skip is the rule for what does not apply.
func run(t *testing.T, path string, floor float64, skip func(spec) bool, whole bool, keep func(*quantity.Quantity) (string, bool)) {
	var s score
	for _, c := range specs(t, path) {
		s.all++
		if skip(c) {
			continue
		}
		s.applicable++
		got, want := found(c.Input, keep, whole), wanted(c)
		if same(got, want) {
			s.right++
		} else {
			miss(t, c.Input, got, want)
		}
	}
	s.report(t, floor)
}

// Powers, programmers' exponents and the giga of engineers are no numbers of the press.
var notation = regexp.MustCompile(`\^|\d[eE][-+]?\d|\d ?G\b`)

// A number of more than two dots, a telephone number or a slash between them is an address, not a quantity.
var address = regexp.MustCompile(`\d+\.\d+\.\d+\.\d+|\d-\d+-\d+|-\d+/\d+|\d/\d+/\d{4}`)

// A comma before one or two digits is the decimal comma of other languages. A fraction of some hundreds in words may be cut
// in several places ("one hundred thirty fifths": of 130 or of 35?). "Two millionth" is one fraction here, and "two" there.
// A dash with a space behind it is a dash here, and a minus there.
var foreignForm = regexp.MustCompile(`\d,\d\d?([^\d]|$)|hundred .*[a-z]ths?$|millionths?$|^\s*- \d`)

func TestNumberModel(t *testing.T) {
	skip := func(c spec) bool {
		return notation.MatchString(c.Input) || address.MatchString(c.Input) || foreignForm.MatchString(c.Input)
	}
	run(t, "Number/English/NumberModel", 0.95, skip, false, func(q *quantity.Quantity) (string, bool) {
		v := q.Value
		if q.Fraction {
			v = q.Value / 100
		}
		return number(v), q.Unit != quantity.Ordinal
	})
}

func TestPercentModel(t *testing.T) {
	// "percent" without a number, and "percent of ten" for ten percent, are conventions of theirs.
	skip := func(c spec) bool {
		return slices.ContainsFunc(c.Results, func(r struct {
			Text, TypeName, Type string
			Start                int
			Resolution, Value    map[string]any
		}) bool {
			return strings.HasPrefix(strings.ToLower(r.Text), "per") || r.Text == "%"
		})
	}
	run(t, "Number/English/PercentModel", 1, skip, true, func(q *quantity.Quantity) (string, bool) {
		return number(q.Value), q.Unit == quantity.Percent && !q.Fraction
	})
}

func TestOrdinalModel(t *testing.T) {
	// "last", "next" and the like count from an end that no value gives; "forty and a third" is a fraction, and no third place.
	skip := func(c spec) bool {
		return strings.Contains(c.Input, "and a thir") || slices.ContainsFunc(wanted(c), func(s string) bool { return regexp.MustCompile(`(end|current)[-+]\d`).MatchString(s) })
	}
	run(t, "Number/English/OrdinalModel", 0.95, skip, false, func(q *quantity.Quantity) (string, bool) {
		return number(q.Value), q.Unit == quantity.Ordinal
	})
}

// Signs of comparison and "equal" are a query language; a range of ordinals is of places, not of numbers.
var query = regexp.MustCompile(`[<>=]|\b[Ee]qual|tenth`)

func TestNumberRangeModel(t *testing.T) {
	skip := func(c spec) bool { return query.MatchString(c.Input) || address.MatchString(c.Input) }
	var s score
	for _, c := range specs(t, "Number/English/NumberRangeModel") {
		s.all++
		if skip(c) {
			continue
		}
		s.applicable++
		var want []string
		for _, r := range c.Results { // ours are closed: the brackets do not count
			want = append(want, strings.ToLower(r.Text)+"="+strings.Trim(fmt.Sprint(r.Resolution["value"]), "[]()"))
		}
		got := found(c.Input, func(q *quantity.Quantity) (string, bool) {
			return end(q, q.Low) + "," + end(q, q.High), q.Range || q.Bound != 0
		}, true)
		if slices.Equal(core(got), core(want)) {
			s.right++
		} else {
			miss(t, c.Input, got, want)
		}
	}
	s.report(t, 0.93)
}

// outside are words that ours takes into a quantity and theirs does not ("about"), or the other way round (the verbs).
var outside = regexp.MustCompile(`^(about|exceed\w*|surpass\w*) `)

func core(found []string) []string {
	out := slices.Clone(found)
	for i := range out {
		out[i] = outside.ReplaceAllString(out[i], "")
	}
	return out
}

func end(q *quantity.Quantity, v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	if q.Fraction {
		v /= 100
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
