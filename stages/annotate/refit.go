package annotate

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate/scan"
)

// refit looks again inside terms that stand in other letters than they must: in "the kingdom of Tonga" no state is called
// "Kingdom of Tonga", but Tonga is named all the same.
func (l *Lexicon) refit(text string, hits []scan.Hit) []scan.Hit {
	if !slices.ContainsFunc(hits, func(h scan.Hit) bool { return !l.anyFits(text, h) }) {
		return hits
	}
	var out []scan.Hit
	for _, h := range hits {
		if l.anyFits(text, h) {
			out = append(out, h)
			continue
		}
		if n := possessive(text[h.Start:h.End]); n > 0 {
			out = append(out, l.refit(text, l.automaton.Append(nil, text, int(h.Start), int(h.End)-n))...)
			continue
		}
		if space := strings.IndexByte(text[h.Start:h.End], ' '); space > 0 {
			inner := l.automaton.Append(nil, text, int(h.Start)+space+1, int(h.End))
			out = append(out, l.refit(text, inner)...)
		}
	}
	return out
}

// anyFits reports whether the hit stands in the letters of one of its meanings at least.
func (l *Lexicon) anyFits(text string, h scan.Hit) bool {
	surface := text[h.Start:h.End]
	if possessive(surface) > 0 && onlyCues(l.meanings[h.Term]) {
		return false // the country's: a possessor stays one
	}
	for i := range l.meanings[h.Term] {
		if l.meanings[h.Term][i].fits(surface) {
			return true
		}
	}
	return false
}

// possessive is the length of the 's that s ends in, or 0.
func possessive(s string) int {
	switch {
	case strings.HasSuffix(s, "'s"):
		return 2
	case strings.HasSuffix(s, "’s"):
		return 4
	}
	return 0
}
