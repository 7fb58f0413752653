package suites_test

import (
	"encoding/csv"
	"regexp"
	"strings"
	"testing"

	"ties.dev/ties/seeds"
)

// A state with a part of another extent added or left out is none of the list, and neither is text that was decoded twice.
var otherExtent = regexp.MustCompile(`excluding|without|\(\+|, Svalbard and|Ã`)

// TestCountryNames looks up whole cells. States that ISO 3166 no longer lists, and organisations, do not apply.
func TestCountryNames(t *testing.T) {
	g, err := seeds.Default()
	if err != nil {
		t.Fatal(err)
	}
	codes := converterCodes(t)
	var s score
	for _, name := range []string{"china_taiwan_etc", "congo_madness", "korea", "misc"} {
		for _, row := range cells(t, "country_converter/test_regex_"+name+".txt")[1:] {
			s.all++
			want, cell := codes[row[0]], row[1]
			if g.Country(want) == nil || otherExtent.MatchString(cell) || isOrganization(g, cell) {
				continue
			}
			s.applicable++
			if got, _ := g.CountryNamed(cell); got == want {
				s.right++
			} else {
				miss(t, cell, got, want)
				if got != "" {
					t.Errorf("%q is taken for %s, want %s", cell, got, want)
				}
			}
		}
	}
	s.report(t, 0.97)
}

// TestNoCountryNames are names of other things.
func TestNoCountryNames(t *testing.T) {
	g, err := seeds.Default()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(open(t, "country_converter/should_not_match.txt"))) {
		line = strings.TrimSpace(line)
		if code, ok := g.CountryNamed(line); ok && !strings.HasPrefix(line, "#") {
			t.Errorf("%q is taken for %s, and is no state", line, code)
		}
	}
}

func isOrganization(g *seeds.Gazetteer, name string) bool {
	for _, o := range g.Organizations {
		if o.Name == name {
			return true
		}
	}
	return false
}

// converterCodes are the ISO codes by that program's short names.
func converterCodes(t *testing.T) map[string]string {
	t.Helper()
	codes := map[string]string{}
	for _, row := range cells(t, "../data/countries/country_converter-country_data.tsv") {
		codes[row[0]] = row[4]
	}
	return codes
}

// cells reads a file of tab-separated rows, with or without quotes.
func cells(t *testing.T, path string) [][]string {
	t.Helper()
	r := csv.NewReader(strings.NewReader(string(open(t, path))))
	r.Comma, r.TrimLeadingSpace = '\t', true
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
