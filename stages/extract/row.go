package extract

import (
	"slices"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/resolve"
)

// rows are the claims that a match makes: one for each combination of its sets.
func (m *match) rows(sc scope) []schemas.Claim {
	if m.isValue() && m.undatedComparison() {
		return nil
	}
	outcome, denied, ok := m.outcome(sc)
	if !ok {
		return nil
	}
	combos := []combo{{}}
	for _, name := range m.setRoles() {
		combos = m.spread(combos, name)
	}
	var out []schemas.Claim
	for _, year := range m.years() {
		if m.isForecast(year) || sc.outcome == Asserted && m.yetToBe(year) {
			continue
		}
		for _, c := range combos {
			year := year
			if m.rule.Table.Outdates != nil {
				if y := m.ownYear(c); y != 0 {
					year = yearValue{year: y}
				} else if y, ok := m.distributedYear(c); ok {
					year = y
				}
			}
			status := outcome
			if c.except && m.rule.Column != "" {
				if status = m.sparedOutcome(sc.outcome); status == "" {
					continue
				}
			}
			claim := schemas.Claim{Table: m.rule.Table.Name, Rule: m.rule.Name, Denied: denied != (c.except && m.rule.Column == ""), Hedged: sc.hedged, Attribution: sc.attribution}
			claim.Sweeping = m.sweeping(c) || year.span
			if m.fillRow(&claim, c, year, status) {
				out = append(out, claim)
			}
		}
	}
	if len(out) > 0 && m.rule.Column != "" {
		m.remember(outcome, sc.outcome == Negated || sc.outcome == Refused)
	}
	return out
}

// yetToBe holds for an edition of an event after the year of the document: of what can be planned, nothing has happened there yet.
func (m *match) yetToBe(y yearValue) bool {
	plan, ok := m.rule.Outcome[Planned]
	return ok && plan != m.rule.Outcome[Asserted] && m.r.Anchor.Year != 0 && y.year > m.r.Anchor.Year && m.occasion() != nil
}

// combo is one state, organisation or name for each role that can hold several.
type combo struct {
	states map[string]resolve.State
	codes  map[string]string
	except bool
}

func (m *match) setRoles() []string {
	var names []string
	for _, role := range m.rule.Roles {
		if role.Agrees != "" || role.Differs != "" {
			continue // it is only compared with
		}
		if v, ok := m.values[role.Name]; ok && (!v.set.Empty() || len(v.codes) > 0) {
			names = append(names, role.Name)
		}
	}
	return names
}

func (m *match) spread(combos []combo, name string) []combo {
	v := m.values[name]
	var out []combo
	for _, c := range combos {
		for _, x := range v.set.States {
			out = append(out, c.with(name, x, ""))
		}
		for _, code := range v.codes {
			out = append(out, c.with(name, resolve.State{}, code))
		}
		if m.rule.Column != "" && v.set.Has("*") {
			for _, x := range m.spared().States {
				e := c.with(name, x, "")
				e.except = true
				out = append(out, e)
			}
		}
		if m.rule.Column == "" {
			for _, x := range v.set.Except {
				e := c.with(name, x, "")
				e.except = true
				out = append(out, e)
			}
		}
	}
	return out
}

func (c combo) with(name string, x resolve.State, code string) combo {
	n := combo{map[string]resolve.State{}, map[string]string{}, c.except}
	for k, v := range c.states {
		n.states[k] = v
	}
	for k, v := range c.codes {
		n.codes[k] = v
	}
	if code != "" {
		n.codes[name] = code
	} else {
		n.states[name] = x
	}
	return n
}

// sweeping holds for a claim taken from a loosely named group.
func (m *match) sweeping(combo) bool {
	for _, v := range m.values {
		if v.set.Loose || v.set.Whole && m.rule.Table.Wildcard != nil {
			return true
		}
	}
	return false
}

// outcome is the value of the rule's outcome column for the scope, or whether the claim is denied; ok is false for no row.
func (m *match) outcome(sc scope) (column string, denied, ok bool) {
	if m.rule.Repeats != "" {
		value, ok := m.repeated(sc.outcome)
		return value, false, ok
	}
	if sc.outcome == dropped {
		return "", false, false
	}
	if sc.outcome == Asserted && m.beforeEvent() {
		if v := m.verb(m.chunk); v >= 0 && m.s.Chunks[v].Past && m.s.Chunks[v].Finite {
			return "", false, false // what is past can't be of an event to come
		}
		sc.outcome = Planned
	}
	sc.outcome = m.early(sc.outcome)
	if sc.outcome == Planned && m.decided() {
		sc.outcome = Asserted // "the decision to attend", told afterwards
	}
	if value, declared := m.rule.Outcome[sc.outcome]; declared {
		return value, false, value != "-"
	}
	switch sc.outcome {
	case Asserted:
		return "", false, true
	case Negated, Refused, Ended:
		return "", true, m.rule.Column == ""
	}
	return "", false, false
}

// fillRow fills the columns; it reports false where a required one stays empty, or where a number is misread, for it can't be.
func (m *match) fillRow(claim *schemas.Claim, c combo, year yearValue, outcome string) bool {
	t := m.rule.Table
	claim.Values = make([]any, len(t.Columns))
	for column, text := range m.rule.Row {
		claim.Values[t.Index(column)] = m.cell(text, c, t.Column(column).Type)
	}
	if i := t.Index("year"); i >= 0 && claim.Values[i] == nil && !year.none {
		claim.Values[i] = int64(year.year)
	}
	if m.rule.Column != "" && outcome != "" {
		claim.Values[t.Index(m.rule.Column)] = outcome
	}
	if len(m.rule.Pair) == 2 {
		m.sortPair(claim, m.rule.Pair)
	}
	for i, col := range t.Columns {
		if col.Required && claim.Values[i] == nil || !col.InRange(claim.Values[i]) || everyone(&col, claim.Values[i]) {
			return false
		}
	}
	if !m.inOffice(claim, c) {
		return false
	}
	m.officeThen(claim, c)
	return !m.selfTie(c)
}

// officeThen gives a leader whose office the text does not tell the one of the row's year.
func (m *match) officeThen(claim *schemas.Claim, c combo) {
	i, office := m.rule.Table.Index("year"), m.rule.Table.Index("office")
	if i < 0 || office < 0 || claim.Values[i] == nil {
		return
	}
	year, _ := claim.Values[i].(int64)
	for name, x := range c.states {
		if x.Assumed && m.rule.Row["office"] == "$"+name+".office" {
			claim.Values[office] = orNil(m.r.OfficeIn(x, int(year)))
		}
	}
}

// inOffice is false where the row names a leader who held no office about its year: another person of the name is meant.
func (m *match) inOffice(claim *schemas.Claim, c combo) bool {
	i := m.rule.Table.Index("year")
	if i < 0 || claim.Values[i] == nil {
		return true
	}
	year, _ := claim.Values[i].(int64)
	for name, x := range c.states {
		if m.rule.Row["leader"] == "$"+name+".leader" && !m.r.Held(x, int(year)) {
			return false
		}
	}
	return true
}

// everyone holds for "*" in a column that does not declare it: "no state is a member" is no row of membership.
func everyone(c *schemas.Column, v any) bool { return v == "*" && !slices.Contains(c.Also, "*") }

// selfTie holds where two roles are one state: no state is its own partner.
func (m *match) selfTie(c combo) bool {
	seen := map[string]bool{}
	for name, x := range c.states {
		if !m.inRow(name) {
			continue
		}
		if seen[x.Code] {
			return true
		}
		seen[x.Code] = true
	}
	return false
}

// inRow reports whether the role fills a column, rather than only having to be there.
func (m *match) inRow(role string) bool {
	for _, text := range m.rule.Row {
		if text == "$"+role {
			return true
		}
	}
	return false
}

func (m *match) sortPair(claim *schemas.Claim, pair []string) {
	i, j := m.rule.Table.Index(pair[0]), m.rule.Table.Index(pair[1])
	a, _ := claim.Values[i].(string)
	b, _ := claim.Values[j].(string)
	if a > b {
		claim.Values[i], claim.Values[j] = b, a
	}
}
