package extract_test

import (
	"math"
	"strconv"
	"testing"
)

// TestFactbookPartners compares the shares of partners in exports and imports that the pages of 2024 give with the derived table.
// Shares of years that the table does not have, and partners that have no code, are left out of the comparison.
func TestFactbookPartners(t *testing.T) {
	want, years := map[string]float64{}, map[string]bool{}
	for _, row := range factbookTable(t, "partners.csv.gz") {
		share, err := strconv.ParseFloat(row["share_pct"], 64)
		if err != nil || row["edition"] != "2024" || row["iso3"] == "" || row["partner_iso3"] == "" {
			continue
		}
		want[row["iso3"]+row["partner_iso3"]+row["flow"]+row["year"]] = share
		years[row["iso3"]+row["flow"]+row["year"]] = true
	}
	right, all, found := 0, 0, map[string]bool{}
	factbookClaims(t, "trade", func(cell func(string) string) {
		reporter, flow, year := cell("country"), cell("flow"), cell("year")
		if cell("measure") != "share_pct" || !years[reporter+flow+year] {
			return
		}
		all++
		key := reporter + cell("partner") + flow + year
		share, _ := strconv.ParseFloat(cell("value"), 64)
		if stated, ok := want[key]; ok && math.Abs(stated-share) <= 0.51 {
			right++
			found[key] = true
		}
	})
	compared(t, right, all, len(found), len(want), 0.94, 0.9)
}
