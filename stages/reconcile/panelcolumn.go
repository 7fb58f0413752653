package reconcile

import (
	"fmt"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// wideColumn is one column of the panel with its cells by year and country.
type wideColumn struct {
	schemas.Column
	table               *schemas.Table
	where               map[string]string
	country, year, from int // places of the columns in the table; from is -1 where facts are counted
	cells               map[int64]map[string]cell
}

// cell is a value, and how general and how well documented the fact is that it was taken from.
type cell struct {
	value            any
	keys, documented int
}

func widen(t *schemas.Table, p schemas.Panel) (*wideColumn, error) {
	w := &wideColumn{Column: schemas.Column{Name: p.Name, Type: schemas.Integer, Description: p.Description}, table: t, where: p.Where,
		country: t.Index(p.Country), year: t.Index("year"), from: t.Index(p.Take), cells: map[int64]map[string]cell{}}
	if w.country < 0 || w.year < 0 {
		return w, fmt.Errorf("table %s: panel %s needs the columns %q and \"year\"", t.Name, p.Name, p.Country)
	}
	if p.Take == "count" {
		w.from = -1
		return w, nil
	}
	if w.from < 0 || kinds[t.Columns[w.from].Type] == "" {
		return w, fmt.Errorf("table %s: panel %s can't take %q: name a column of single values, or `count`", t.Name, p.Name, p.Take)
	}
	from := t.Columns[w.from]
	w.Type, w.Unit, w.Codes, w.Also, w.Open, w.Values = from.Type, from.Unit, from.Codes, from.Also, from.Open, from.Values
	w.Min, w.Max, w.Example = from.Min, from.Max, from.Example
	return w, nil
}

// take fills a cell with a fact of a known state and year.
func (w *wideColumn) take(f *schemas.Fact) {
	state, known := f.Values[w.country].(string)
	year, dated := f.Values[w.year].(int64)
	if !known || !dated || state == star || !meets(w.table, f, w.where) {
		return
	}
	if w.cells[year] == nil {
		w.cells[year] = map[string]cell{}
	}
	w.add(f, year, state)
}

// add counts the fact, or takes its value if it is the better one.
func (w *wideColumn) add(f *schemas.Fact, year int64, country string) {
	old, held := w.cells[year][country]
	if w.from < 0 {
		n, _ := old.value.(int64)
		w.cells[year][country] = cell{value: n + 1}
		return
	}
	c := cell{f.Values[w.from], 0, f.Documents}
	for _, name := range w.table.Key {
		if f.Values[w.table.Index(name)] != nil {
			c.keys++
		}
	}
	if c.value != nil && (!held || c.keys < old.keys || c.keys == old.keys && c.documented > old.documented) {
		w.cells[year][country] = c
	}
}

func meets(t *schemas.Table, f *schemas.Fact, where map[string]string) bool {
	for column, want := range where {
		if i := t.Index(column); i < 0 || rows.Text(f.Values[i]) != want {
			return false
		}
	}
	return true
}
