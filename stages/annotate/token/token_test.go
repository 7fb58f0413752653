package token

import (
	"strings"
	"testing"
)

func TestAppend(t *testing.T) {
	for text, want := range map[string]string{
		"Kyrgyzstan's and Armenia’s":          "Kyrgyzstan|'s|and|Armenia|’s",
		"the countries' leaders don't go":     "the|countries|'|leaders|do|n't|go",
		"They cannot, can’t, o’clock":         "They|cannot|,|ca|n’t|,|o’clock",
		"the Moscow-led bloc":                 "the|Moscow|-|led|bloc",
		"3.35 million, 1,110 of 83% (1/3)":    "3.35|million|,|1,110|of|83|%|(|1/3|)",
		"$10bn in the U.S., 60th 1990s.":      "$|10|bn|in|the|U.S.|,|60th|1990s|.",
		"€5 £6 ¥7 ₽8 US$300m":                 "€|5|£|6|¥|7|₽|8|US|$|300|m",
		"2022-23 and 31, 27":                  "2022|-|23|and|31|,|27",
		"12,34,567.89 and 22,24,26":           "12,34,567.89|and|22|,|24|,|26",
		"a .5 point and the end.5":            "a|.5|point|and|the|end|.|5",
		"the ‘Stans":                          "the|‘|Stans",
		"see https://a.example/b?c=D.":        "see|https://a.example/b?c=D|.",
		"write to press-office@mid.example.":  "write|to|press-office@mid.example|.",
		"it’s N'Djamena, Côte d’Ivoire":       "it|’s|N'Djamena|,|Côte|d’Ivoire",
		"R14,5 billion, KSh20bn, R2 and K2":   "R|14|,|5|billion|,|KSh|20|bn|,|R2|and|K2",
		"U.K. aid – St. Petersburg — Mr. Ito": "U.K.|aid|–|St.|Petersburg|—|Mr.|Ito",
		"No. 1 said No. Then J. Smith left":   "No.|1|said|No|.|Then|J.|Smith|left",
		"İstanbul Küçük Orbán":                "İstanbul|Küçük|Orbán",
		"10\u00a0000\u202f000 2½":             "10|000|000|2|½",
	} {
		var got []string
		for _, tok := range Append(nil, text, 0, len(text)) {
			got = append(got, tok.Text)
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%q:\n got %s\nwant %s", text, s, want)
		}
	}
}

func TestFields(t *testing.T) {
	text := "x The Kremlin’s 60th-anniversary\u00a0party, at www.a.example"
	want := []Token{
		{2, 5, "The", "the", Word, true},
		{6, 13, "Kremlin", "kremlin", Word, true},
		{13, 17, "’s", "'s", Word, false},
		{18, 22, "60th", "60th", Number, true},
		{22, 23, "-", "-", Mark, false},
		{23, 34, "anniversary", "anniversary", Word, false},
		{36, 41, "party", "party", Word, true},
		{41, 42, ",", ",", Mark, false},
		{43, 45, "at", "at", Word, true},
		{46, 59, "www.a.example", "www.a.example", Mark, true},
	}
	got := Append(nil, text, 2, len(text))
	if len(got) != len(want) {
		t.Fatalf("%d tokens, want %d: %v", len(got), len(want), got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("token %d: got %+v, want %+v", i, got[i], want[i])
		}
	}
}

const paragraph = `Trade between the two neighbours grew by almost a third in 2022, to $9.3 billion, the Uzbek minister's office said. ` +
	`Exports rose 31 percent; imports, from a low base, more than doubled. “We don't expect that to last,” an adviser in St. Petersburg said. `

func BenchmarkAppend(b *testing.B) {
	text := strings.Repeat(paragraph, 10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var toks []Token
	for b.Loop() {
		toks = Append(toks[:0], text, 0, len(text))
	}
}
