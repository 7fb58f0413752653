package pipeline

import (
	"strings"
	"testing"
	"time"

	"ties.dev/ties/schemas"
)

// TestLinear gives texts that never end a sentence, a list or a bracket, or that state a fact with every word: four times the text
// may take four times as long, and no more than a busy machine adds.
func TestLinear(t *testing.T) {
	d := declared(t)
	const small, busy = 200_000, 3
	for name, piece := range map[string]string{
		"brackets that stay open": "Russia (Kazakhstan ",
		"a list without an end":   "Kazakhstan and ",
		"one sentence":            "Russia is the largest trading partner of Kazakhstan and remittances made up 31 percent of GDP, ",
		"pronouns":                "They attended the parade. It joined the bloc. ",
		"sets and organisations":  "Kazakhstan, Kyrgyzstan and Uzbekistan are members of the SCO, CSTO and CIS. ",
		"paragraphs of one fact":  "Russia is Kazakhstan's largest trading partner.\n\n",
		"headings":                "Trade partners\n\nRussia\n\n31%\n\n",
		"leaders":                 "President Tokayev attended the Victory Day parade in Moscow. ",
		"the rest":                "The other four attended the summit. ",
		"no space":                "remittances31%",
		"numbers":                 "31 percent of 27 percent to ",
	} {
		t.Run(name, func(t *testing.T) {
			took := func(size int) time.Duration {
				doc := &schemas.Document{ID: "d", Text: strings.Repeat(piece, size/len(piece)), Published: schemas.Date{Year: 2023, Month: 5, Day: 10}}
				start := time.Now()
				d.Extractor.Claims(doc)
				return time.Since(start)
			}
			took(small) // memory is taken once
			var one, four time.Duration
			for range 5 { // what else the machine does can slow one run, and not the shape of the growth
				if one, four = took(small), took(4*small); four <= 4*busy*one+100*time.Millisecond {
					return
				}
			}
			t.Errorf("%d bytes take %v, %d bytes %v", small, one, 4*small, four)
		})
	}
}
