package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
)

// prepare works out which terms a sentence and its document must hold for the rule to have a chance.
func (r *Rule) prepare(l *annotate.Lexicon) {
	r.needs, r.anywhere = annotate.Mask{}, annotate.Mask{}
	r.occasion, r.told = r.wantsOccasion(l)
	r.stated = slices.ContainsFunc(r.Roles, func(role Role) bool { return role.Is == "states" && !role.Optional })
	anchor := classMask(l, r.Anchor)
	r.needs.Add(&anchor)
	for _, cond := range r.When {
		if strings.Count(cond, "/") > 1 {
			continue // a third class can do for the first
		}
		class, places, _ := strings.Cut(cond, "@")
		mask := classMask(l, class)
		if within(places) {
			r.needs.Add(&mask)
		} else {
			r.anywhere.Add(&mask)
		}
	}
}

// named is all that can name a state, events included ("no leader came to the parade"). A document without any gives nothing to a rule that wants one.
var named = annotate.KindMask(annotate.Country, annotate.Group, annotate.Person, annotate.Organization, annotate.Event)

// wantsOccasion is the mask of all that can name an event, of which a rule with an event among its roles needs some:
// in its sentence (here), or anywhere in the document where the event may have been named before (told).
func (r *Rule) wantsOccasion(l *annotate.Lexicon) (here, told annotate.Mask) {
	if r.Anchor == "entry" {
		here = annotate.KindMask(annotate.Country, annotate.Person)
	}
	for _, role := range r.Roles {
		if role.Is != "event" || role.Optional {
			continue
		}
		names := annotate.KindMask(annotate.Event, annotate.Site)
		nouns := l.ClassMask("summit_noun", "event_noun")
		names.Add(&nouns)
		if slices.ContainsFunc(role.At, func(place string) bool { return slices.Contains(remembered, place) }) {
			r.spoken = true
			return here, names
		}
		return names, names
	}
	return here, told
}

// remembered are the places of roles that lead out of the sentence.
var remembered = []string{"topic", "context", "there", "last", "intro", "hosting", "reported"}

// able reports whether what the words can stand for has all that is needed and, of what is wanted, something.
func able(found, needs, wants *annotate.Mask) bool {
	return found.Covers(needs) && (*wants == annotate.Mask{} || found.Meets(wants))
}

// within reports whether all places of a condition lie in the sentence of the anchor.
func within(places string) bool {
	for place := range strings.SplitSeq(places, "|") {
		switch place {
		case "context", "document", "heading", "over", "spoken", "topic", "measured", "intro", "caption", "above", "column":
			return false
		}
	}
	return true
}

// classMask is the mask of a class of words, a kind of value or a kind of name; empty for what no term shows.
func classMask(l *annotate.Lexicon, class string) annotate.Mask {
	class, _, _ = strings.Cut(class, "/") // the rivals may be absent
	switch class {
	case "event":
		return annotate.KindMask(annotate.Event)
	case "cell", "number":
		return annotate.KindMask(annotate.Country)
	case "organization":
		return annotate.KindMask(annotate.Organization)
	}
	return l.Required(class)
}
