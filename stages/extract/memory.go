package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
)

// wantsOccasion notes all that can name an event, of which a rule with an event among its roles needs some: in its sentence, or
// anywhere in the document where the event may have been named before.
func (n *need) wantsOccasion(r *Rule, l *annotate.Lexicon) {
	if r.Anchor == "entry" {
		n.kinds(annotate.Country, annotate.Person)
	}
	for _, role := range r.Roles {
		if role.Is != "event" || role.Optional {
			continue
		}
		names := annotate.KindMask(annotate.Event, annotate.Site)
		nouns := l.ClassMask("summit_noun", "event_noun")
		names.Add(&nouns)
		if r.Anchor == "convene" { // the leaders of an organisation meet: that names its summit
			bodies := annotate.KindMask(annotate.Organization)
			names.Add(&bodies)
		}
		n.told = names
		if n.spoken = slices.ContainsFunc(role.At, func(place string) bool { return slices.Contains(remembered, place) }); n.spoken {
			n.silent = !slices.ContainsFunc(role.At, func(place string) bool { return !slices.Contains(speechless, place) && leadsOut(place) })
			return
		}
		if ofBody[r.Anchor] {
			bodies := annotate.KindMask(annotate.Organization)
			names.Add(&bodies)
		}
		n.some, n.wordly = append(n.some, names), append(n.wordly, false)
	}
}

// ofBody are the anchors of which an organisation can be the event: attended the G20.
var ofBody = map[string]bool{"attend": true, "come": true, "stay_away": true}

// within reports whether all places of a condition lie in the sentence of the anchor.
func within(places string) bool {
	for place := range strings.SplitSeq(places, "|") {
		switch place {
		case "context", "document", "heading", "over", "spoken", "topic", "measured", "intro", "caption", "above", "column", "told":
			return false
		}
	}
	return true
}

// leadsOut reports whether a place can lead out of the sentence.
func leadsOut(place string) bool {
	if place == "about" {
		return true // what the text is about, though a preposition as well
	}
	for step := range strings.SplitSeq(place, ".") {
		if step = strings.TrimLeft(step, "~^<"); !slices.Contains(inSentence, step) && !slices.Contains(prepositions, step) {
			return true
		}
	}
	return false
}
