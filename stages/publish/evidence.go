package publish

import (
	"slices"

	"ties.dev/ties/schemas/rows"
)

// Evidence is a claim behind a fact.
type Evidence struct {
	Claim, Document, Rule, Quote string
	Start, End                   int64 // place of Quote in documents.text, in code points
	Denied                       bool
}

// evidenceColumns stand behind the key in what witnesses read, in the order of Evidence.
var evidenceColumns = []string{"claim_id", "document_id", "rule", "quote", "start", "end", "denied"}

// witnesses finds the claims behind facts, which are asked for in the order of their key. The file is opened at the first question.
type witnesses struct {
	facts  relation
	folder string
	claims *grouped
}

// of are the claims with the key of a fact.
func (w *witnesses) of(fact []any) (found []Evidence, err error) {
	if w.claims == nil {
		if w.claims, err = w.facts.claimsBehind().stored(w.folder); err != nil {
			return nil, err
		}
	}
	order := func(claim []any) int {
		for i, place := range w.facts.keyIndexes() {
			if c := rows.Compare(claim[i], fact[place]); c != 0 {
				return c
			}
		}
		return 0
	}
	if err := w.claims.while(func(claim []any) bool { return order(claim) < 0 }, func([]any) {}); err != nil {
		return nil, err
	}
	err = w.claims.while(func(claim []any) bool { return order(claim) == 0 }, func(claim []any) {
		found = append(found, evidenceOf(claim[len(w.facts.key):]))
	})
	return found, err
}

func (w *witnesses) close() {
	if w.claims != nil {
		w.claims.stop()
	}
}

// claimsBehind is the table of claims cut to what witnesses need of it.
func (r relation) claimsBehind() relation {
	out := relation{name: ClaimsTable(r.name), scratch: r.scratch, key: append(slices.Clone(r.key), "claim_id")}
	for _, name := range slices.Concat(r.key, evidenceColumns) {
		f := field{}
		f.Name = name
		out.fields = append(out.fields, f)
	}
	out.own = len(out.fields)
	return out
}

// evidenceOf reads what a release of another version may lack as nothing.
func evidenceOf(cells []any) (e Evidence) {
	for i, to := range []*string{&e.Claim, &e.Document, &e.Rule, &e.Quote} {
		*to, _ = cells[i].(string)
	}
	e.Start, _ = cells[4].(int64)
	e.End, _ = cells[5].(int64)
	e.Denied, _ = cells[6].(bool)
	return e
}

// Sources names the documents and the rules of claims, each once, in order.
func Sources(claims []Evidence) (documents, rules []string) {
	for _, c := range claims {
		documents, rules = append(documents, c.Document), append(rules, c.Rule)
	}
	return distinct(documents), distinct(rules)
}

func distinct(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
