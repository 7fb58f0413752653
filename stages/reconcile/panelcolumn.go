package reconcile

import (
	"fmt"

	"ties.dev/ties/schemas"
)

// wideColumn is one column of the panel with its cells by year and country.
type wideColumn struct {
	schemas.Column
	cells map[int64]map[string]cell
}

// cell is a value, and how general and how well documented the fact is that it was taken from.
type cell struct {
	value            any
	keys, documented int
}

func widen(t *schemas.Table, p schemas.Panel, facts []schemas.Fact) (wideColumn, error) {
	w := wideColumn{schemas.Column{Name: p.Name, Type: schemas.Integer, Description: p.Description}, map[int64]map[string]cell{}}
	country, year, take := t.Index(p.Country), t.Index("year"), t.Index(p.Take)
	if country < 0 || year < 0 {
		return w, fmt.Errorf("table %s: panel %s needs the columns %q and \"year\"", t.Name, p.Name, p.Country)
	}
	if p.Take != "count" {
		if take < 0 || kinds[t.Columns[take].Type] == "" {
			return w, fmt.Errorf("table %s: panel %s can't take %q: name a column of single values, or `count`", t.Name, p.Name, p.Take)
		}
		from := t.Columns[take]
		w.Type, w.Unit, w.Codes, w.Also, w.Open, w.Values = from.Type, from.Unit, from.Codes, from.Also, from.Open, from.Values
		w.Min, w.Max, w.Example = from.Min, from.Max, from.Example
	}
	for _, f := range facts {
		state, known := f.Values[country].(string)
		when, dated := f.Values[year].(int64)
		if known && dated && state != star && meets(t, f, p.Where) {
			w.add(t, f, when, state, take)
		}
	}
	return w, nil
}

// add counts the fact (take < 0) or takes its value, if it is the better one.
func (w wideColumn) add(t *schemas.Table, f schemas.Fact, year int64, country string, take int) {
	if w.cells[year] == nil {
		w.cells[year] = map[string]cell{}
	}
	old, held := w.cells[year][country]
	if take < 0 {
		n, _ := old.value.(int64)
		w.cells[year][country] = cell{value: n + 1}
		return
	}
	c := cell{f.Values[take], 0, f.Documents}
	for _, name := range t.Key {
		if f.Values[t.Index(name)] != nil {
			c.keys++
		}
	}
	if c.value != nil && (!held || c.keys < old.keys || c.keys == old.keys && c.documented > old.documented) {
		w.cells[year][country] = c
	}
}

func meets(t *schemas.Table, f schemas.Fact, where map[string]string) bool {
	for column, want := range where {
		if i := t.Index(column); i < 0 || text(f.Values[i]) != want {
			return false
		}
	}
	return true
}
