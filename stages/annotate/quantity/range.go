package quantity

import (
	"math"

	"ties.dev/ties/stages/annotate/token"
)

// join makes one range of two quantities: "20-25 percent", "between 20 and 25", "from 20 to 25", "20 or 25 percent",
// "more than 20 but less than 30".
func join(toks []token.Token, a, b Quantity) (Quantity, bool) {
	if a.Unit != b.Unit || a.Currency != b.Currency || a.Unit == Ordinal || a.Unit == Times || a.Fraction != b.Fraction {
		return a, false
	}
	l := linkOf(toks, a.Last+1, b.First)
	if a.Bound*b.Bound < 0 && a.Value != b.Value && (a.Value < b.Value) == (a.Bound > 0) {
		if l == conjunction || b.First == a.Last+2 && toks[a.Last+1].Lower == "but" {
			return merged(a, b, a.First), true
		}
		return a, false
	}
	if a.Value >= b.Value || a.Bound != 0 || b.Bound != 0 || !plausible(toks, l, a, b) {
		return a, false
	}
	first := a.First
	switch {
	case l == conjunction:
		if !between(toks, &a) {
			return a, false
		}
		first--
	case l == to && from(toks, &a):
		if change(toks, a.First-1) {
			return a, false
		}
		first--
	case l == to && ownUnit(&a) && change(toks, a.First):
		return a, false // "rose 5 percent to 25 percent"
	case l == alternative && a.Unit == None && b.Value != a.Value+1:
		return a, false
	}
	return merged(a, b, first), true
}

// plausible keeps years, dates and scores apart.
func plausible(toks []token.Token, l link, a, b Quantity) bool {
	if a.year && (b.year || b.Unit == None && b.Value < 100) || a.Unit == None && b.year && b.Unit == None && a.Value < 100 {
		return false
	}
	if l == dash {
		return toks[a.Last+1].Space == toks[b.First].Space
	}
	return l == to || l == conjunction || l == alternative
}

// ownUnit holds where a unit was written at the quantity itself.
func ownUnit(q *Quantity) bool { return q.sign || q.Last > q.NumLast }

func between(toks []token.Token, q *Quantity) bool {
	return q.First > 0 && toks[q.First-1].Lower == "between"
}

func from(toks []token.Token, q *Quantity) bool {
	return q.First > 0 && toks[q.First-1].Lower == "from"
}

// merged is the range of the two ends.
func merged(a, b Quantity, first int) Quantity {
	if a.Value > b.Value {
		a.Value, b.Value = b.Value, a.Value
	}
	r := a
	r.First, r.Last = first, b.Last
	r.NumFirst, r.NumLast = min(a.NumFirst, b.NumFirst), max(a.NumLast, b.NumLast)
	r.Low, r.High = a.Value, b.Value
	r.Value = math.Round((a.Value+b.Value)/2*1e6) / 1e6
	r.Range, r.Bound, r.year = true, 0, false
	r.Approx = a.Approx || b.Approx
	return r
}

// carry gives the second of "from 20 percent in 2010 to 25" the unit of the first.
func carry(toks []token.Token, found []Quantity, k int) {
	a := &found[k]
	if a.Unit != Percent || !from(toks, a) {
		return
	}
	for n := k + 1; n < len(found) && n <= k+2 && found[n].First-a.Last <= 6; n++ {
		if b := &found[n]; b.Unit == None && !b.year && toks[b.First-1].Lower == "to" && !counts(toks, b) {
			b.Unit = Percent
			return
		}
	}
}

// counts holds where a noun follows the number, so that it cannot be a percentage.
func counts(toks []token.Token, q *Quantity) bool {
	s := at0(toks, q.Last+1)
	return q.Last+1 < len(toks) && toks[q.Last+1].Kind == token.Word && !behindPart[s]
}

// change reports whether a verb or noun of rising and falling stands before token i in the clause.
func change(toks []token.Token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch s := toks[k].Lower; {
		case s == ";" || s == ":" || s == "(" && k < i-1: // "rose (from 10 percent to 15 percent)"
			return false
		case (s == "up" || s == "down") && k < i-1: // "set up", "go down to the river", but "up from 20"
		case changes[s]:
			return true
		}
	}
	return false
}

var changes = wordSet("rise rises rose risen rising grow grows grew grown growing fall falls fell fallen falling drop drops dropped dropping decline declines declined declining " +
	"increase increases increased increasing decrease decreases decreased decreasing jump jumps jumped jumping climb climbs climbed climbing soar soars soared soaring surge surged surging " +
	"shrink shrank shrunk shrinking sink sank sunk slip slipped slipping slump slumped plunge plunged plunging tumble tumbled go goes went gone going up down move moved shift shifted change changed " +
	"raise raised raising cut lower lowered reduce reduced reducing expand expanded swell swelled swollen edge edged inch inched double doubled treble tripled quadrupled dip dipped recover recovered rebounded growth reduction improved advance advanced")
