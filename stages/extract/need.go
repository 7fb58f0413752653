package extract

import (
	"strings"

	"ties.dev/ties/stages/annotate"
)

// prepare works out which terms a sentence and its document must hold for the rule to have a chance.
func (r *Rule) prepare(l *annotate.Lexicon) {
	r.needs, r.anywhere = annotate.Mask{}, annotate.Mask{}
	anchor := classMask(l, r.Anchor)
	r.needs.Add(&anchor)
	for _, cond := range r.When {
		class, places, _ := strings.Cut(cond, "@")
		mask := classMask(l, class)
		if within(places) {
			r.needs.Add(&mask)
		} else {
			r.anywhere.Add(&mask)
		}
	}
}

// within reports whether all places of a condition lie in the sentence of the anchor.
func within(places string) bool {
	for place := range strings.SplitSeq(places, "|") {
		switch place {
		case "context", "document", "heading", "topic":
			return false
		}
	}
	return true
}

// classMask is the mask of a class of words, a kind of value or a kind of name; empty for what no term shows.
func classMask(l *annotate.Lexicon, class string) annotate.Mask {
	switch class {
	case "event":
		return annotate.KindMask(annotate.Event)
	case "organization":
		return annotate.KindMask(annotate.Organization)
	}
	return l.ClassMask(class)
}
