package extract

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate"
)

// condition is a condition of a rule as it is tested.
type condition struct {
	class  string
	places []place
	bit    int // without which the sentence can't meet it, or -1
}

// place is a place of a rule, cut into its steps when the rule is loaded.
type place struct {
	name  string
	steps []string
	path  []string // steps without the mode
	mode  string   // how the phrase at the end is taken; "" for all of it
}

func newPlace(name string) place {
	p := place{name: name, steps: strings.Split(name, ".")}
	p.path = p.steps
	if last := len(p.steps) - 1; slices.Contains(modes, p.steps[last]) {
		p.path, p.mode = p.steps[:last], p.steps[last]
	}
	return p
}

func newCondition(l *annotate.Lexicon, text string) condition {
	class, places, _ := strings.Cut(text, "@")
	c := condition{class: class, bit: -1}
	for name := range strings.SplitSeq(places, "|") {
		c.places = append(c.places, newPlace(name))
	}
	if wordly(class) && within(places) && !slices.ContainsFunc(c.places, ofValue) {
		mask := l.ClassMask(class)
		c.bit = mask.First()
	}
	return c
}

// wordly reports whether a class is one of words alone, so that it stands only where one of its words does.
func wordly(class string) bool {
	return !slices.Contains(builtin, class) && !slices.Contains(valueClasses, class) && !strings.ContainsAny(class, "/=")
}

// ofValue reports whether a place is none of the sentence's phrases but what its value is about.
func ofValue(p place) bool {
	switch p.name {
	case "ofwhat", "next of", "ahead", "objectof", "hanging", "label":
		return true
	}
	return false
}

// compile readies the rule's conditions and places.
func (r *Rule) compile(l *annotate.Lexicon) {
	r.when, r.unless, r.anchorBit = nil, nil, -1
	if wordly(r.Anchor) {
		mask := l.ClassMask(r.Anchor)
		r.anchorBit = mask.First()
	}
	for _, text := range r.When {
		r.when = append(r.when, newCondition(l, text))
	}
	for _, text := range r.Unless {
		r.unless = append(r.unless, newCondition(l, text))
	}
	for i := range r.Roles {
		role := &r.Roles[i]
		role.at = nil
		for _, name := range role.At {
			role.at = append(role.at, newPlace(name))
		}
	}
}
