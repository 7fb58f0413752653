package quantity

import (
	"fmt"
	"strings"
	"testing"

	"ties.dev/ties/stages/annotate/token"
)

// show writes a quantity as its words, value and what is special about it.
func show(text string, toks []token.Token, q Quantity) string {
	s := fmt.Sprintf("%s = %v", text[toks[q.First].Start:toks[q.Last].End], q.Value)
	s += [...]string{"", "%", " pp", " " + q.Currency, " th", " x"}[q.Unit]
	if q.Low == q.Low || q.High == q.High {
		s += fmt.Sprintf(" [%v %v]", q.Low, q.High)
	}
	if q.Fraction {
		s += " fraction"
	}
	if q.Approx {
		s += " approx"
	}
	return s
}

func TestFind(t *testing.T) {
	for _, c := range [][2]string{
		{"twenty-seven states and two and a half percent", "twenty-seven = 27 | two and a half percent = 2.5%"},
		{"3.35 million, $9.3 billion, 12 bn, 1.2 trillion", "3.35 million = 3.35e+06 | $9.3 billion = 9.3e+09 USD | 12 bn = 1.2e+10 | 1.2 trillion = 1.2e+12"},
		{"US$ 300m, 300 million dollars, €5bn, 2,000 crore", "US$ 300m = 3e+08 USD | 300 million dollars = 3e+08 USD | €5bn = 5e+09 EUR | 2,000 crore = 2e+10"},
		{"5 billion euros, 40 billion Russian rubles, USD 7 million", "5 billion euros = 5e+09 EUR | 40 billion Russian rubles = 4e+10 RUB | USD 7 million = 7e+06 USD"},
		{"31 per cent, 31.5 %, 27,5 percent, 0.5 of a percent", "31 per cent = 31% | 31.5 % = 31.5% | 27,5 percent = 27.5% | 0.5 of a percent = 0.5%"},
		{"by 3 percentage points, 2.5 pp, 25 basis points", "3 percentage points = 3 pp | 2.5 pp = 2.5 pp | 25 basis points = 0.25 pp"},
		{"a third of it, nearly 1/3, two fifths, a tenth", "a third = 33.3% fraction | nearly 1/3 = 33.3% fraction approx | two fifths = 40% fraction | a tenth = 10% fraction"},
		{"one in five; nine out of ten; three-quarters; ⅔", "one in five = 20% fraction | nine out of ten = 90% fraction | three-quarters = 75% fraction | ⅔ = 66.7% fraction"},
		{"almost half of half a million people", "almost half = 50% fraction approx | half a million = 500000"},
		{"a half-hour, a half brother, an hour and a half", ""},
		{"in the second half, the first quarter, a third country", "second = 2 th | first = 1 th | third = 3 th"},
		{"the third-largest, the twenty-first, the 2nd", "third = 3 th | twenty-first = 21 th | 2nd = 2 th"},
		{"the lion's share, most, a majority, COVID-19, 180ml", ""},
		{"20-25 percent, 10%-15%", "20-25 percent = 22.5% [20 25] | 10%-15% = 12.5% [10 15]"},
		{"between 20 and 25 percent", "between 20 and 25 percent = 22.5% [20 25]"},
		{"up from 20 to 25 percent", "20 = 20% | 25 percent = 25%"},
		{"stands at from 20 to 25 percent", "from 20 to 25 percent = 22.5% [20 25]"},
		{"rose from 20 to 25 percent", "20 = 20% | 25 percent = 25%"},
		{"fell from 31 percent in 2021 to 27 in 2022", "31 percent = 31% | 2021 = 2021 | 27 = 27% | 2022 = 2022"},
		{"grew 5 percent to 25 percent", "5 percent = 5% | 25 percent = 25%"},
		{"20 or 25 percent; 31, 27 and 12 percent", "20 or 25 percent = 22.5% [20 25] | 31 = 31% | 27 = 27% | 12 percent = 12%"},
		{"$3 and $5 billion; $3-5 billion", "$3 = 3e+09 USD | $5 billion = 5e+09 USD | $3-5 billion = 4e+09 USD [3e+09 5e+09]"},
		{"more than 30 percent, up to 40 percent", "more than 30 percent = 30% [30 NaN] approx | up to 40 percent = 40% [NaN 40] approx"},
		{"at least a third; well over half", "at least a third = 33.3% [33.3 NaN] fraction approx | well over half = 50% [50 NaN] fraction approx"},
		{"more than 20 but less than 30 percent", "more than 20 but less than 30 percent = 25% [20 30] approx"},
		{"30-odd states, 30 or so, 30+ visits", "30-odd = 30 approx | 30 or so = 30 approx | 30+ = 30 [30 NaN] approx"},
		{"twice as much, threefold, three times more", "twice = 2 x | threefold = 3 x | three times = 3 x"},
		{"two or three guests, one of them, no one, one guest", "two or three = 2.5 [2 3] | one = 1"},
		{"between 2010 and 2015, 2022-23, 2022/23", "2010 = 2010 | 2015 = 2015 | 2022 = 2022 | 23 = 23"},
		{"In 2021, 27 percent; May 9 and 31 guests", "2021 = 2021 | 27 percent = 27% | 9 = 9 | 31 = 31"},
		{"10 000 soldiers and 1 414 021 100 people", "10 000 = 10000 | 1 414 021 100 = 1.4140211e+09"},
	} {
		toks := token.Append(nil, c[0], 0, len(c[0]))
		var got []string
		for _, q := range Find(nil, toks) {
			got = append(got, show(c[0], toks, q))
		}
		if s := strings.Join(got, " | "); s != c[1] {
			t.Errorf("%q:\n got %s\nwant %s", c[0], s, c[1])
		}
	}
}

func TestParse(t *testing.T) {
	for s, want := range map[string]float64{"one thousand two hundred thirty-fourth": 1234, "Zero": 0, "fifty - two": 52,
		"nine hundred and ninety-nine thousand and one": 999001, "2.33 k": 2330, "minus five point five": -5.5, "a third": 1. / 3} {
		if got, ok := Parse(s); !ok || got != want {
			t.Errorf("Parse(%q) = %v, %v; want %v", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "country", "two countries", "1990s"} {
		if got, ok := Parse(s); ok {
			t.Errorf("Parse(%q) = %v; want none", s, got)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat(`Trade between the two neighbours grew by almost a third in 2022, to $9.3 billion, the Uzbek minister's office said. `+
		`Exports rose 31 percent; imports, from a low base of between 20 and 25 million euros, more than doubled. “We don't expect that to last,” an adviser said. `, 10)
	toks := token.Append(nil, text, 0, len(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var found []Quantity
	for b.Loop() {
		found = Find(found[:0], toks)
	}
}
