package extract

import (
	"math"
	"slices"

	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/resolve"
)

// columnUnit is the unit that the header of a table gives a column: percent, or dollars with their scale.
type columnUnit struct {
	unit  quantity.Unit
	scale float64
}

// counted is the anchor's number with the unit that the lines above the table give its column: a share where the role is a percentage,
// else a sum of dollars. Where there are as many units as numbers they belong to each other in their order; one unit is that of the
// only number. A number with a unit of its own is left to the rules of values.
func (m *match) counted(role *Role) (value, bool) {
	bare := m.s.Quantities[m.s.Units[m.unit].Quantity]
	unit, ok := m.columnUnit()
	if !ok || bare.Unit != quantity.None || (unit.unit == quantity.Percent) != (role.Is == "percent") {
		return value{}, false
	}
	if unit.unit == quantity.Percent {
		bare.Unit = quantity.Percent
		return value{number: &bare}, bare.Value <= 100
	}
	bare.Unit, bare.Currency, bare.Value = quantity.Money, "USD", math.Round(bare.Value*unit.scale)
	return value{number: &bare}, true
}

func (m *match) columnUnit() (columnUnit, bool) {
	numbers := m.s.Numbers()
	if own := columnUnits(m.s, numbers[0]); len(own) == 1 {
		return own[0], true // Share of A in exports, %
	}
	for _, t := range m.ownCaptions() {
		units := columnUnits(t, len(t.Units))
		if len(units) == 0 {
			continue
		}
		if corner := columnUnits(t, firstMark(t)); len(units) == 1 && len(corner) == 1 {
			return units[0], true // US$ million | 2020 | 2021
		}
		for k, u := range numbers {
			if u == m.unit && len(units) == len(numbers) {
				return units[k], true
			}
		}
		return columnUnit{}, false
	}
	return columnUnit{}, false
}

// columnMarks are the marks of units as they stand alone, where no number makes a quantity of them.
var columnMarks = map[string]quantity.Unit{"%": quantity.Percent, "percent": quantity.Percent, "cent": quantity.Percent,
	"$": quantity.Money, "usd": quantity.Money, "dollars": quantity.Money}

// firstMark is the first mark of a cell in the header, 0 where there is none.
func firstMark(t *annotate.Sentence) int {
	return max(0, slices.IndexFunc(t.Units, func(u annotate.Unit) bool { return u.Word == "|" }))
}

// columnUnits are the units that a header names before unit `to`, in their order: "Value (US$ bn)  Share (%)".
func columnUnits(t *annotate.Sentence, to int) []columnUnit {
	var out []columnUnit
	for u := range to {
		switch columnMarks[t.Units[u].Word] {
		case quantity.Percent:
			out = append(out, columnUnit{quantity.Percent, 1})
		case quantity.Money:
			out = append(out, columnUnit{quantity.Money, scaleBeside(t, u)})
		}
	}
	return out
}

// scaleBeside is the scale right behind a mark of money or close before it: "US$ bn", "million US dollars".
func scaleBeside(t *annotate.Sentence, u int) float64 {
	for _, k := range []int{u + 1, u - 1, u - 2} {
		if k >= 0 && k < len(t.Units) {
			if by := quantity.Scale(t.Units[k].Word); by >= 1e3 {
				return by
			}
		}
	}
	return 1
}

// ownCaptions are the captions down to the last row of another table above.
func (m *match) ownCaptions() []*annotate.Sentence {
	lines := m.captions()
	for k, t := range lines {
		if t.Row && len(t.Numbers()) > 0 {
			return lines[:k]
		}
	}
	return lines
}

// tabled is the one state of whose ties a table tells: that which the lines above it name, else the one that the title names or
// the text is about.
func (m *match) tabled(role *Role) (value, bool) {
	for _, t := range m.ownCaptions() {
		var set resolve.Set
		for u := range t.Units {
			if u+1 < len(t.Units) && t.Units[u+1].Word == "$" {
				continue // US$ is money
			}
			set = set.With(m.r.InUnits(t, u, u))
		}
		if len(set.States) == 1 {
			return value{set: set, chunk: -1}, role.Is == "states"
		}
	}
	for _, find := range []func() (resolve.Set, bool){m.r.Titled, m.r.Main} {
		if set, ok := find(); ok && len(set.States) == 1 && !set.Within(m.values[role.Not].set) {
			set.Context = true
			return value{set: set, chunk: -1}, role.Is == "states"
		}
	}
	return value{}, false
}
