package extract

import (
	"fmt"
	"slices"

	"ties.dev/ties/schemas"
)

// dateUndated gives a claim without a year the year of those that say the same of the same, where the document dates these and
// all in one year: a headline repeats what the text dates. It looks at the columns by which a table's claims are compared.
func dateUndated(tables []*schemas.Table, claims []schemas.Claim) {
	years := map[string]any{}
	for _, c := range claims {
		key, year := undatedKey(tables, &c)
		if key == "" || year == nil {
			continue
		}
		if known, ok := years[key]; ok && known != year {
			years[key] = nil // two years: which one is not said
			continue
		}
		years[key] = year
	}
	for i := range claims {
		if key, year := undatedKey(tables, &claims[i]); key != "" && year == nil && years[key] != nil {
			setYear(tables, &claims[i], years[key])
		}
	}
}

// undatedKey is what the claim says apart from its year, "" in tables whose claims are compared without it.
func undatedKey(tables []*schemas.Table, c *schemas.Claim) (key string, year any) {
	t := tableOf(tables, c.Table)
	if t == nil || !slices.Contains(t.Score.Columns, "year") || t.Index("year") < 0 {
		return "", nil
	}
	for _, name := range t.Score.Columns {
		if i := t.Index(name); i >= 0 && name != "year" {
			key += fmt.Sprintf("%s=%v\x00", name, c.Values[i])
		}
	}
	return fmt.Sprint(c.Table, "\x00", key, c.Denied), c.Values[t.Index("year")]
}

func setYear(tables []*schemas.Table, c *schemas.Claim, year any) {
	c.Values[tableOf(tables, c.Table).Index("year")] = year
}

func tableOf(tables []*schemas.Table, name string) *schemas.Table {
	i := slices.IndexFunc(tables, func(t *schemas.Table) bool { return t.Name == name })
	if i < 0 {
		return nil
	}
	return tables[i]
}
