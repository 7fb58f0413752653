package reconcile

import (
	"fmt"
	"slices"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// Panel sets the tables side by side: one row a country and year, one column for each `panel:` that the tables declare,
// sorted by country and year. The first two columns are country and year. Facts without a year, and `*` rows, are left out.
// Where several facts could fill one cell, the one that is most general (fewest other keys) and then best documented does.
// A cell with nothing to count is null, for that nothing is recorded is not to say that nothing was.
//
// It holds its cells, of which there are as many as countries and years, and no facts.
type Panel struct {
	Columns []schemas.Column
	wide    []*wideColumn
}

// NewPanel is the panel of the tables without a fact.
func NewPanel(tables []*schemas.Table) (*Panel, error) {
	p := &Panel{Columns: []schemas.Column{
		{Name: "country", Type: schemas.String, Codes: "countries", Required: true, Description: "State, ISO 3166-1 alpha-3", Example: "KGZ"},
		{Name: "year", Type: schemas.Integer, Unit: "calendar year", Required: true, Description: "Year of which the values are true", Example: "2023"},
	}}
	for _, t := range tables {
		for _, declared := range t.Panel {
			w, err := widen(t, declared)
			if err != nil {
				return nil, err
			}
			p.wide = append(p.wide, w)
			p.Columns = append(p.Columns, w.Column)
		}
	}
	return p, nil
}

// Add takes a fact into the cells that it can fill.
func (p *Panel) Add(f *schemas.Fact) {
	for _, w := range p.wide {
		if w.table.Name == f.Table {
			w.take(f)
		}
	}
}

// Rows are the rows of all facts so far.
func (p *Panel) Rows() (list [][]any, err error) {
	for _, year := range years(p.wide) {
		list, err = appendYear(list, year, p.wide)
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(list, rows.By([]int{0, 1}))
	return list, nil
}

// appendYear joins the columns of one year on the country. A join a year keeps the join small: gota compares every pair of rows.
func appendYear(list [][]any, year int64, wide []*wideColumn) ([][]any, error) {
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
		list = append(list, row)
	}
	return list, nil
}

func years(wide []*wideColumn) []int64 {
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
func (w *wideColumn) frame(year int64) dataframe.DataFrame {
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
