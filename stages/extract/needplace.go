package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// wordOf are the words and marks without which a step leads nowhere.
var wordOf = map[string][]string{"outside": {"outside"}, "gone": {"out"}, "subjected": {"under"}, "fronted inside": {"since", "from"}, "but not of": {"but"},
	"closing": {":", "-"}, "listed": {":", "-"}, "bracket": {"("}}

// otherSteps are the prepositions that are the names of other steps as well, and "of", for which a fraction does: half the exports.
var otherSteps = []string{"about", "since", "before", "after", "behind", "over", "of"}

// behind adds the words without which none of the places leads anywhere.
func (n *need) behind(l *annotate.Lexicon, places []string) {
	var all []string
	for _, place := range places {
		words := wordsOf(place)
		if len(words) == 0 {
			return
		}
		all = append(all, words...)
	}
	n.oneOfWords(l, all)
}

// oneOfWords adds that one of the words or marks must stand in the sentence.
func (n *need) oneOfWords(l *annotate.Lexicon, all []string) {
	var mask annotate.Mask
	for _, w := range all {
		class := classOf(l, w)
		mask.Add(&class)
	}
	n.some, n.wordly = append(n.some, mask), append(n.wordly, true)
}

// classOf is the mask of the class of the word or mark alone.
func classOf(l *annotate.Lexicon, w string) annotate.Mask {
	if chars, ok := marks[w]; ok {
		return l.MarkClass(w, chars)
	}
	return l.WordClass("="+w, w)
}

// marks are the characters of the classes of marks, by the first byte of their UTF-8; a dash may be a hyphen.
var marks = map[string]string{":": ":", "(": "([", "-": "-\xe2", "0": "0123456789"}

// dated adds that a date must stand in the sentence.
func (n *need) dated(l *annotate.Lexicon) {
	mask := l.WordClass("=date", dates.Words()...)
	digit := l.MarkClass("0", marks["0"])
	mask.Add(&digit)
	n.some, n.wordly = append(n.some, mask), append(n.wordly, true)
}

// wordsOf are the words one of which stands in every sentence in which the place leads somewhere, or none.
func wordsOf(place string) []string {
	if slices.Contains(otherSteps, place) {
		return nil
	}
	for step := range strings.SplitSeq(place, ".") {
		if words := wordOf[step]; words != nil {
			return words
		}
		step = strings.TrimLeft(step, "~^<")
		if slices.Contains(prepositions, step) && !slices.Contains(otherSteps, step) || step == "since" && place != step {
			return []string{tellingWord(step)}
		}
	}
	return nil
}

// tellingWord is the longest word of a preposition: the "addition" of "in addition to".
func tellingWord(preposition string) string {
	words := strings.Fields(preposition)
	return slices.MaxFunc(words, func(a, b string) int { return len(a) - len(b) })
}

// flowing adds that a flow must be spoken of, where every place of a role is in what the sentence says of one.
func (n *need) flowing(l *annotate.Lexicon, r *Rule) {
	if !slices.ContainsFunc(r.Roles, func(role Role) bool { return !role.Optional && slices.Equal(role.At, []string{"tie"}) }) {
		return
	}
	n.flow = l.ClassMask("consignment", "bare_partner", "flow_noun", "reversed")
	for i := range r.flows {
		f := &r.flows[i]
		further := l.ClassMask(slices.Concat(f.Partners, f.Maybe, []string{f.Noun, f.Takes, f.Does, f.Goes})...)
		n.flow.Add(&further)
	}
}
