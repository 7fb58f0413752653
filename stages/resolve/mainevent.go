package resolve

import "ties.dev/ties/stages/annotate"

// days is how many days before and after an event a report is taken to be about it.
const days = 8

// mainOccasion is the event that the document as a whole is about, as far as its day and its names tell: one that is held about that
// day, in a city that the text names, by an organisation or with a kind of ceremony that it names as well.
func (r *Reader) mainOccasion() (Occasion, bool) {
	if !r.mained {
		r.mained = true
		r.mainEvent, r.hasMain = r.findMain()
	}
	return r.mainEvent, r.hasMain
}

// Reported is the event that the document is a report of: the one that its title names, or that its day and its names tell.
func (r *Reader) Reported() (Occasion, bool) {
	if o, ok := r.titleOccasion(); ok {
		return o, true
	}
	if o, ok := r.mainOccasion(); ok {
		return o, true
	}
	return r.leadOccasion()
}

// HasMain reports whether the document is about an event by its day and its names.
func (r *Reader) HasMain() bool {
	_, ok := r.mainOccasion()
	return ok
}

func (r *Reader) findMain() (Occasion, bool) {
	var found Occasion
	names := r.names()
	if r.Anchor.Day == 0 {
		return r.namedCeremony(names)
	}
	for _, e := range r.gazetteer.Editions {
		if e.Year != r.Anchor.Year || len(e.Start) < 10 || !closeTo(r.day(), e.Start, e.End, days) || !names.places[e.City] {
			continue
		}
		ev := r.gazetteer.Event(e.Event)
		if ev == nil || ev.Organization != "" && !names.orgs[ev.Organization] || ev.Organization == "" && !names.events[e.Event] && !(ev.MD != "" && names.ceremony) {
			continue
		}
		if found.Event != "" && found.Event != e.Event {
			switch r.headSite() {
			case found.Event:
				continue
			case e.Event:
			default:
				return Occasion{}, false
			}
		}
		found = Occasion{Event: e.Event, Years: []int{e.Year}, Host: e.Host}
	}
	if found.Event != "" {
		return found, true
	}
	if o, ok := r.announcedEvent(); ok {
		return o, true
	}
	return r.themeEvent(names)
}

// namedCeremony is the event of a fixed place that an undated text names by its site or otherwise, where it speaks of a ceremony
// and names no other event.
func (r *Reader) namedCeremony(n named) (Occasion, bool) {
	if !n.ceremony || len(n.events) != 1 {
		return Occasion{}, false
	}
	for code := range n.events {
		if e := r.gazetteer.Event(code); e != nil && e.MD != "" && n.places[e.Place] {
			return Occasion{Event: code, Host: e.Host}, true
		}
	}
	return Occasion{}, false
}

// named are the cities, organisations and events that the terms of a document can stand for.
type named struct {
	places, orgs, events map[string]bool
	ceremony             bool // a parade or the like is spoken of
}

func (r *Reader) names() named {
	n := named{places: map[string]bool{}, orgs: map[string]bool{}, events: map[string]bool{}}
	for _, h := range r.Doc.Hits {
		for _, m := range r.Doc.Meanings(h) {
			switch m.Kind {
			case annotate.Place:
				n.places[m.Code] = true
			case annotate.Organization:
				n.orgs[m.Code] = true
			case annotate.Event, annotate.Site:
				n.events[m.Code] = true
			case annotate.Cue:
				n.ceremony = n.ceremony || m.Code == "event_noun"
			}
		}
	}
	return n
}
