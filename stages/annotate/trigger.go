package annotate

import "ties.dev/ties/stages/annotate/quantity"

// addTriggers adds the signs and words that show a sentence to hold a percentage or a sum of money.
func (l *Lexicon) addTriggers() {
	for _, term := range quantity.PercentTriggers() {
		l.add(term, Meaning{Kind: Trigger, Code: "percent"})
	}
	for _, term := range quantity.MoneyTriggers() {
		l.add(term, Meaning{Kind: Trigger, Code: "money"})
	}
}
