package quantity

import (
	"strings"

	"ties.dev/ties/stages/annotate/token"
)

// hedge is a phrase around a number that bounds or blurs it.
type hedge struct {
	words []string
	bound int8 // +1 at least, -1 at most, 0 about
	verb  bool // says the bound but stays outside the quantity
}

// before are the phrases in front of a number, by their last word, longer ones first.
var before = hedges(false, map[int8]string{
	0: "about|around|nearly|almost|some|roughly|approximately|close to|near to|circa|ca.|ca|c.|an estimated|estimated|in the region of|in the neighborhood of|" +
		"on the order of|near|more or less|virtually|~|≈|as little as|as few as|somewhere around|just about|hardly|barely|scarcely|an approximate|reportedly about|or so",
	1: "more than|over|at least|above|no less than|no fewer than|not less than|not fewer than|greater than|higher than|larger than|bigger than|in excess of|upwards of|upward of|" +
		"a minimum of|minimum of|north of|exactly or more than|greater than or equal to|more than or equal to|equal to or more than|equal to or greater than|at least or equal to|" +
		"larger or equal than|bigger or equal than|higher or equal than|greater or equal than|more or equal than|>|more than the",
	-1: "up to|at most|less than|fewer than|under|below|no more than|not more than|as much as|as many as|as high as|a maximum of|maximum of|at the most|lower than|smaller than|south of|" +
		"less than or equal to|fewer than or equal to|equal to or less than|smaller or equal than|less or equal than|lower or equal than|no greater than|no higher than|<|down to less than",
}, map[int8]string{1: "exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|surpassing|topped|tops|topping"})

// after are the phrases behind a number, by their first word.
var after = hedges(true, map[int8]string{
	0:  "or so|odd|- odd|- ish|ish|or thereabouts|, give or take|more or less",
	1:  "or more|or higher|or greater|or above|or over|and more|and above|and over|and up|or upwards|at least|+|plus",
	-1: "or less|or fewer|or lower|or below|or under|and below|and under|at most|or smaller|at the most",
}, nil)

// degree are the adverbs that may stand before a bound: "well over", "just under", "slightly more than".
var degree = wordSet("just slightly well far little bit even significantly considerably much somewhat only substantially marginally comfortably way still hardly barely scarcely")

func hedges(forward bool, inside, verbs map[int8]string) map[string][]hedge {
	m := map[string][]hedge{}
	add := func(list string, bound int8, verb bool) {
		for p := range strings.SplitSeq(list, "|") {
			w := strings.Fields(p)
			key := w[len(w)-1]
			if forward {
				key = w[0]
			}
			at := 0
			for at < len(m[key]) && len(m[key][at].words) > len(w) {
				at++
			}
			m[key] = append(m[key][:at:at], append([]hedge{{w, bound, verb}}, m[key][at:]...)...)
		}
	}
	for _, bound := range [...]int8{0, 1, -1} { // in a fixed order, since equal lengths keep it
		if s := inside[bound]; s != "" {
			add(s, bound, false)
		}
		if s := verbs[bound]; s != "" {
			add(s, bound, true)
		}
	}
	return m
}

// approximate reads the hedges around the quantity, within tokens lowest to highest (exclusive).
func (q *Quantity) approximate(toks []token.Token, lowest, highest int) {
	if q.Unit == Ordinal {
		return
	}
	for q.hedgeBefore(toks, lowest) {
	}
	for _, h := range after[at0(toks, q.Last+1)] {
		j := q.Last + len(h.words)
		if j >= highest || j+1 == highest && highest < len(toks) && len(h.words) > 1 && h.words[0] != "-" || !matches(toks, q.Last+1, h.words) || at0(toks, j+1) == "than" || h.words[0] == "+" && toks[j].Space {
			continue
		}
		if h.words[0] == "plus" && j+1 < len(toks) && toks[j+1].Kind != token.Mark {
			continue // "30 percent plus a fee"
		}
		q.Last = j
		q.hedged(h.bound)
		break
	}
	if q.percentBehindHedge(toks) {
		return
	}
}

// hedgeBefore takes one phrase in front of the quantity into it.
func (q *Quantity) hedgeBefore(toks []token.Token, lowest int) bool {
	if q.First <= lowest {
		return false
	}
	for _, h := range before[toks[q.First-1].Lower] {
		i := q.First - len(h.words)
		if i < lowest || !matches(toks, i, h.words) {
			continue
		}
		if i > 0 && toks[i].Kind == token.Mark && toks[i-1].Kind == token.Number && !toks[i].Space {
			return false // 20~100
		}
		if q.year && q.Unit == None && (h.words[len(h.words)-1] == "over" || h.words[0] == "some") {
			return false // "over 2022"
		}
		q.hedged(h.bound)
		if h.verb {
			return false
		}
		q.First = i
		for q.First > lowest && degree[toks[q.First-1].Lower] {
			q.First--
			if toks[q.First].Lower == "little" && q.First > lowest && toks[q.First-1].Lower == "a" {
				q.First--
			}
		}
		return true
	}
	return false
}

// hedged notes a bound; the first one wins ("at least about 30").
func (q *Quantity) hedged(bound int8) {
	q.Approx = true
	if bound == 0 || q.Bound != 0 {
		return
	}
	q.Bound = bound
	if bound > 0 {
		q.Low = q.Value
	} else {
		q.High = q.Value
	}
}

// percentBehindHedge reads the unit behind "30-odd percent", "30 or more percent".
func (q *Quantity) percentBehindHedge(toks []token.Token) bool {
	if q.Unit != None || q.Last == q.NumLast {
		return false
	}
	n := percentWord(toks, q.Last+1)
	if n == 0 {
		return false
	}
	q.Unit, q.Last = Percent, q.Last+n
	return true
}

func matches(toks []token.Token, i int, words []string) bool {
	if i < 0 || i+len(words) > len(toks) {
		return false
	}
	for k, w := range words {
		if toks[i+k].Lower != w {
			return false
		}
	}
	return true
}
