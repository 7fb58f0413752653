package reconcile

import (
	"fmt"
	"slices"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"

	"ties.dev/ties/schemas"
)

// Panel sets the tables side by side: one row a country and year, one column for each `panel:` that the tables declare,
// sorted by country and year. The first two columns are country and year. Facts without a year, and `*` rows, are left out.
// Where several facts could fill one cell, the one that is most general (fewest other keys) and then best documented does.
// A cell with nothing to count is null, for that nothing is recorded is not to say that nothing was.
func Panel(tables []*schemas.Table, facts map[string][]schemas.Fact) (columns []schemas.Column, rows [][]any, err error) {
	columns = []schemas.Column{
		{Name: "country", Type: schemas.String, Codes: "countries", Required: true, Description: "State, ISO 3166-1 alpha-3", Example: "KGZ"},
		{Name: "year", Type: schemas.Integer, Unit: "calendar year", Required: true, Description: "Year of which the values are true", Example: "2023"},
	}
	var wide []wideColumn
	for _, t := range tables {
		for _, p := range t.Panel {
			w, err := widen(t, p, facts[t.Name])
			if err != nil {
				return nil, nil, err
			}
			wide = append(wide, w)
			columns = append(columns, w.Column)
		}
	}
	for _, year := range years(wide) {
		rows, err = appendYear(rows, year, wide)
		if err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(rows, func(a, b []any) int { return slices.CompareFunc(a[:2], b[:2], compare) })
	return columns, rows, nil
}

// appendYear joins the columns of one year on the country. A join a year keeps the join small: gota compares every pair of rows.
func appendYear(rows [][]any, year int64, wide []wideColumn) ([][]any, error) {
	joined := wide[0].frame(year)
	for _, w := range wide[1:] {
		joined = joined.OuterJoin(w.frame(year), "country")
	}
	if joined.Err != nil {
		return nil, fmt.Errorf("panel of %d: %w", year, joined.Err)
	}
	for r := range joined.Nrow() {
		row := []any{joined.Elem(r, 0).String(), year}
		for i, w := range wide {
			row = append(row, element(w.Type, joined.Elem(r, i+1)))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func years(wide []wideColumn) []int64 {
	var all []int64
	for _, w := range wide {
		for year := range w.cells {
			all = append(all, year)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// frame is the column's cells of one year, as a data frame of country and value.
func (w wideColumn) frame(year int64) dataframe.DataFrame {
	var countries []string
	for country := range w.cells[year] {
		countries = append(countries, country)
	}
	slices.Sort(countries)
	values := series.New(nil, kinds[w.Type], w.Name)
	values = values.Empty()
	for _, country := range countries {
		values.Append(plain(w.cells[year][country].value))
	}
	return dataframe.New(series.New(countries, series.String, "country"), values)
}

// kinds are gota's types for the columns that a panel can take. It has none for days, which pass through as text.
var kinds = map[schemas.Type]series.Type{schemas.String: series.String, schemas.Integer: series.Int,
	schemas.Number: series.Float, schemas.Boolean: series.Bool, schemas.Day: series.String}

func plain(v any) any {
	switch x := v.(type) {
	case int64:
		return int(x)
	case schemas.Date:
		return x.String()
	}
	return v
}

// element is a cell's value. gota 0.12 writes a missing text as "NaN" and forgets, at the next join, that it is missing.
func element(typ schemas.Type, e series.Element) any {
	if e.IsNA() || e.Type() == series.String && e.String() == "NaN" {
		return nil
	}
	switch x := e.Val().(type) {
	case int:
		return int64(x)
	case string:
		if typ == schemas.Day {
			d, _ := schemas.ParseDate(x) // written by plain
			return d
		}
	}
	return e.Val()
}
