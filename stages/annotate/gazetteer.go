package annotate

import (
	"slices"
	"strings"
)

func (l *Lexicon) addCountries() {
	for _, t := range l.Gazetteer.Terms {
		form, ok := formOf[t.Kind]
		if !ok {
			continue // formal names are for whole cells of a table, not for prose
		}
		m := Meaning{Kind: Country, Code: t.Code, Form: form, Ambiguous: slices.Contains(t.Flags, "ambiguous")}
		if slices.Contains(t.Flags, "case") {
			m.Exact = t.Text
		}
		l.addProper(t.Text, m)
	}
	for _, g := range l.Gazetteer.Groups {
		for _, term := range g.Terms {
			l.addProper(term, Meaning{Kind: Group, Code: g.Code})
		}
	}
}

func (l *Lexicon) addLeaders() {
	for i, p := range l.Gazetteer.Leaders {
		for _, full := range append([]string{p.Name}, p.Full...) {
			l.addProper(full, Meaning{Kind: Person, Code: p.Code, Leader: i})
		}
		for _, short := range append([]string{p.Short}, p.Alone...) {
			if short != "" {
				l.addProper(short, Meaning{Kind: Person, Code: p.Code, Leader: i, Short: true, Exact: ""})
			}
		}
	}
}

func (l *Lexicon) addOrganizations() {
	for _, o := range l.Gazetteer.Organizations {
		m := Meaning{Kind: Organization, Code: o.Code}
		exact := slices.Contains(o.Flags, "case")
		for _, alias := range append([]string{o.Name, o.Code}, o.Aliases...) {
			m := m
			if alias, m.Plus = strings.CutSuffix(alias, "+"); m.Plus {
				alias = strings.TrimSpace(alias)
			}
			if exact && len(alias) <= 6 {
				m.Exact = alias
			}
			l.addProper(alias, m)
		}
		m.Nickname = true
		for _, nick := range o.Nicknames {
			l.add(nick, m)
		}
	}
}

// gatherings are the last words of names of events that are said of several editions as well: "the Moscow parades of 2023 and 2024".
var gatherings = []string{" parade", " Parade", " summit", " Summit"}

// ofSeveral is the name of an event as said of several editions, "" for one that is not said so.
func ofSeveral(term string) string {
	for _, word := range gatherings {
		if strings.HasSuffix(term, word) {
			return term + "s"
		}
	}
	return ""
}

func (l *Lexicon) addEvents() {
	for _, e := range l.Gazetteer.Events {
		for _, term := range append([]string{e.Name}, e.Terms...) {
			l.add(term, Meaning{Kind: Event, Code: e.Code})
			if several := ofSeveral(term); several != "" {
				l.add(several, Meaning{Kind: Event, Code: e.Code})
			}
		}
		for _, site := range e.Sites {
			l.addProper(site, Meaning{Kind: Site, Code: e.Code})
		}
		for _, day := range e.Holidays {
			l.addProper(day, Meaning{Kind: Site, Code: e.Code, Holiday: true})
		}
	}
	for _, e := range l.Gazetteer.Editions {
		if e.City != "" {
			l.addProper(e.City, Meaning{Kind: Place, Code: e.City})
			if rest, ok := strings.CutPrefix(e.City, "St "); ok {
				l.addProper("St. "+rest, Meaning{Kind: Place, Code: e.City})
			}
		}
	}
}

func (l *Lexicon) addOffices() {
	for _, o := range l.Gazetteer.Offices {
		m := Meaning{Kind: Office, Code: o.Code, Lemma: o.Singular}
		if o.Singular == "PM" {
			m.Exact = "PM"
		}
		l.add(o.Singular, m)
		m.Plural, m.Exact = true, ""
		l.add(o.Plural, m)
	}
}
