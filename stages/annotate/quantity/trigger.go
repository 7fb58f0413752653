package quantity

import (
	"fmt"
	"slices"
)

// PercentTriggers are words and signs of which a sentence holds at least one wherever Find takes a Percent from it:
// the percent sign and its words, and the denominators of fractions.
func PercentTriggers() []string {
	terms := []string{"%", "percent", "percents", "percentage", "pct", "pc", "cent", "cents", "out of", "⅓", "⅔", "⅕", "⅖", "⅗", "⅘", "⅙", "⅚", "⅛", "⅜", "⅝", "⅞"}
	for text, w := range words {
		if w.class == half || w.class == quarter || w.ordinal && !(w.class == unit && w.value < 3) {
			terms = append(terms, text)
		}
	}
	for d := range 101 {
		terms = append(terms, fmt.Sprintf("%dpc", d)) // glued to its number it is one word for the scan
	}
	for d := 2; d <= 20; d++ {
		for n := 1; n < d; n++ {
			terms = append(terms, fmt.Sprintf("%d/%d", n, d))
		}
	}
	slices.Sort(terms)
	return terms
}

// MoneyTriggers are the same for sums in dollars, the words of other currencies and the codes of ISO 4217.
// A sum whose currency is told by another sign alone is found only where something else opens the sentence.
func MoneyTriggers() []string {
	terms := []string{"$"}
	for word := range currencies {
		terms = append(terms, word)
	}
	for code := range codes {
		terms = append(terms, code)
	}
	slices.Sort(terms)
	return terms
}

// OrdinalTriggers are words of which a sentence holds at least one wherever Find takes an Ordinal from it.
func OrdinalTriggers() []string {
	var terms []string
	for text, w := range words {
		if w.ordinal {
			terms = append(terms, text)
		}
	}
	for n := range largestRank {
		for _, ending := range [...]string{"st", "nd", "rd", "th"} {
			terms = append(terms, fmt.Sprintf("%d%s", n, ending))
		}
	}
	slices.Sort(terms)
	return append(terms, "00th", "000th") // 1,000th is two words for the scan
}

// largestRank bounds the ranks in digits that a sentence is opened for.
const largestRank = 1000
