package schemas

// evidence is the number of values that Row puts behind the table's own.
const evidence = 12

// Row is a claim as one row, for what sorts or keeps claims: its values, its ID, and all else that it has but its table.
func (c *Claim) Row() []any {
	row := make([]any, 0, len(c.Values)+evidence)
	row = append(row, c.Values...)
	return append(row, c.ID, c.Document, int64(c.Start), int64(c.End), c.Quote, c.Rule, c.Denied, c.Hedged, c.Sweeping, c.Attribution, c.StatedOn, c.Unresolved)
}

// ClaimColumns is the number of values that Row gives for a claim of a table.
func ClaimColumns(t *Table) int { return len(t.Columns) + evidence }

// ClaimOf is the claim of a table that Row made a row of; false where the row is no such one.
func ClaimOf(table string, row []any) (c Claim, ok bool) {
	n := len(row) - evidence
	if n < 0 {
		return c, false
	}
	defer func() { ok = recover() == nil && ok }() // a value of another type
	e := row[n:]
	c = Claim{Table: table, Values: row[:n:n], ID: e[0].(string), Document: e[1].(string), Start: int(e[2].(int64)), End: int(e[3].(int64)), Quote: e[4].(string),
		Rule: e[5].(string), Denied: e[6].(bool), Hedged: e[7].(bool), Sweeping: e[8].(bool), Attribution: e[9].(string), StatedOn: e[10].(Date), Unresolved: e[11].([]string)}
	return c, true
}

// IDPlace is the place of a claim's ID in the row that Row makes.
func (t *Table) IDPlace() int { return len(t.Columns) }

// KeyPlaces are the places of the key's columns in a row of the table.
func (t *Table) KeyPlaces() []int {
	places := make([]int, len(t.Key))
	for i, name := range t.Key {
		places[i] = t.Index(name)
	}
	return places
}
