package resolve

import "ties.dev/ties/stages/annotate"

// host is the state that holds the event: the one named as its place, that of the edition, or of every edition;
// "" where editions of the year differ in it.
func (r *Reader) host(s *annotate.Sentence, o *Occasion) string {
	if e := r.gazetteer.Event(o.Event); e != nil && e.Host != "" {
		return e.Host
	}
	if st, ok := r.rites[o.Event]; ok {
		return st.Code
	}
	if in := phraseAfter(s, o.Chunk, "in", "at"); in >= 0 {
		if m := s.Units[s.Chunks[in].Head].Meaning(annotate.Country); m != nil {
			return m.Code
		}
	}
	if len(o.Years) != 1 {
		return ""
	}
	city := r.city(s, o.Chunk)
	for _, e := range editionsOf(r.gazetteer, o.Event) {
		if city == "" && e.Year == o.Years[0] && e.City != "" && r.inCity(s, e.City) {
			city = e.City // the summit, which is held in Dushanbe
		}
	}
	for _, e := range editionsOf(r.gazetteer, o.Event) {
		if e.Year == o.Years[0] {
			return r.editionHost(o, city)
		}
	}
	return r.capitalOf(s, o.Chunk)
}

// capitalOf is the state of the capital in which the clause of the event says that something takes place, for an edition that is not known:
// "leaders of the bloc are meeting in Abuja".
func (r *Reader) capitalOf(s *annotate.Sentence, i int) string {
	for j := i + 1; j < len(s.Chunks) && s.Chunks[j].Clause == s.Chunks[i].Clause; j++ {
		c := &s.Chunks[j]
		if c.Kind != annotate.NounPhrase || c.Case < 0 {
			continue
		}
		m := s.Units[c.Head].Meaning(annotate.Country)
		if w := s.Units[s.Chunks[c.Case].First].Word; m != nil && m.Form == annotate.Capital && (w == "in" || w == "at") {
			return m.Code
		}
	}
	return ""
}

// editionHost is the host of the editions of the year, in the city where one is given, if all have the same.
func (r *Reader) editionHost(o *Occasion, city string) string {
	host := ""
	for _, e := range editionsOf(r.gazetteer, o.Event) {
		if e.Year != o.Years[0] || e.Host == "" || city != "" && e.City != city {
			continue
		}
		if host != "" && e.Host != host {
			return r.currentHost(o)
		}
		host = e.Host
	}
	return host
}

// currentHost is the host of the one edition of those days, "" where there is none.
func (r *Reader) currentHost(o *Occasion) string {
	for _, e := range editionsOf(r.gazetteer, o.Event) {
		if r.Anchor.Day != 0 && e.Year == o.Years[0] && e.Year == r.Anchor.Year && len(e.Start) == 10 && closeTo(r.day(), e.Start, e.End, days) {
			return e.Host
		}
	}
	return ""
}
