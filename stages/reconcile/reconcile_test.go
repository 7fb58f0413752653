package reconcile_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/reconcile"
)

// table is one of the declared tables, whose policy the tests are about.
func table(t *testing.T, name string) *schemas.Table {
	t.Helper()
	tables, err := schemas.LoadTables(schemas.Declared())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(tables, func(x *schemas.Table) bool { return x.Name == name })
	return tables[i]
}

// claim reads "id document day flags column=value ...". Flags: - none, s sweeping, d denied, o official series.
func claim(t *testing.T, tab *schemas.Table, line string) schemas.Claim {
	t.Helper()
	line, quote, _ := strings.Cut(line, " | ")
	f := strings.Fields(line)
	day, err := schemas.ParseDate(strings.Trim(f[2], "-"))
	if err != nil {
		t.Fatal(err)
	}
	c := schemas.Claim{ID: f[0], Table: tab.Name, Document: f[1], StatedOn: day, Values: make([]any, len(tab.Columns)), Quote: quote,
		Sweeping: strings.Contains(f[3], "s"), Denied: strings.Contains(f[3], "d"), Rule: "told"}
	if strings.Contains(f[3], "o") {
		c.Rule = "series-world-bank"
	}
	for _, cell := range f[4:] {
		name, value, _ := strings.Cut(cell, "=")
		i := tab.Index(name)
		switch tab.Columns[i].Type {
		case schemas.Integer:
			var n int64
			_, err = fmt.Sscan(value, &n)
			c.Values[i] = n
		case schemas.Number:
			var x float64
			_, err = fmt.Sscan(value, &x)
			c.Values[i] = x
		case schemas.Boolean:
			c.Values[i] = value == "true"
		case schemas.Day:
			c.Values[i], err = schemas.ParseDate(value)
		default:
			c.Values[i] = strings.ReplaceAll(value, "_", " ")
		}
		if err != nil {
			t.Fatalf("%s: %v", cell, err)
		}
	}
	return c
}

func factLines(tab *schemas.Table, facts []schemas.Fact) []string {
	var out []string
	for _, f := range facts {
		var cells []string
		for i, v := range f.Values {
			if v != nil {
				cells = append(cells, tab.Columns[i].Name+"="+strings.ReplaceAll(fmt.Sprint(v), " ", "_"))
			}
		}
		line := fmt.Sprintf("%s (%d %s)", strings.Join(cells, " "), f.Documents, strings.Join(f.ClaimIDs, ","))
		if f.Conflict {
			line += " !"
		}
		out = append(out, line)
	}
	return out
}

func conflictLines(conflicts []schemas.Conflict) []string {
	var out []string
	for _, c := range conflicts {
		mark := "-"
		if c.Chosen {
			mark = "+"
		}
		out = append(out, fmt.Sprintf("%s %s=%s %s", mark, c.Column, c.Value, strings.Join(c.ClaimIDs, ",")))
		if c.Reason == "" {
			out = append(out, "no reason given")
		}
	}
	return out
}

func TestSettle(t *testing.T) {
	for _, test := range []struct {
		name, table             string
		claims, facts, conflict []string
	}{
		{"a null joins a name, and the report follows the promise", "attendance", []string{
			"c1 a 2023-05-09 - event=parade year=2023 country=BLR status=expected leader=A_L",
			"c2 b 2023-05-10 - event=parade year=2023 country=BLR status=attended",
		}, []string{"event=parade year=2023 country=BLR leader=A_L status=attended (2 c1,c2)"},
			[]string{"+ status=attended c2", "- status=expected c1"}},
		{"the leader is the one who came, not the one who stayed away", "attendance", []string{
			"c1 a 2023-05-10 - event=parade year=2023 country=BLR status=absent leader=A office=president",
			"c2 a 2023-05-10 - event=parade year=2023 country=BLR status=attended leader=Z office=minister",
			"c3 b 2023-05-10 - event=parade year=2023 country=BLR status=attended office=foreign_minister",
		}, []string{"event=parade year=2023 country=BLR leader=Z office=foreign_minister status=attended (2 c1,c2,c3) !"},
			[]string{"- leader=A c1", "+ leader=Z c2", "+ office=foreign minister c3", "- office=minister c2", "- office=president c1",
				"- status=absent c1", "+ status=attended c2,c3"}},
		{"an office of its own beats the word for one, and a deputy is another", "attendance", []string{
			"c1 a 2023-05-10 - event=parade year=2023 country=BLR status=attended office=envoy",
			"c2 b 2023-05-10 - event=parade year=2023 country=BLR status=attended office=foreign_minister",
			"c3 a 2023-05-10 - event=parade year=2023 country=IRN status=attended office=president",
			"c4 b 2023-05-10 - event=parade year=2023 country=IRN status=attended office=vice_president",
			"c5 c 2023-05-10 - event=parade year=2023 country=IRN status=attended office=president",
		}, []string{"event=parade year=2023 country=BLR office=foreign_minister status=attended (2 c1,c2) !",
			"event=parade year=2023 country=IRN office=president status=attended (3 c3,c4,c5) !"},
			[]string{"- office=envoy c1", "+ office=foreign minister c2", "+ office=president c3,c5", "- office=vice president c4"}},
		{"three days, and the text that names him wins", "attendance", []string{
			"c1 a 2023-05-09 - event=parade year=2023 country=TKM status=attended announced_on=2023-05-08",
			"c2 b 2023-05-10 - event=parade year=2023 country=TKM status=attended announced_on=2023-05-09 leader=S_B",
			"c3 c 2023-05-11 s event=parade year=2023 country=TKM status=attended announced_on=2023-05-01 leader=S_B",
		}, []string{"event=parade year=2023 country=TKM leader=S_B status=attended announced_on=2023-05-09 (3 c1,c2,c3) !"},
			[]string{"- announced_on=2023-05-01 c3", "- announced_on=2023-05-08 c1", "+ announced_on=2023-05-09 c2"}},
		{"a round figure agrees with the series, and companions follow the chosen share", "remittances", []string{
			"c1 a 2023-05-10 - country=KGZ year=2022 share_pct=31 approximate=true low_pct=30",
			"c2 wb 2024-01-01 o country=KGZ year=2022 share_pct=30.6 approximate=false",
		}, []string{"country=KGZ year=2022 share_pct=30.6 approximate=false (2 c1,c2)"}, []string{"+ share_pct=30.6 c1,c2", "- share_pct=31 c1"}},
		{"a rounding joins the nearer of two figures that disagree", "remittances", []string{
			"c1 a 2023-01-01 - country=KGZ year=2022 share_pct=31.4",
			"c2 b 2023-01-02 - country=KGZ year=2022 share_pct=30.7",
			"c3 c 2023-01-03 - country=KGZ year=2022 share_pct=31",
		}, []string{"country=KGZ year=2022 share_pct=30.7 (3 c1,c2,c3) !"}, []string{"+ share_pct=30.7 c2,c3", "- share_pct=31 c3", "- share_pct=31.4 c1"}},
		{"about a third is what is said of two at once", "remittances", []string{
			"c1 a 2023-05-10 - country=TJK share_pct=27 approximate=true | 27 percent of Tajikistan's",
			"c2 b 2023-05-20 - country=TJK share_pct=33.333333 approximate=true | nearly 1/3 of both GDPs",
		}, []string{"country=TJK share_pct=27 approximate=true (2 c1,c2) !"}, []string{"+ share_pct=27 c1", "- share_pct=33.333333 c2"}},
		{"origins and unknown years are keys of their own, nulls last", "remittances", []string{
			"c1 a 2023-05-10 - country=TJK share_pct=33",
			"c2 a 2023-05-10 - country=TJK year=2022 share_pct=28",
			"c3 a 2023-05-10 - country=TJK year=2022 origin=RUS share_pct=27",
		}, []string{"country=TJK year=2022 origin=RUS share_pct=27 (1 c3)", "country=TJK year=2022 share_pct=28 (1 c2)", "country=TJK share_pct=33 (1 c1)"}, nil},
		{"ten billion is not fourteen rounded, but 9.6 is ten", "trade", []string{
			"c1 a 2023-01-01 - country=KAZ partner=RUS flow=total measure=value_usd year=2022 value=10000000000",
			"c2 b 2023-01-02 - country=KAZ partner=RUS flow=total measure=value_usd year=2022 value=9600000000",
			"c3 c 2023-01-03 - country=KAZ partner=RUS flow=total measure=value_usd year=2022 value=14000000000",
		}, []string{"country=KAZ partner=RUS flow=total measure=value_usd year=2022 value=1.4e+10 (3 c1,c2,c3) !"},
			[]string{"- value=9600000000 c1,c2", "- value=10000000000 c1", "+ value=14000000000 c3"}},
		{"nearly a third is 31 percent too", "remittances", []string{
			"c1 a 2023-05-10 - country=KGZ share_pct=31 approximate=true | 31 percent of Kyrgyzstan's",
			"c2 b 2023-05-20 - country=KGZ share_pct=33.3 approximate=true | nearly 1/3 of both GDPs",
			"c3 b 2023-05-20 - country=UZB share_pct=33.3 approximate=true | nearly 1/3 of both GDPs",
		}, []string{"country=KGZ share_pct=31 approximate=true (2 c1,c2)", "country=UZB share_pct=33.3 approximate=true (1 c3)"},
			[]string{"+ share_pct=31 c1,c2", "- share_pct=33.3 c2"}},
		{"who left and came back did both", "membership", []string{
			"c1 a 2020-01-01 - country=GMB organization=COMMONWEALTH status=former year=2013",
			"c2 b 2019-01-01 - country=GMB organization=COMMONWEALTH status=member year=2018",
			"c3 c 2017-01-01 - country=GMB organization=COMMONWEALTH status=former",
			"c4 d 2021-01-01 - country=GMB organization=COMMONWEALTH status=member",
		}, []string{"country=GMB organization=COMMONWEALTH year=2013 status=former (1 c1)", "country=GMB organization=COMMONWEALTH year=2018 status=member (1 c2)",
			"country=GMB organization=COMMONWEALTH status=member (2 c3,c4) !"}, []string{"- status=former c3", "+ status=member c4"}},
		{"what is said of the state beats a later word on all its memberships", "membership", []string{
			"c1 a 2019-01-01 - country=UZB organization=CIS status=member",
			"c2 b 2023-05-20 s country=UZB organization=CIS status=non_member",
		}, []string{"country=UZB organization=CIS status=member (2 c1,c2) !"}, []string{"+ status=member c1", "- status=non member c2"}},
		{"a sweeping report does not contradict a promise for the year", "attendance", []string{
			"c1 a 2023-05-09 - event=parade year=2023 country=KAZ status=expected",
			"c2 b 2025-06-22 s event=parade year=2023 country=KAZ status=attended",
			"c3 a 2023-05-09 - event=parade year=2023 country=ARM status=declined",
			"c4 b 2025-06-22 s event=parade year=2023 country=ARM status=attended",
		}, []string{"event=parade year=2023 country=ARM status=declined (2 c3,c4) !", "event=parade year=2023 country=KAZ status=attended (2 c1,c2)"},
			[]string{"- status=attended c4", "+ status=declined c3", "+ status=attended c2", "- status=expected c1"}},
		{"the day that one text has for a state, and another for four at once", "attendance", []string{
			"c1 a 2023-05-10 - event=parade year=2023 country=UZB status=attended leader=S_M",
			"c2 b 2023-05-09 s event=parade year=2023 country=UZB status=attended announced_on=2023-05-08",
			"c3 a 2023-05-10 - event=parade year=2023 country=KGZ status=attended leader=S_J announced_on=2023-03-31",
			"c4 c 2023-05-18 - event=parade year=2023 country=KGZ status=attended leader=S_J announced_on=2023-05-05",
		}, []string{"event=parade year=2023 country=KGZ leader=S_J status=attended announced_on=2023-03-31 (2 c3,c4) !",
			"event=parade year=2023 country=UZB leader=S_M status=attended announced_on=2023-05-08 (2 c1,c2)"},
			[]string{"+ announced_on=2023-03-31 c3", "- announced_on=2023-05-05 c4"}},
		{"rank and weight are two measures, and no conflict", "trade", []string{
			"c1 a 2023-05-10 - country=KAZ partner=RUS flow=total measure=rank value=1",
			"c2 b 2025-06-22 - country=KAZ partner=RUS flow=total measure=major",
		}, []string{"country=KAZ partner=RUS flow=total measure=major (1 c2)", "country=KAZ partner=RUS flow=total measure=rank value=1 (1 c1)"}, nil},
		{"a denial makes no row, and is noted where it denies the row", "trade", []string{
			"c1 a 2023-01-01 d country=TKM partner=RUS flow=total measure=rank value=1",
			"c2 b 2023-01-01 - country=KAZ partner=RUS flow=total measure=rank value=1",
			"c3 c 2023-01-01 d country=KAZ partner=RUS flow=total measure=rank value=1",
			"c4 b 2023-01-01 - country=UZB partner=RUS flow=total measure=rank value=2",
			"c5 c 2023-01-01 d country=UZB partner=RUS flow=total measure=rank value=1",
		}, []string{"country=KAZ partner=RUS flow=total measure=rank value=1 (1 c2) !", "country=UZB partner=RUS flow=total measure=rank value=2 (1 c4)"},
			[]string{"+ denied=false c2", "- denied=true c3"}},
		{"no one came that year, whatever a look back over the years says", "attendance", []string{
			"c1 a 2023-05-09 - event=parade year=2022 country=* status=absent",
			"c2 b 2025-06-22 s event=parade year=2022 country=KAZ status=attended",
			"c3 b 2025-06-22 s event=parade year=2022 country=UZB status=attended",
			"c4 b 2025-06-22 s event=parade year=2024 country=UZB status=attended",
		}, []string{"event=parade year=2022 country=* status=absent (1 c1) !", "event=parade year=2024 country=UZB status=attended (1 c4)"},
			[]string{"- status=attended c2", "+ status=* absent c1", "- status=attended c3", "+ status=* absent c1"}},
		{"one who is said to have come that year stays beside the star", "attendance", []string{
			"c1 a 2023-05-09 - event=parade year=2022 country=* status=absent",
			"c2 b 2023-05-22 - event=parade year=2022 country=KAZ status=attended",
		}, []string{"event=parade year=2022 country=* status=absent (1 c1) !", "event=parade year=2022 country=KAZ status=attended (1 c2) !"},
			[]string{"+ status=attended c2", "- status=* absent c1"}},
		{"only one came: the star of the same text is no conflict, for any other text either", "attendance", []string{
			"c1 a 2023-05-09 - event=parade year=2021 country=* status=absent",
			"c2 a 2023-05-09 - event=parade year=2021 country=TJK status=attended",
			"c3 b 2022-05-09 s event=parade year=2021 country=TJK status=attended",
		}, []string{"event=parade year=2021 country=* status=absent (1 c1)", "event=parade year=2021 country=TJK status=attended (2 c2,c3)"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			tab := table(t, test.table)
			var claims []schemas.Claim
			for _, line := range test.claims {
				claims = append(claims, claim(t, tab, line))
			}
			facts, conflicts := reconcile.Settle(tab, claims)
			if got := factLines(tab, facts); !slices.Equal(got, test.facts) {
				t.Errorf("facts:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(test.facts, "\n"))
			}
			if got := conflictLines(conflicts); !slices.Equal(got, test.conflict) {
				t.Errorf("conflicts:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(test.conflict, "\n"))
			}
			anyOrder(t, tab, claims, facts, conflicts)
			byUnit(t, tab, claims, facts)
		})
	}
}

// anyOrder wants the same from any order of the claims, and from claims that come twice.
func anyOrder(t *testing.T, tab *schemas.Table, claims []schemas.Claim, facts []schemas.Fact, conflicts []schemas.Conflict) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	shuffled := slices.Concat(claims, claims[:1])
	for range 20 {
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		f, c := reconcile.Settle(tab, shuffled)
		if !reflect.DeepEqual(f, facts) || !reflect.DeepEqual(c, conflicts) {
			t.Fatalf("another order gives %v\n%v", factLines(tab, f), conflictLines(c))
		}
	}
}

// byUnit wants the same facts from one unit at a time, as an engine that groups by it would settle them.
func byUnit(t *testing.T, tab *schemas.Table, claims []schemas.Claim, facts []schemas.Fact) {
	t.Helper()
	units := map[string][]schemas.Claim{}
	for _, c := range claims {
		var unit []string
		for _, i := range reconcile.Unit(tab) {
			unit = append(unit, fmt.Sprint(c.Values[i]))
		}
		name := strings.Join(unit, ",")
		units[name] = append(units[name], c)
	}
	var all []string
	for _, unit := range units {
		f, _ := reconcile.Settle(tab, unit)
		all = append(all, factLines(tab, f)...)
	}
	want := factLines(tab, facts)
	slices.Sort(all)
	slices.Sort(want)
	if !slices.Equal(all, want) {
		t.Errorf("one unit at a time: %v", all)
	}
}

func TestUnresolved(t *testing.T) {
	tab := table(t, "attendance")
	a := claim(t, tab, "c1 a 2023-05-09 - event=parade country=KAZ status=attended")
	b := claim(t, tab, "c2 b 2023-05-09 - event=parade country=KAZ status=attended leader=T")
	a.Unresolved = []string{"leader", "year"}
	facts, _ := reconcile.Settle(tab, []schemas.Claim{a, b})
	if got := facts[0].Unresolved; !slices.Equal(got, []string{"year"}) {
		t.Errorf("unresolved: %v; want the year alone, for the leader is known from another text", got)
	}
}

func TestValidate(t *testing.T) {
	tables, err := schemas.LoadTables(schemas.Declared())
	if err != nil {
		t.Fatal(err)
	}
	for _, tab := range tables {
		if err := reconcile.Validate(tab); err != nil {
			t.Error(err)
		}
	}
	bad := &schemas.Table{Name: "x", Settle: []string{"louder"}}
	if err := reconcile.Validate(bad); err == nil || !strings.Contains(err.Error(), `"louder"`) {
		t.Errorf("Validate = %v; want the criterion that it does not know", err)
	}
}

// TestReasons has each value say what it was taken over, or what was taken over it, and by which criterion.
func TestReasons(t *testing.T) {
	tab := table(t, "remittances")
	var claims []schemas.Claim
	for _, line := range []string{
		"c1 a 2023-05-09 - country=KGZ year=2022 share_pct=31",
		"c2 b 2023-05-10 - country=KGZ year=2022 share_pct=31.3",
		"c3 c 2023-05-01 - country=KGZ year=2022 share_pct=27",
	} {
		claims = append(claims, claim(t, tab, line))
	}
	_, conflicts := reconcile.Settle(tab, claims)
	want := map[string]string{
		"31.3": "taken over 31 by `rounds`: ",
		"31":   "31.3 is taken over it by `rounds`: ",
		"27":   "31.3 is taken over it by `",
	}
	for _, c := range conflicts {
		if c.Column == "share_pct" && (!strings.HasPrefix(c.Reason, want[c.Value]) || c.Chosen && !strings.Contains(c.Reason, "; over 27 by `")) {
			t.Errorf("share_pct=%s: %q; want it to start with %q", c.Value, c.Reason, want[c.Value])
		}
		delete(want, c.Value)
	}
	if len(want) > 0 {
		t.Errorf("no conflict tells of %v", want)
	}
}

// TestReasonsOfEachSide has a denial and what it denies, a state and the rest of them, say each its own side; and a rounding, or a promise
// before the report, stand in conflicts without the fact being disputed.
func TestReasonsOfEachSide(t *testing.T) {
	for _, c := range []struct {
		table  string
		claims []string
		want   []string // a part of each reason, in the order of the conflicts
		clear  bool     // no fact is disputed
	}{
		{"membership", []string{"c1 a 2023-05-09 - country=ARM organization=CSTO year=2023 status=member", "c2 b 2023-05-10 d country=ARM organization=CSTO year=2023 status=member"},
			[]string{"it is asserted, and the denial", "it denies what another"}, false},
		{"attendance", []string{"c1 a 2023-05-09 - event=parade year=2023 country=BLR status=attended", "c2 b 2023-05-10 - event=parade year=2023 country=* status=absent"},
			[]string{"it speaks of this state, ", "it speaks of all others, "}, false},
		{"attendance", []string{"c1 a 2023-05-09 s event=parade year=2023 country=BLR status=attended", "c2 b 2023-05-10 - event=parade year=2023 country=* status=absent"},
			[]string{"it sums up a period or a group, and gives way", "it speaks of all in the year itself, and beats"}, false},
		{"attendance", []string{"c1 a 2023-05-09 - event=parade year=2023 country=BLR status=expected", "c2 b 2023-05-10 - event=parade year=2023 country=BLR status=attended"},
			[]string{"taken over expected", "attended is taken over it"}, true},
		{"remittances", []string{"c1 a 2023-05-09 - country=KGZ year=2022 share_pct=31", "c2 b 2023-05-10 - country=KGZ year=2022 share_pct=31.3"},
			[]string{"taken over 31", "31.3 is taken over it"}, true},
	} {
		tab := table(t, c.table)
		var claims []schemas.Claim
		for _, line := range c.claims {
			claims = append(claims, claim(t, tab, line))
		}
		facts, conflicts := reconcile.Settle(tab, claims)
		var reasons []string
		for _, x := range conflicts {
			reasons = append(reasons, x.Reason)
		}
		if !slices.EqualFunc(reasons, c.want, strings.HasPrefix) {
			t.Errorf("%v: %q; want %q", c.claims, reasons, c.want)
		}
		if disputed := slices.ContainsFunc(facts, func(f schemas.Fact) bool { return f.Conflict }); disputed == c.clear {
			t.Errorf("%v: disputed is %t", c.claims, disputed)
		}
	}
}
