package resolve

// leadLength is how many sentences at the head of a text say what it is about: its headings and its first paragraph.
const leadLength = 6

// leadOccasion is the one event that the head of the text names; none where it names several.
func (r *Reader) leadOccasion() (Occasion, bool) {
	if !r.led {
		if r.headUnderway() {
			return Occasion{}, false
		}
		r.led = true
		r.lead, r.hasLead = r.findLead()
	}
	return r.lead, r.hasLead
}

func (r *Reader) findLead() (Occasion, bool) {
	var found Occasion
	for i := 0; i < r.Doc.Len() && i < leadLength; i++ {
		for _, o := range r.events(i) {
			switch {
			case o.Shown || found.Event != "" && inRelative(r.Doc.Sentence(i), o.Chunk):
			case found.Event == "":
				found = o
			case found.Event != o.Event:
				return Occasion{}, false
			case len(found.Years) == 0:
				found.Years = o.Years
			}
		}
	}
	found.Span = false
	return found, found.Event != "" && len(found.Years) <= 1
}

// headUnderway holds while a sentence of the head is being read: what it names is not known yet.
func (r *Reader) headUnderway() bool {
	for i := 0; i < len(r.read) && i < leadLength; i++ {
		if r.read[i].told == underway {
			return true
		}
	}
	return false
}

// About reports whether the event may go without its year: in a document of which no day is known, and whose title, head or names are
// about it.
func (r *Reader) About(o *Occasion) bool {
	if r.Anchor.Year != 0 {
		return false
	}
	for _, about := range []func() (Occasion, bool){r.titleOccasion, r.leadOccasion, r.mainOccasion} {
		if x, ok := about(); ok && x.Event == o.Event {
			return true
		}
	}
	return false
}
