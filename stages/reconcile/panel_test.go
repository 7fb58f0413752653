package reconcile_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/reconcile"
)

func TestPanel(t *testing.T) {
	lines := map[string][]string{
		"attendance": {
			"c1 a - - event=moscow-victory-day-parade year=2023 country=KAZ status=attended",
			"c2 a - - event=cis-summit year=2023 country=KAZ status=attended",
			"c3 a - - event=moscow-victory-day-parade year=2022 country=* status=absent",
			"c4 a - - event=cis-summit country=KAZ status=attended",
		},
		"remittances": {
			"c5 a - - country=TJK year=2023 origin=RUS share_pct=27",
			"c6 a - - country=TJK year=2023 share_pct=28.5",
			"c7 a - - country=TJK year=2021 origin=RUS share_pct=26",
		},
		"membership": {"c8 a - - country=KAZ organization=CSTO status=member", "c9 a - - country=KAZ organization=CIS status=member year=1991"},
		"trade":      {"d1 a - - country=KAZ partner=CHN flow=total measure=rank value=1 year=2023", "d2 a - - country=KAZ partner=RUS flow=total measure=rank value=2 year=2023"},
	}
	tables, err := schemas.LoadTables(schemas.Declared())
	if err != nil {
		t.Fatal(err)
	}
	panel, err := reconcile.NewPanel(tables)
	if err != nil {
		t.Fatal(err)
	}
	for _, tab := range tables {
		var claims []schemas.Claim
		for _, line := range lines[tab.Name] {
			claims = append(claims, claim(t, tab, line))
		}
		facts, _ := reconcile.Settle(tab, claims)
		for i := range facts {
			panel.Add(&facts[i])
		}
	}
	columns := panel.Columns
	rows, err := panel.Rows()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
	}
	want := "country year attended_moscow_parade events_attended memberships remittances_pct_gdp largest_partner"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("columns %s; want %s", got, want)
	}
	var got []string
	for _, row := range rows {
		got = append(got, strings.TrimSpace(fmt.Sprintln(row...)))
	}
	wantRows := []string{
		"KAZ 1991 <nil> <nil> 1 <nil> <nil>",
		"KAZ 2023 attended 2 <nil> <nil> CHN",
		"TJK 2021 <nil> <nil> <nil> 26 <nil>",
		"TJK 2023 <nil> <nil> <nil> 28.5 <nil>",
	}
	if !slices.Equal(got, wantRows) {
		t.Errorf("rows:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(wantRows, "\n"))
	}
}

func TestPanelSaysWhatItCantTake(t *testing.T) {
	tab := &schemas.Table{Name: "visits", Key: []string{"country"}, Columns: []schemas.Column{{Name: "country", Type: schemas.String}},
		Panel: []schemas.Panel{{Name: "visits", Country: "country", Take: "count"}}}
	if _, err := reconcile.NewPanel([]*schemas.Table{tab}); err == nil || !strings.Contains(err.Error(), "year") {
		t.Errorf("Panel = %v; want an error about the missing year", err)
	}
}
