package seeds

import (
	"io/fs"
	"slices"
	"strings"
)

func (g *Gazetteer) addCountries(folder fs.FS) error {
	rows, err := readTSV(folder, "countries.tsv", "code", "alpha2", "name", "official", "kind", "region")
	for _, r := range rows {
		if len(r.get("code")) != 3 {
			return r.errorf("code %q: an ISO 3166-1 alpha-3 code has three letters", r.get("code"))
		}
		g.Countries = append(g.Countries, Country{r.get("code"), r.get("alpha2"), r.get("name"), r.get("official"), r.get("kind"), r.get("region")})
	}
	return err
}

var termKinds = []string{"name", "adjective", "demonym", "demonym_plural", "capital", "seat", "formal"}

func (g *Gazetteer) addTerms(folder fs.FS) error {
	rows, err := readTSV(folder, "country_terms.tsv", "code", "kind", "term")
	for _, r := range rows {
		if !slices.Contains(termKinds, r.get("kind")) {
			return r.errorf("kind %q: it is one of %s", r.get("kind"), strings.Join(termKinds, ", "))
		}
		g.Terms = append(g.Terms, Term{r.get("code"), r.get("kind"), r.get("term"), r.flags()})
	}
	return err
}

func (g *Gazetteer) addLeaders(folder fs.FS) error {
	rows, err := readTSV(folder, "leaders.tsv", "code", "office", "name", "short", "start")
	for _, r := range rows {
		l := Leader{Code: r.get("code"), Office: r.get("office"), Name: r.get("name"), Short: r.get("short"), Start: r.get("start"), End: r.get("end")}
		full, alone, _ := strings.Cut(r.get("variants"), "~")
		l.Common, l.Joint = slices.Contains(r.flags(), "common"), slices.Contains(r.flags(), "joint")
		l.Full = splitList(full, "|")
		l.Alone = splitList(strings.ReplaceAll(alone, "~", ""), "|")
		if l.Name == "" || (l.End != "" && l.End < l.Start[:min(len(l.Start), len(l.End))]) {
			return r.errorf("%q from %q to %q: a term of office has a name and ends after it starts", l.Name, l.Start, l.End)
		}
		g.Leaders = append(g.Leaders, l)
	}
	return err
}

func (g *Gazetteer) addOrganizations(folder fs.FS) error {
	rows, err := readTSV(folder, "organizations.tsv", "code", "name", "aliases", "nicknames", "members")
	for _, r := range rows {
		g.Organizations = append(g.Organizations, Organization{r.get("code"), r.get("name"), r.list("aliases"), r.list("nicknames"), r.list("members"), r.flags()})
	}
	return err
}

func (g *Gazetteer) addGroups(folder fs.FS) error {
	rows, err := readTSV(folder, "groups.tsv", "code", "terms", "members")
	for _, r := range rows {
		g.Groups = append(g.Groups, Group{r.get("code"), r.list("terms"), r.list("members"), slices.Contains(r.flags(), "loose")})
	}
	return err
}

func (g *Gazetteer) addEvents(folder fs.FS) error {
	rows, err := readTSV(folder, "events.tsv", "code", "name", "terms", "organization", "place", "host", "month_day")
	for _, r := range rows {
		g.Events = append(g.Events, Event{r.get("code"), r.get("name"), r.list("terms"), r.get("organization"),
			r.get("place"), r.get("host"), r.get("month_day"), r.flags(), r.list("sites"), r.list("holidays")})
	}
	return err
}

func (g *Gazetteer) addEditions(folder fs.FS) error {
	rows, err := readTSV(folder, "event_editions.tsv", "event", "year", "start", "end", "city", "host")
	for _, r := range rows {
		g.Editions = append(g.Editions, Edition{r.get("event"), atoi(r.get("year")), r.get("start"), r.get("end"), r.get("city"), r.get("host"), r.get("note")})
	}
	return err
}

func (g *Gazetteer) addOffices(folder fs.FS) error {
	rows, err := readTSV(folder, "offices.tsv", "singular", "plural", "office")
	for _, r := range rows {
		g.Offices = append(g.Offices, Office{r.get("singular"), r.get("plural"), r.get("office")})
	}
	return err
}

func (g *Gazetteer) addWords(folder fs.FS) error {
	rows, err := readTSV(folder, "words.tsv", "tag", "words")
	for _, r := range rows {
		for _, w := range r.list("words") {
			g.Words = append(g.Words, Word{w, r.get("tag")})
		}
	}
	return err
}

func (g *Gazetteer) addVerbs(folder fs.FS) error {
	rows, err := readTSV(folder, "verbs.tsv", "base", "past", "participle")
	for _, r := range rows {
		g.Verbs = append(g.Verbs, Verb{r.get("base"), r.get("past"), r.get("participle")})
	}
	return err
}

func (g *Gazetteer) addAbbreviations(folder fs.FS) error {
	rows, err := readTSV(folder, "abbreviations.tsv", "short", "long")
	for _, r := range rows {
		g.Abbreviations = append(g.Abbreviations, Abbreviation{r.get("short"), r.get("long")})
	}
	return err
}
