package publish

import (
	"iter"
	"slices"

	"ties.dev/ties/schemas"
)

// facts is the published table: the declared columns and how they are supported.
func facts(t *schemas.Table, list []schemas.Fact) relation {
	r := relation{name: t.Name, title: t.Title, description: t.Description, key: t.Key, facts: true, settle: t.Settle, own: len(t.Columns)}
	r.fields = append(declared(t.Columns), supportFields...)
	r.rows = each(list, func(f schemas.Fact) []any {
		return slices.Concat(f.Values, []any{f.Documents, len(f.ClaimIDs), f.ClaimIDs, f.Conflict, orEmpty(f.Unresolved)})
	})
	return r
}

// Tables that every release has beside the declared ones, and the panel.
const documentsName, conflictsName = "documents", "conflicts"

// claimsOf is the name of the table of claims behind a table of facts.
func claimsOf(table string) string { return table + "_claims" }

// claims is the table of what each document states.
func claims(t *schemas.Table, list []schemas.Claim) relation {
	r := relation{name: claimsOf(t.Name), title: t.Title + ": claims", key: append(append([]string{}, t.Key...), "claim_id"), claims: true,
		description: "One row a statement in one document, with the values as that document states them. " + t.Description,
		links:       []link{{"document_id", documentsName, "document_id"}}}
	r.fields = append(append(append(r.fields, claimFields...), declared(t.Columns)...), evidenceFields...)
	r.rows = each(list, func(c schemas.Claim) []any {
		return slices.Concat([]any{c.ID, c.Document}, c.Values,
			[]any{c.Start, c.End, c.Quote, c.Rule, c.Denied, c.Hedged, c.Sweeping, c.Attribution, c.StatedOn, orEmpty(c.Unresolved)})
	})
	return r
}

// documents is the table of what was read. The text of a document that gave no claim is left out.
func documents(release Release) relation {
	r := relation{name: documentsName, title: "Documents", description: "One row a document that was read; the text as the claims' places count it.",
		key: []string{"document_id"}, fields: documentFields}
	counts := map[string]int{}
	for _, list := range release.Claims {
		for _, c := range list {
			counts[c.Document]++
		}
	}
	r.rows = each(release.Documents, func(d schemas.Document) []any {
		var text any
		if counts[d.ID] > 0 {
			text = d.Text
		}
		return []any{d.ID, d.Title, d.Publisher, d.Published, d.Published.String(), d.URL, d.Language, d.SHA256, counts[d.ID], text}
	})
	return r
}

func conflicts(list []schemas.Conflict) relation {
	r := relation{name: conflictsName, title: "Conflicts", description: "One row a value that stood to be chosen where claims differ, and what became of it.",
		key: []string{"table", "key", "column", "value", "reason"}, fields: conflictFields}
	r.rows = each(list, func(c schemas.Conflict) []any {
		return []any{c.Table, c.Key, c.Column, c.Value, c.ClaimIDs, c.Chosen, c.Reason}
	})
	return r
}

func panel(columns []schemas.Column, rows [][]any) relation {
	r := relation{name: "panel", title: "Panel", description: "One row a country and year: the tables side by side.",
		fields: declared(columns)}
	for _, c := range columns[:min(2, len(columns))] {
		r.key = append(r.key, c.Name)
	}
	r.rows = each(rows, slices.Clone[[]any])
	return r
}

// each makes the rows of a list one by one.
func each[T any](list []T, row func(T) []any) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, item := range list {
			if !yield(row(item)) {
				return
			}
		}
	}
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
