package extract_test

import (
	"testing"

	"ties.dev/ties/seeds"
)

// factbookQualifiers are the statuses for what the derived table says of a membership; others are not compared.
var factbookQualifiers = map[string]string{"": "member", "observer": "observer", "associate": "observer", "suspended": "suspended",
	"applicant": "candidate", "candidate": "candidate", "candidate country": "candidate", "partner": "partner", "partners": "partner", "dialogue partner": "partner", "dialogue member": "partner"}

// TestFactbookMembers compares the organisations that the pages of 2024 list for each state with the derived table, for organisations
// that the gazetteer has under the Factbook's own abbreviation.
func TestFactbookMembers(t *testing.T) {
	g, err := seeds.Default()
	if err != nil {
		t.Fatal(err)
	}
	codes := map[string]string{}
	for _, o := range g.Organizations {
		for _, term := range append([]string{o.Code, o.Name}, o.Aliases...) {
			codes[term] = o.Code
		}
	}
	want, known, listed := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, row := range factbookTable(t, "memberships.csv") {
		code, status := codes[row["organization"]], factbookQualifiers[row["qualifier"]]
		if code == "" || status == "" || row["first_edition"] > "2024" || row["last_edition"] < "2024" {
			continue
		}
		want[row["country"]+code+status], known[code], listed[row["country"]] = true, true, true
	}
	right, all, found := 0, 0, map[string]bool{}
	factbookClaims(t, "membership", func(cell func(string) string) {
		if !known[cell("organization")] || !listed[cell("country")] {
			return
		}
		key := cell("country") + cell("organization") + cell("status")
		if all++; want[key] {
			right++
			found[key] = true
		}
	})
	compared(t, right, all, len(found), len(want), 0.9, 0.85)
}
