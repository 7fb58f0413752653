package quantity

import "strings"

type class uint8

const (
	unit    class = iota + 1 // zero to nine
	teen                     // ten to nineteen
	tens                     // twenty to ninety
	hundred                  // hundred
	scale                    // thousand and up
	dozen
	short // bn, m: scales behind digits only
	half
	quarter
)

// word is a number word; ordinal for "third", plural for "thirds".
type word struct {
	class   class
	value   float64
	ordinal bool
	plural  bool
}

// words are the number words of English by their lower-case form.
var words = func() map[string]word {
	m := map[string]word{}
	add := func(c class, first, step float64, list string) {
		v := first
		for w := range strings.FieldsSeq(list) {
			m[w] = word{class: c, value: v}
			v += step
		}
	}
	ordinals := func(c class, first, step float64, list string) {
		v := first
		for w := range strings.FieldsSeq(list) {
			m[w] = word{c, v, true, false}
			m[strings.TrimSuffix(w, "s")+"s"] = word{c, v, true, true}
			v += step
		}
	}
	add(unit, 0, 1, "zero one two three four five six seven eight nine")
	add(unit, 0, 0, "nought naught")
	add(teen, 10, 1, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	add(tens, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety")
	add(tens, 40, 0, "fourty")
	ordinals(unit, 1, 1, "first second third fourth fifth sixth seventh eighth ninth")
	ordinals(unit, 9, 0, "nineth")
	ordinals(teen, 10, 1, "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	ordinals(tens, 20, 10, "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
	m["hundred"] = word{class: hundred, value: 100}
	ordinals(hundred, 100, 0, "hundredth")
	for w, v := range map[string]float64{"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15, "quintillion": 1e18, "sextillion": 1e21, "lakh": 1e5, "crore": 1e7} {
		m[w] = word{class: scale, value: v}
		if w != "lakh" && w != "crore" {
			ordinals(scale, v, 0, w+"th")
		}
	}
	for w, v := range map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12, "tln": 1e12} {
		m[w] = word{class: short, value: v}
	}
	for w := range strings.FieldsSeq("dozen dozens dozs dzs") {
		m[w] = word{class: dozen, value: 12}
	}
	delete(m, "seconds") // units of time, and never a denominator
	m["half"] = word{class: half, value: 2}
	m["halves"] = word{half, 2, true, true}
	m["quarter"] = word{class: quarter, value: 4}
	m["quarters"] = word{quarter, 4, true, true}
	return m
}()

// glued are the words that may stand at a number without a space.
var glued = wordSet("k m mn mln mil mm b bn bln t tn trn tln million billion trillion thousand pct pc percent pp p.p. " +
	"eur euro euros usd rub dollars rubles roubles lakh crore fold x ish odd")

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
