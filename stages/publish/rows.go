package publish

import (
	"slices"

	"ties.dev/ties/schemas"
)

// Tables that every release has beside the declared ones.
const DocumentsTable, ConflictsTable, PanelTable = "documents", "conflicts", "panel"

// ClaimsTable is the name of the table of claims behind a table of facts.
func ClaimsTable(table string) string { return table + "_claims" }

// Reserved holds for the name of a table that every release has, or of the claims behind a declared one.
func Reserved(name string, tables []*schemas.Table) bool {
	return slices.Contains([]string{DocumentsTable, ConflictsTable, PanelTable, TombstonesTable}, name) ||
		slices.ContainsFunc(tables, func(t *schemas.Table) bool { return ClaimsTable(t.Name) == name })
}

// FactRow is a fact as a row of its table.
func FactRow(f *schemas.Fact) []any {
	return slices.Concat(f.Values, []any{f.Documents, len(f.ClaimIDs), f.ClaimIDs, f.Conflict, orEmpty(f.Unresolved)})
}

// ClaimRow is a claim as a row of its table.
func ClaimRow(c *schemas.Claim) []any {
	row := append(make([]any, 0, len(claimFields)+len(c.Values)+len(evidenceFields)), c.ID, c.Document)
	row = append(row, c.Values...)
	return append(row, c.Start, c.End, c.Quote, c.Rule, c.Denied, c.Hedged, c.Sweeping, c.Attribution, c.StatedOn, orEmpty(c.Unresolved))
}

// DocumentColumns is the number of values that DocumentRow gives.
var DocumentColumns = len(documentFields)

// DocumentRow is a document that gave n claims. The text of one that gave none is left out.
func DocumentRow(d *schemas.Document, n int) []any {
	var text any
	if n > 0 {
		text = d.Text
	}
	return []any{d.ID, d.Title, d.Publisher, d.Published, d.Published.String(), d.URL, d.Language, d.SHA256, n, text}
}

// ConflictRow is a conflict as a row of its table.
func ConflictRow(c *schemas.Conflict) []any {
	return []any{c.Table, c.Key, c.Column, c.Value, c.ClaimIDs, c.Chosen, c.Reason}
}

// facts is the published table: the declared columns and how they are supported.
func facts(t *schemas.Table) relation {
	return relation{name: t.Name, title: t.Title, description: t.Description, key: t.Key, facts: true, settle: t.Settle, own: len(t.Columns),
		fields: append(declared(t.Columns), supportFields...)}
}

// claims is the table of what each document states.
func claims(t *schemas.Table) relation {
	return relation{name: ClaimsTable(t.Name), title: t.Title + ": claims", key: append(append([]string{}, t.Key...), "claim_id"), claims: true,
		description: "One row a statement in one document, with the values as that document states them. " + t.Description,
		links:       []link{{"document_id", DocumentsTable, "document_id"}},
		fields:      slices.Concat(claimFields, declared(t.Columns), evidenceFields)}
}

// documents is the table of what was read.
func documents() relation {
	return relation{name: DocumentsTable, title: "Documents", description: "One row a document that was read; the text as the claims' places count it.",
		key: []string{"document_id"}, fields: documentFields}
}

func conflicts() relation {
	return relation{name: ConflictsTable, title: "Conflicts", description: "One row a value that stood to be chosen where claims differ, and what became of it. " +
		"The fact's own conflict is false where the values are told apart and don't contradict each other: a figure and its rounding, a promise and the report that it was kept.",
		key: []string{"table", "key", "column", "value", "reason"}, fields: conflictFields}
}

func panel(columns []schemas.Column) relation {
	r := relation{name: PanelTable, title: "Panel", description: "One row a country and year: the tables side by side.", fields: declared(columns)}
	for _, c := range columns[:min(2, len(columns))] {
		r.key = append(r.key, c.Name)
	}
	return r
}

func declared(columns []schemas.Column) []field {
	fields := make([]field, len(columns))
	for i, c := range columns {
		fields[i] = field{Column: c}
	}
	return fields
}

func orEmpty(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
