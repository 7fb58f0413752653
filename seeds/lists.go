package seeds

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// list is one file of the gazetteer: its columns, what they may hold, and how a row of it is taken.
type list struct {
	file    string
	columns []string // that its header row starts with, in this order
	also    []string // that may follow
	needs   []string // cells that are never empty
	closed  []string // columns that hold what they hold in the list of ties, and nothing else
	take    func(*Gazetteer, row) error
	names   func(row) []meaning // the terms of prose that a row gives; nil for a list that names nothing
}

// lists in the order in which they are read: what a list refers to stands before it.
var lists = []list{
	{"countries.tsv", []string{"code", "alpha2", "name", "official", "kind", "region"}, nil,
		[]string{"code", "name"}, []string{"kind"}, (*Gazetteer).addCountry, nil},
	{"country_terms.tsv", []string{"code", "kind", "term"}, []string{"flags"},
		[]string{"code", "kind", "term"}, []string{"kind", "flags"}, (*Gazetteer).addTerm, namesOfState},
	{"leaders.tsv", []string{"code", "office", "name", "short", "start"}, []string{"end", "variants", "flags"},
		[]string{"code", "office", "name"}, []string{"flags"}, (*Gazetteer).addLeader, namesOfLeader},
	{"organizations.tsv", []string{"code", "name", "aliases", "nicknames", "members"}, []string{"flags"},
		[]string{"code", "name"}, []string{"flags"}, (*Gazetteer).addOrganization, namesOfOrganization},
	{"groups.tsv", []string{"code", "terms", "members"}, []string{"count", "flags"},
		[]string{"code", "terms"}, []string{"flags"}, (*Gazetteer).addGroup, namesOfGroup},
	{"events.tsv", []string{"code", "name", "terms", "organization", "place", "host", "month_day"}, []string{"flags", "sites", "holidays"},
		[]string{"code", "name"}, []string{"flags"}, (*Gazetteer).addEvent, namesOfEvent},
	{"event_editions.tsv", []string{"event", "year", "start", "end", "city", "host"}, []string{"note"},
		[]string{"event", "year"}, nil, (*Gazetteer).addEdition, nil},
	{"offices.tsv", []string{"singular", "plural", "office"}, nil, []string{"singular"}, nil, (*Gazetteer).addOffice, nil},
	{"words.tsv", []string{"tag", "words"}, nil, []string{"tag", "words"}, []string{"tag"}, (*Gazetteer).addWords, nil},
	{"verbs.tsv", []string{"base", "past", "participle"}, nil, []string{"base"}, nil, (*Gazetteer).addVerb, nil},
	{"abbreviations.tsv", []string{"short", "long"}, nil, []string{"short", "long"}, nil, (*Gazetteer).addAbbreviation, nil},
}

// add reads the lists that the folder holds. A list that is absent adds nothing, so that a user's folder may hold only what it adds.
func (g *Gazetteer) add(folder fs.FS) error {
	for i := range lists {
		l := &lists[i]
		rows, err := l.read(folder)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := l.check(r, g.values); err != nil {
				return err
			}
			if err := l.take(g, r); err != nil {
				return err
			}
			if err := l.checkMeanings(r, g.meant); err != nil {
				return err
			}
		}
	}
	return nil
}

// check reports a cell that is empty or holds what the list of ties never holds. While that itself is read, known is nil.
func (l *list) check(r row, known map[string][]string) error {
	for _, column := range l.needs {
		if r.get(column) == "" {
			return r.errorf("%s is empty: every line of this list gives one; cells are parted by tabs", column)
		}
	}
	if known == nil {
		return nil
	}
	for _, column := range l.closed {
		allowed := known[l.file+" "+column]
		for _, value := range splitList(r.get(column), ",") {
			if !slices.Contains(allowed, value) {
				return r.errorf("%s %q: it is one of %s", column, value, strings.Join(allowed, ", "))
			}
		}
	}
	return nil
}

// closedValues are the values of the closed columns in the lists of the folders, by "file column", in alphabetical order.
func closedValues(folders ...fs.FS) (map[string][]string, error) {
	values := map[string][]string{}
	for _, folder := range folders {
		for i := range lists {
			rows, err := lists[i].read(folder)
			if err != nil {
				return nil, err
			}
			for _, column := range lists[i].closed {
				key := lists[i].file + " " + column
				for _, r := range rows {
					values[key] = append(values[key], splitList(r.get(column), ",")...)
				}
				slices.Sort(values[key])
				values[key] = slices.Compact(values[key])
			}
		}
	}
	return values, nil
}

// checkFiles reports a file of a user's folder that would be passed over for its name.
func checkFiles(folder fs.FS) error {
	names, err := fs.Glob(folder, "*.tsv")
	if err != nil {
		return err
	}
	var known []string
	for i := range lists {
		known = append(known, lists[i].file)
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return fmt.Errorf("%s: no list has this name: it is one of %s", name, strings.Join(known, ", "))
		}
	}
	return nil
}
