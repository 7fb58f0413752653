package extract_test

import (
	"math"
	"strconv"
	"testing"

	"ties.dev/ties/schemas"
)

// TestFactbookRemittances compares the shares that the pages of 2024 give under "Remittances" with the derived table. A share that
// the prose of a page tells besides ("about a fifth") is in no table and counts as wrong.
func TestFactbookRemittances(t *testing.T) {
	want := map[string]float64{}
	for _, row := range factbookTable(t, "remittances.csv") {
		if share, err := strconv.ParseFloat(row["share_pct"], 64); err == nil && row["edition"] == "2024" && row["iso3"] != "" {
			want[row["iso3"]+row["year"]] = share
		}
	}
	x, _ := extractor(t)
	right, all, found := 0, 0, map[string]bool{}
	factbook(t, "world-factbook-2024", func(doc *schemas.Document) {
		for _, c := range x.Claims(doc) {
			if c.Table != "remittances" {
				continue
			}
			all++
			key, share := factbookShare(x.Tables, c)
			if stated, ok := want[key]; ok && math.Abs(stated-share) <= max(0.51, 0.02*stated) {
				right++
				found[key] = true
			}
		}
	})
	precision, recall := float64(right)/float64(all), float64(len(found))/float64(len(want))
	t.Logf("precision %.3f of %d claims, recall %.3f of %d rows", precision, all, recall, len(want))
	if precision < 0.97 || recall < 0.99 {
		t.Errorf("precision %.3f, recall %.3f: no less than 0.97 and 0.99 are wanted", precision, recall)
	}
}

// factbookShare is the claim's state and year as a key, and its share.
func factbookShare(tables []*schemas.Table, c schemas.Claim) (key string, share float64) {
	for _, t := range tables {
		if t.Name != c.Table {
			continue
		}
		country, _ := c.Values[t.Index("country")].(string)
		year, _ := c.Values[t.Index("year")].(int64)
		share, _ = c.Values[t.Index("share_pct")].(float64)
		key = country + strconv.FormatInt(year, 10)
	}
	return key, share
}
