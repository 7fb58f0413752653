package quantity

import (
	"math"
	"strings"

	"ties.dev/ties/stages/annotate/token"
)

// Scale is what a word or its short form multiplies a number with: 1e9 for "billion" and "bn", 1 for other words.
func Scale(word string) float64 {
	if w := words[word]; w.class == scale || w.class == short {
		return w.value
	}
	return 1
}

// scaled multiplies a group by the scale words behind it: "million", "lakh crore", "bn", "dozen".
func scaled(toks []token.Token, g numeral) numeral {
	for g.kind == cardinal {
		j := skipHyphen(toks, g.last+1)
		w := words[at0(toks, j)]
		switch {
		case w.class == scale && !w.plural:
		case w.class == short && g.literal && g.scale == 1 && shortScale(toks, g, j):
		case w.class == dozen && g.scale == 1:
		default:
			return g
		}
		g.value, g.last, g.year = exactly(g.value*w.value), j, false
		g.scale = max(g.scale, 1) * w.value
		if w.ordinal {
			g.kind = ordinal
		}
		if w.class == short || w.class == dozen {
			g.scale = w.value
			return g
		}
	}
	return g
}

// exactly takes off what binary fractions add to a product: 17.1 billion is 17100000000.
func exactly(v float64) float64 {
	if v < 1000 || v > 1e15 {
		return v
	}
	return math.Round(v*1000) / 1000
}

// shortScale decides whether the letters at j are a scale: "bn" always, "M" and "k" at the digits, "m" and "t" only
// where money or people make clear that no metres or tonnes are meant.
func shortScale(toks []token.Token, g numeral, j int) bool {
	if j != g.last+1 {
		return false
	}
	switch t := &toks[j]; t.Text {
	case "M", "MM", "mil", "b", "B", "K":
		return !t.Space || currencyBefore(toks, g.first)
	case "k":
		return true
	case "m", "t", "T", "mm":
		if currencyBefore(toks, g.first) || currencies[at0(toks, j+1)] != "" {
			return true
		}
		return t.Text == "m" && !t.Space && counted[at0(toks, j+1)]
	}
	return len(toks[j].Text) > 1 && toks[j].Lower != "mil"
}

var counted = wordSet("people workers migrants jobs citizens residents inhabitants barrels tonnes tons households refugees students voters tourists")

// currencyBefore reports whether a currency stands right before token i.
func currencyBefore(toks []token.Token, i int) bool {
	return i > 0 && (signs[toks[i-1].Text] != "" || codes[toks[i-1].Text])
}

// point adds the decimals of "two hundred point zero three".
func point(toks []token.Token, n numeral) numeral {
	if at0(toks, n.last+1) != "point" || n.literal || n.scale > 100 {
		return n
	}
	decimals, last := "", n.last
	for j := n.last + 2; j < len(toks); j++ {
		w := words[toks[j].Lower]
		if w.ordinal || w.class != unit && w.class != teen && w.class != tens {
			break
		}
		small, _ := smallAt(toks, j)
		if small.kind != cardinal || w.class != unit && decimals != "" {
			break
		}
		decimals += format(small.value)
		last = small.last
		if j = last; w.class != unit {
			break
		}
	}
	if decimals == "" {
		return n
	}
	if v, ok := decimal(strings.Join([]string{format(n.value), decimals}, ".")); ok {
		n.value, n.last = v, last
		g := scaled(toks, numeral{first: n.first, last: n.last, value: n.value, scale: 1})
		n.value, n.last, n.scale, n.kind = g.value, g.last, g.scale, g.kind
	}
	return n
}
