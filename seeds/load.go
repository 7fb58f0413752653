package seeds

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

func (g *Gazetteer) addCountry(r row) error {
	code := r.get("code")
	if len(code) != 3 {
		return r.errorf("code %q: an ISO 3166-1 alpha-3 code has three letters", code)
	}
	if _, taken := g.country[code]; taken {
		return r.errorf("code %q: another state has it; names are added in country_terms.tsv", code)
	}
	g.country[code] = len(g.Countries)
	g.Countries = append(g.Countries, Country{code, r.get("alpha2"), r.get("name"), r.get("official"), r.get("kind"), r.get("region")})
	return nil
}

func (g *Gazetteer) addTerm(r row) error {
	g.Terms = append(g.Terms, Term{r.get("code"), r.get("kind"), r.get("term"), r.flags()})
	return g.checkStates(r, r.get("code"))
}

func (g *Gazetteer) addLeader(r row) error {
	l := Leader{Code: r.get("code"), Office: r.get("office"), Name: r.get("name"), Short: r.get("short"), Start: r.get("start"), End: r.get("end")}
	full, alone, _ := strings.Cut(r.get("variants"), "~")
	l.Common, l.Joint = slices.Contains(r.flags(), "common"), slices.Contains(r.flags(), "joint")
	l.Full = splitList(full, "|")
	l.Alone = splitList(strings.ReplaceAll(alone, "~", ""), "|")
	if err := checkDays(r, "start", "end"); err != nil {
		return err
	}
	if l.End != "" && l.End < l.Start[:min(len(l.Start), len(l.End))] {
		return r.errorf("%q from %q to %q: a term of office ends after it starts", l.Name, l.Start, l.End)
	}
	g.Leaders = append(g.Leaders, l)
	return g.checkStates(r, l.Code)
}

func (g *Gazetteer) addOrganization(r row) error {
	if known := g.Organization(r.get("code")); known != nil {
		return known.further(r)
	}
	g.orgs[r.get("code")] = len(g.Organizations)
	g.Organizations = append(g.Organizations, Organization{r.get("code"), r.get("name"), r.list("aliases"), r.list("nicknames"), r.list("members"), r.flags()})
	return g.checkStates(r, r.list("members")...)
}

func (g *Gazetteer) addGroup(r row) error {
	if known := g.Group(r.get("code")); known != nil {
		return known.further(r)
	}
	if r.get("members") == "" {
		return r.errorf("members is empty: a group that is not in the list of ties names its states")
	}
	g.groups[r.get("code")] = len(g.Groups)
	g.Groups = append(g.Groups, Group{r.get("code"), r.list("terms"), r.list("members"), slices.Contains(r.flags(), "loose")})
	return g.checkStates(r, r.list("members")...)
}

func (g *Gazetteer) addEvent(r row) error {
	if known := g.Event(r.get("code")); known != nil {
		return known.further(r)
	}
	if org := r.get("organization"); org != "" && g.Organization(org) == nil {
		return r.errorf("organization %q: no line of organizations.tsv has this code", org)
	}
	if day := r.get("month_day"); day != "" && !isDay("01-02", day) {
		return r.errorf("month_day %q: write month and day, as 05-09", day)
	}
	g.events[r.get("code")] = len(g.Events)
	g.Events = append(g.Events, Event{r.get("code"), r.get("name"), r.list("terms"), r.get("organization"),
		r.get("place"), r.get("host"), r.get("month_day"), r.flags(), r.list("sites"), r.list("holidays")})
	return g.checkStates(r, splitList(r.get("host"), "|")...)
}

func (g *Gazetteer) addEdition(r row) error {
	if g.Event(r.get("event")) == nil {
		return r.errorf("event %q: no line of events.tsv has this code", r.get("event"))
	}
	year, err := strconv.Atoi(r.get("year"))
	if err != nil {
		return r.errorf("year %q: write four digits", r.get("year"))
	}
	if err := checkDays(r, "start", "end"); err != nil {
		return err
	}
	g.Editions = append(g.Editions, Edition{r.get("event"), year, r.get("start"), r.get("end"), r.get("city"), r.get("host"), r.get("note")})
	return g.checkStates(r, splitList(r.get("host"), "|")...)
}

func (g *Gazetteer) addOffice(r row) error {
	g.Offices = append(g.Offices, Office{r.get("singular"), r.get("plural"), r.get("office")})
	return nil
}

func (g *Gazetteer) addWords(r row) error {
	for _, w := range r.list("words") {
		g.Words = append(g.Words, Word{w, r.get("tag")})
	}
	return nil
}

func (g *Gazetteer) addVerb(r row) error {
	g.Verbs = append(g.Verbs, Verb{r.get("base"), r.get("past"), r.get("participle")})
	return nil
}

func (g *Gazetteer) addAbbreviation(r row) error {
	g.Abbreviations = append(g.Abbreviations, Abbreviation{r.get("short"), r.get("long")})
	return nil
}

// checkStates reports a code that no state has.
func (g *Gazetteer) checkStates(r row, codes ...string) error {
	for _, code := range codes {
		if g.Country(code) == nil {
			return r.errorf("code %q: no state has it; write an ISO 3166-1 alpha-3 code such as KGZ, or add the state to countries.tsv", code)
		}
	}
	return nil
}

// checkDays reports a cell that is no day, month or year.
func checkDays(r row, columns ...string) error {
	for _, column := range columns {
		day := r.get(column)
		if day != "" && !isDay(time.DateOnly, day) && !isDay("2006-01", day) && !isDay("2006", day) {
			return r.errorf("%s %q: write 2023-05-09, 2023-05 or 2023", column, day)
		}
	}
	return nil
}

func isDay(layout, day string) bool {
	_, err := time.Parse(layout, day)
	return err == nil
}
