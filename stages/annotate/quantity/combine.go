package quantity

import "ties.dev/ties/stages/annotate/token"

// combine hands units along lists and joins the two ends of ranges.
func combine(toks []token.Token, found []Quantity) []Quantity {
	for k := len(found) - 1; k > 0; k-- {
		distribute(toks, found, k)
	}
	out := found[:0]
	for k := 0; k < len(found); k++ {
		q := found[k]
		if k+1 < len(found) && !chained(toks, found, k) {
			if r, ok := join(toks, q, found[k+1]); ok {
				out = append(out, r)
				k++
				continue
			}
			carry(toks, found, k)
		}
		out = append(out, q)
	}
	return out
}

// distribute gives the quantity before k the unit of k, where a list or a range connects them: "31, 27 and 12 percent".
func distribute(toks []token.Token, found []Quantity, k int) {
	a, b := &found[k-1], &found[k]
	link := linkOf(toks, a.Last+1, b.First)
	if a.Bound*b.Bound < 0 && b.First == a.Last+2 && toks[a.Last+1].Lower == "but" {
		link = conjunction
	}
	if link == unlinked || link == comma && !listGoesOn(toks, found, k) {
		return
	}
	if a.year && a.Unit == None && (link != dash || b.Unit == Percent && b.Value < 1000) || a.Fraction || a.Unit == Ordinal {
		return
	}
	if link == dash && chained(toks, found, k-1) {
		return
	}
	if a.Unit == None && !b.Fraction && (b.Unit == Percent || b.Unit == Money || b.Unit == Point) && a.Last == a.NumLast && !b.sign {
		a.Unit, a.Currency, a.year = b.Unit, b.Currency, false
	}
	shared := a.sign && !b.sign || a.Unit == Money && !a.sign || a.Unit == None && b.Unit == None && (link == dash || between(toks, a))
	if shared || a.sign && b.sign && link != comma {
		a.rescale(b)
	}
	if a.sign && b.Unit == None && !b.year && (link == dash || link == to || between(toks, a)) {
		b.Unit, b.Currency = a.Unit, a.Currency
	}
}

// rescale gives a the scale of b: "$3 and $5 billion".
func (q *Quantity) rescale(b *Quantity) {
	if q.scale != 1 || b.scale < 1000 || q.Value >= 1000 || q.Value > 2*b.Value/b.scale && q.Value >= 100 {
		return
	}
	q.scale = b.scale
	q.Value, q.exact, q.Low, q.High, q.year = q.Value*b.scale, q.exact*b.scale, q.Low*b.scale, q.High*b.scale, false
}

// listGoesOn holds where the item behind k is connected with "and" or another comma.
func listGoesOn(toks []token.Token, found []Quantity, k int) bool {
	for ; k+1 < len(found); k++ {
		switch linkOf(toks, found[k].Last+1, found[k+1].First) {
		case conjunction, alternative:
			return true
		case comma:
		default:
			return false
		}
	}
	return false
}

type link uint8

const (
	unlinked link = iota
	conjunction
	alternative
	comma
	to
	dash
)

// linkOf is how the tokens from i to j (exclusive) connect two numbers.
func linkOf(toks []token.Token, i, j int) link {
	if j == i+2 && toks[i].Text == "," {
		i++ // ", and"
	}
	if j != i+1 {
		return unlinked
	}
	switch toks[i].Lower {
	case "and", "&":
		return conjunction
	case "or":
		return alternative
	case ",":
		return comma
	case "to", "through", "till":
		return to
	case "-", "–", "—", "~", "‑":
		return dash
	}
	return unlinked
}

// chained holds for the middle of a-b-c, which is a date or a telephone number.
func chained(toks []token.Token, found []Quantity, k int) bool {
	dashed := func(i int) bool {
		return i >= 0 && i+1 < len(found) && linkOf(toks, found[i].Last+1, found[i+1].First) == dash && !toks[found[i].Last+1].Space
	}
	return dashed(k) && (dashed(k-1) || dashed(k+1))
}
