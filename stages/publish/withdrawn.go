package publish

import (
	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// TombstonesTable holds the facts that were published once and are not any more.
const TombstonesTable = "tombstones"

// Why a fact was withdrawn, as far as claims and documents of both releases tell. The first that holds is given.
const (
	outweighed      = "outweighed"
	ruleChanged     = "rule_changed"
	documentChanged = "document_changed"
	documentGone    = "document_gone"
)

func tombstones() relation {
	reason := needed("reason", "Why it was withdrawn, as far as the claims and documents of both releases tell; the first that holds")
	reason.Values = []schemas.Category{
		{Value: outweighed, Description: "claims with its key are still there, and no fact is made of them any more"},
		{Value: ruleChanged, Description: "a document that stated it is there with the same bytes, and the rules of today don't take it from there"},
		{Value: documentChanged, Description: "a document that stated it is there with other bytes, and states it no more"},
		{Value: documentGone, Description: "no document that stated it is among those that were read"},
	}
	return relation{name: TombstonesTable, title: "Tombstones", key: []string{"table", "key"},
		description: "One row a fact that an earlier release published and this one does not; it goes when the fact comes back.",
		fields: []field{
			needed("table", "Table of the fact"),
			needed("key", "Key of the fact as column=value, comma separated; a null is written as nothing"),
			text("values", "Its other values when it was withdrawn, as column=value, comma separated"),
			needed("withdrawn_in", "First release without it"),
			needed("last_in", "Last release with it"),
			reason,
			list("document_ids", "Documents that stated it, sorted"),
			list("rules", "Rules that took it from them, sorted"),
			list("claim_ids", "Ids of the claims in the last release with it, sorted"),
		}}
}

// withdrawn gathers what a draft does not have any more. Of documents it keeps in memory those behind withdrawn facts alone.
type withdrawn struct {
	facts  *rows.Sorter // see note
	states map[string]string
	n      int
}

func newWithdrawn(scratch string) *withdrawn {
	return &withdrawn{facts: rows.NewSorter(scratch, []int{0, 1}, rows.Budget(sorters)), states: map[string]string{}}
}

// note keeps what became of a key: withdrawn as a row of tombstones without its versions and reason, or back as table and key.
func (w *withdrawn) note(r relation, d *Difference) error {
	switch {
	case d.Before == nil:
		return w.facts.Add([]any{r.name, r.plainKey(d.After), nil, nil, nil, nil, nil})
	case d.After != nil:
		return nil
	}
	w.n++
	documents, rules := Sources(d.Was)
	var claims []string
	for _, e := range d.Was {
		claims = append(claims, e.Claim)
	}
	for _, id := range documents {
		w.states[id] = ruleChanged // until its bytes are seen to differ
	}
	reason := ""
	if len(d.Is) > 0 {
		reason = outweighed
	}
	return w.facts.Add([]any{r.name, r.plainKey(d.Before), r.plainValues(d.Before), reason, orEmpty(documents), orEmpty(rules), orEmpty(distinct(claims))})
}

// document sees a document in both releases, nil where one has it not.
func (w *withdrawn) document(old, now []any) {
	if old == nil {
		return
	}
	id := rows.Text(old[0])
	if _, asked := w.states[id]; !asked {
		return
	}
	if now == nil {
		w.states[id] = documentGone
	} else if rows.Compare(old[1], now[1]) != 0 {
		w.states[id] = documentChanged
	}
}

// reason is why a fact that these documents stated is gone.
func (w *withdrawn) reason(documents []string) string {
	out := documentGone
	for _, id := range documents {
		switch w.states[id] {
		case ruleChanged:
			return ruleChanged
		case documentChanged:
			out = documentChanged
		}
	}
	return out
}

// row is a withdrawn fact as a row of tombstones.
func (w *withdrawn) row(noted []any, in, last string) []any {
	reason, _ := noted[3].(string)
	documents, _ := noted[4].([]string)
	if reason == "" {
		reason = w.reason(documents)
	}
	return []any{noted[0], noted[1], noted[2], in, last, reason, noted[4], noted[5], noted[6]}
}
