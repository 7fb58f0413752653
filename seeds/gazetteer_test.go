package seeds

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

func load(t *testing.T) *Gazetteer {
	t.Helper()
	g, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestMistakes holds a mistake in a user's list to be named with file, line, value and what is known.
func TestMistakes(t *testing.T) {
	const terms = "code\tkind\tterm\n# Names.\n"
	for _, c := range []struct{ file, text, want string }{
		{"country_terms.tsv", terms + "KGX\tname\tKirgisistan", `country_terms.tsv:3: code "KGX": no state has it; write an ISO 3166-1 alpha-3 code such as KGZ, or add the state to countries.tsv`},
		{"country_terms.tsv", terms + "KGZ\tnmae\tKirgisistan", `country_terms.tsv:3: kind "nmae": it is one of adjective, capital, demonym, `},
		{"country_terms.tsv", terms + "KGZ\tname\t", "country_terms.tsv:3: term is empty: "},
		{"country_terms.tsv", terms + "KGZ name Kirgisistan", "country_terms.tsv:3: kind is empty: every line of this list gives one; cells are parted by tabs"},
		{"country_terms.tsv", "code\tkind\tterm\tflag\n", `country_terms.tsv:1: columns ["code" "kind" "term" "flag"]: the header row must name ["code" "kind" "term"], and may name ["flags"] behind them`},
		{"country_terms.tsv", "code\tkind\tterm\tflags\nKGZ\tname\tX\tambigous", `country_terms.tsv:2: flags "ambigous": it is one of ambiguous, case, historic`},
		{"country_terms.tsv", terms + "KGZ\tname\tKirgis\xe9", `country_terms.tsv:3: "KGZ\tname\tKirgis\xe9" is not valid UTF-8: save the file as UTF-8`},
		{"contry_terms.tsv", terms, "contry_terms.tsv: no list has this name: it is one of countries.tsv, country_terms.tsv, "},
		{"countries.tsv", "code\talpha2\tname\tofficial\tkind\tregion\nKGZ\tKG\tX\tX\tstate\tAsia", `countries.tsv:2: code "KGZ": another state has it; names are added in country_terms.tsv`},
		{"leaders.tsv", "code\toffice\tname\tshort\tstart\tend\nKGZ\tpresident\tA B\tB\t2021\t2020", `leaders.tsv:2: "A B" from "2021" to "2020": `},
		{"leaders.tsv", "code\toffice\tname\tshort\tstart\nKGZ\tpresident\tA B\tB\t5 May 2021", `leaders.tsv:2: start "5 May 2021": write 2023-05-09, 2023-05 or 2023`},
		{"leaders.tsv", "code\toffice\tname\tshort\tstart\nKG\tpresident\tA B\tB\t2021", `leaders.tsv:2: code "KG": no state has it; `},
		{"organizations.tsv", "code\tname\taliases\tnicknames\tmembers\nXX\tX Club\t\t\tKGZ|ZZZ", `organizations.tsv:2: code "ZZZ": no state has it; `},
		{"groups.tsv", "code\tterms\tmembers\nxx\tthe Xs\tKGZ|ZZZ", `groups.tsv:2: code "ZZZ": no state has it; `},
		{"events.tsv", "code\tname\tterms\torganization\tplace\thost\tmonth_day\nx\tX Day\tX Day\tXX\t\t\t", `events.tsv:2: organization "XX": no line of organizations.tsv has this code`},
		{"events.tsv", "code\tname\tterms\torganization\tplace\thost\tmonth_day\nx\tX Day\tX Day\t\t\t\t9 May", `events.tsv:2: month_day "9 May": write month and day, as 05-09`},
		{"event_editions.tsv", "event\tyear\tstart\tend\tcity\thost\nx-day\t2020\t\t\tX\t", `event_editions.tsv:2: event "x-day": no line of events.tsv has this code`},
		{"country_terms.tsv", terms + "KGZ\tname\tRussia", `country_terms.tsv:3: "Russia" is to name state KGZ, and names state RUS already, in the list of ties: write a term that means nothing else`},
		{"country_terms.tsv", "code\tkind\tterm\tflags\nKGZ\tname\tRussia\tambiguous,case", `country_terms.tsv:2: "Russia" is to name state KGZ, and names state RUS already`},
		{"country_terms.tsv", terms + "KGZ\tname\tnato", `country_terms.tsv:3: "nato" is to name state KGZ, and names organization NATO already`},
		{"country_terms.tsv", terms + "KGZ\tname\tHighland\nTJK\tname\thighland", `country_terms.tsv:4: "highland" is to name state TJK, and names state KGZ already, in country_terms.tsv:3: remove one of them, or flag this line ambiguous and the other ambiguous`},
		{"groups.tsv", "code\tterms\tmembers\nxx\tthe Xs|Victory Day parade\tKGZ", `groups.tsv:2: "Victory Day parade" is to name group xx, and names event `},
		{"organizations.tsv", "code\tname\taliases\tnicknames\tmembers\nXX\tX Club\tKremlin\t\tKGZ", `organizations.tsv:2: "Kremlin" is to name organization XX, and names state RUS already`},
		{"leaders.tsv", "code\toffice\tname\tshort\tstart\nKGZ\tpresident\tA B\tParis\t2021", `leaders.tsv:2: "Paris" is to name leader A B of KGZ, and names state FRA already`},
		{"organizations.tsv", "code\tname\taliases\tnicknames\tmembers\nCSTO\tCSTO\tTashkent bloc\t\tKGZ", `organizations.tsv:2: members "KGZ": CSTO is there already, with "ARM|`},
		{"groups.tsv", "code\tterms\tmembers\nbaltics\tBaltic three\tEST", `groups.tsv:2: members "EST": baltics is there already, with "EST|LTU|LVA": leave the cell empty to add names to it, or take another code`},
		{"groups.tsv", "code\tterms\tmembers\nxx\tthe Xs\t", `groups.tsv:2: members is empty: `},
		{"verbs.tsv", "# Verbs.\n", `verbs.tsv: it is empty: its first line names the columns ["base" "past" "participle"]`},
		{"words.tsv", "tag\twords\nadjective\tred|blue", `words.tsv:2: tag "adjective": it is one of adj, adv, `},
	} {
		_, err := Default(fstest.MapFS{c.file: {Data: []byte(c.text)}})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got  %v\nwant %s", c.file, err, c.want)
		}
	}
}

// TestOwnLists takes a state of one's own, with its names and leaders, from a folder that holds nothing else.
func TestOwnLists(t *testing.T) {
	g, err := Default(fstest.MapFS{
		"countries.tsv":     {Data: []byte("\uFEFFcode\talpha2\tname\tofficial\tkind\tregion\r\nXAA\tXA\tSomeland\tRepublic of Someland\tstate\tAsia\r\n")},
		"country_terms.tsv": {Data: []byte("code\tkind\tterm\nXAA\tname\tSomeland\n")},
		"notes.txt":         {Data: []byte("for people")},
	})
	if err != nil || g.Country("XAA") == nil {
		t.Fatal(err)
	}
}

// TestOwnAmbiguousTerms takes a term of two meanings where every line that has it says so, and another line for a known name.
func TestOwnAmbiguousTerms(t *testing.T) {
	for name, text := range map[string]string{
		"country_terms.tsv": "code\tkind\tterm\tflags\nKGZ\tcapital\tVictoria\tambiguous\nRUS\tname\tRussia\t\nTJK\tname\tHighland\tambiguous\nKGZ\tname\tHighland\tambiguous\n",
		"leaders.tsv":       "code\toffice\tname\tshort\tstart\nKGZ\tpresident\tA Putin\tPutin\t2021\n",
	} {
		if _, err := Default(fstest.MapFS{name: {Data: []byte(text)}}); err != nil {
			t.Error(err)
		}
	}
}

// TestFurtherNames adds names to an organisation, a group and an event of ties, which stay what they are.
func TestFurtherNames(t *testing.T) {
	g, err := Default(fstest.MapFS{
		"organizations.tsv": {Data: []byte("code\tname\taliases\tnicknames\tmembers\nCSTO\tCSTO\tTashkent bloc\t\t\n")},
		"groups.tsv":        {Data: []byte("code\tterms\tmembers\nbaltics\tBaltic three\t\n")},
		"events.tsv":        {Data: []byte("code\tname\tterms\torganization\tplace\thost\tmonth_day\napec-summit\tAPEC summit\tPacific summit\t\t\t\t\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	o, x, e := g.Organization("CSTO"), g.Group("baltics"), g.Event("apec-summit")
	if len(o.Members) != 6 || !slices.Contains(o.Aliases, "Tashkent bloc") || len(x.Members) != 3 || !slices.Contains(x.Terms, "Baltic three") || e.Organization != "APEC" || !slices.Contains(e.Terms, "Pacific summit") {
		t.Errorf("%v %v %v", o, x, e)
	}
	if codes, _ := g.Codes("organizations"); len(slices.Compact(slices.Clone(codes))) != len(codes) {
		t.Error("a code is listed twice")
	}
}

// TestHeaders holds every file to say where it comes from and when.
func TestHeaders(t *testing.T) {
	names, err := fs.Glob(files, "*/*.tsv")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	dated := regexp.MustCompile(`(?m)^# .*Source: .*20\d\d-\d\d-\d\d`)
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		if !dated.Match(data) {
			t.Errorf("%s: a comment line must give its source and date", path.Base(name))
		}
	}
}

// TestCodes holds every code to be one of countries.tsv, and every code to be given once.
func TestCodes(t *testing.T) {
	g := load(t)
	var codes []string
	for _, term := range g.Terms {
		codes = append(codes, term.Code)
	}
	for _, l := range g.Leaders {
		codes = append(codes, l.Code)
	}
	for _, o := range g.Organizations {
		codes = append(codes, o.Members...)
	}
	for _, x := range g.Groups {
		codes = append(codes, x.Members...)
	}
	for _, code := range codes {
		if g.Country(code) == nil {
			t.Errorf("%s is no code of countries.tsv", code)
		}
	}
	for _, name := range []string{"countries", "organizations", "events"} {
		list, _ := g.Codes(name)
		for i := 1; i < len(list); i++ {
			if list[i] == list[i-1] {
				t.Errorf("%s: %s is given twice", name, list[i])
			}
		}
	}
	for _, x := range g.Countries {
		if code, _ := g.CountryNamed(x.Name); code != x.Code {
			t.Errorf("%q names %q, want %s", x.Name, code, x.Code)
		}
	}
}

// TestTermsOfOffice holds no office of a state to have two holders at a time, unless it is flagged joint.
func TestTermsOfOffice(t *testing.T) {
	g := load(t)
	offices := map[string]bool{"former president": true, "chairman": true, "general secretary": true}
	for _, o := range g.Offices {
		offices[o.Code] = true
	}
	for i, a := range g.Leaders {
		if !offices[a.Office] {
			t.Errorf("%s, %s: %q is no office of offices.tsv", a.Code, a.Name, a.Office)
		}
		for _, b := range g.Leaders[i+1:] {
			if a.Code == b.Code && a.Office == b.Office && !a.Joint && !b.Joint && overlap(a, b) {
				t.Errorf("%s %s: %s (%s to %s) and %s (%s to %s) at a time", a.Code, a.Office, a.Name, a.Start, a.End, b.Name, b.Start, b.End)
			}
		}
	}
}

// overlap compares terms of office as far as their days are known; the day of a change is no overlap.
func overlap(a, b Leader) bool {
	return !ends(a, b.Start) && !ends(b, a.Start)
}

func ends(l Leader, day string) bool { return l.End != "" && before(l.End, day) }

// TestLeaderNames holds a full name to be more than one common word.
func TestLeaderNames(t *testing.T) {
	for _, l := range load(t).Leaders {
		for _, full := range append([]string{l.Name}, l.Full...) {
			if l.Common && !strings.ContainsAny(full, " -") {
				t.Errorf("%s: %q is one word and flagged common", l.Code, full)
			}
		}
	}
}

// TestTerms holds no term to mean two things unless every entry declares that it is ambiguous.
func TestTerms(t *testing.T) {
	folder, err := fs.Sub(files, "gazetteers")
	if err != nil {
		t.Fatal(err)
	}
	known := meanings{}
	for i := range lists {
		rows, err := lists[i].read(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if err := lists[i].checkMeanings(r, known); err != nil {
				t.Error(err)
			}
		}
	}
	if len(known) < 5000 {
		t.Errorf("%d terms were compared", len(known))
	}
}

// TestEditions holds the holdings of an event to be in order, on the days of their year, at a host that is a state.
func TestEditions(t *testing.T) {
	g := load(t)
	for i, e := range g.Editions {
		if g.Event(e.Event) == nil {
			t.Errorf("%s %d: there is no such event", e.Event, e.Year)
		}
		if e.Host != "" && g.Country(e.Host) == nil {
			t.Errorf("%s %d: host %q is no state", e.Event, e.Year, e.Host)
		}
		if e.Start == "" && e.Note == "" && e.City == "" {
			t.Errorf("%s %d: no day, city or note", e.Event, e.Year)
		}
		if e.Start != "" && !strings.HasPrefix(e.Start, strconv.Itoa(e.Year)) || e.End != "" && e.End < e.Start {
			t.Errorf("%s %d: from %q to %q", e.Event, e.Year, e.Start, e.End)
		}
		if i > 0 {
			if p := g.Editions[i-1]; p.Event > e.Event || p.Event == e.Event && (p.Year > e.Year || p.Year == e.Year && p.Start > e.Start) {
				t.Errorf("%s %d %s stands before %s %d %s", p.Event, p.Year, p.Start, e.Event, e.Year, e.Start)
			}
		}
	}
	for _, e := range g.Events {
		if e.Host != "" && g.Country(e.Host) == nil || e.Organization != "" && g.Organization(e.Organization) == nil {
			t.Errorf("%s: host %q or organization %q is unknown", e.Code, e.Host, e.Organization)
		}
	}
}
