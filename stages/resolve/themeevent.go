package resolve

import (
	"maps"
	"slices"

	"ties.dev/ties/stages/annotate"
)

// mentionedOften is how many times a text names an event or its site to be about it by that alone.
const mentionedOften = 2

// themeEvent is the parade or ceremony to whose names and site a dated text returns, where it names no other that often, or whose site
// its head names: a column on who sits on Red Square. Its year is that of the edition held or due about the time of the text, none where there is no such edition.
func (r *Reader) themeEvent(n named) (Occasion, bool) {
	code := r.oftenNamed()
	if code == "" && n.ceremony {
		code = r.headSite()
	}
	e := r.gazetteer.Event(code)
	if e == nil || e.MD == "" {
		return Occasion{}, false
	}
	theme := Occasion{Event: code, Host: e.Host}
	for _, edition := range editionsOf(r.gazetteer, code) {
		if len(edition.Start) == 10 && closeTo(r.day(), edition.Start, edition.End, announcing) {
			theme.Years = []int{edition.Year}
		}
	}
	return theme, true
}

// oftenNamed is the event that the terms of the text stand for most often, "" where it is named but once or another as often.
func (r *Reader) oftenNamed() string {
	count := map[string]int{}
	for _, h := range r.Doc.Hits {
		for _, m := range r.Doc.Meanings(h) {
			if m.Kind == annotate.Event || m.Kind == annotate.Site && !m.Holiday {
				count[m.Code]++
			}
		}
	}
	best, most, tied := "", mentionedOften-1, false
	for _, code := range slices.Sorted(maps.Keys(count)) {
		switch n := count[code]; {
		case n > most:
			best, most, tied = code, n, false
		case n == most:
			tied = true
		}
	}
	if tied {
		return ""
	}
	return best
}
