package publish

import (
	"fmt"
	"maps"
	"slices"
)

// links checks what a row says of other tables.
func (c *checker) links(r record) {
	switch {
	case r.relation.claims:
		c.keep(r)
	case r.relation.facts:
		c.support(r, c.claims[claimsOf(r.relation.name)])
	case r.relation.name == conflictsName:
		c.resolve(r, c.claims[claimsOf(r.text("table"))])
	case r.relation.name == documentsName:
		c.document(r)
	}
}

// keep holds a claim for the facts, conflicts and documents that come after.
func (c *checker) keep(claim record) {
	table, document := claim.relation.name, claim.text("document_id")
	if c.claims[table] == nil {
		c.claims[table] = map[string]record{}
	}
	c.claims[table][claim.text("claim_id")] = claim
	c.stated[document] = append(c.stated[document], claim)
}

func (c *checker) document(r record) {
	id := r.text("document_id")
	if n := r.whole("n_claims"); n != int64(len(c.stated[id])) {
		c.found("documents, %s: n_claims is %d, and there are %d", id, n, len(c.stated[id]))
	}
	if len(c.stated[id]) > 0 {
		c.quotes([]rune(r.text("text")), c.stated[id])
	}
	delete(c.stated, id)
}

// strays are claims of documents that are not there. It comes after all documents.
func (c *checker) strays() {
	for _, id := range slices.Sorted(maps.Keys(c.stated)) {
		claim := c.stated[id][0]
		c.found("%s, %s: there is no document %s", claim.relation.name, claim.text("claim_id"), id)
	}
}

// quotes checks that the characters from start to end are the quote, as Python's text[start:end].
func (c *checker) quotes(text []rune, claims []record) {
	for _, claim := range claims {
		start, end := claim.whole("start"), claim.whole("end")
		got := ""
		if start >= 0 && start <= end && end <= int64(len(text)) {
			got = string(text[start:end])
		}
		if got != claim.text("quote") || got == "" {
			c.found("%s, %s: from %d to %d document %s has %s, and not the quote %s", claim.relation.name, claim.text("claim_id"), start, end,
				claim.text("document_id"), cited(got), cited(claim.text("quote")))
		}
	}
}

// cited is the beginning of a text in quotation marks, short enough for one line.
func cited(text string) string {
	const most = 60 // characters
	if r := []rune(text); len(r) > most {
		return fmt.Sprintf("%q…", string(r[:most]))
	}
	return fmt.Sprintf("%q", text)
}

// record is a row with the names of its columns.
type record struct {
	relation *relation
	row      []any
}

func (r record) value(column string) any { return r.row[r.relation.index(column)] }

// text and its like give what a null, or a value of another type than declared, stands for; the row's own check has found it.
func (r record) text(column string) string {
	s, _ := r.value(column).(string)
	return s
}

func (r record) whole(column string) int64 {
	n, _ := r.value(column).(int64)
	return n
}

func (r record) list(column string) []string {
	list, _ := r.value(column).([]string)
	return list
}

// support checks that a fact's claims are there, speak of its key, and are as many in as many documents as it says.
func (c *checker) support(fact record, claims map[string]record) {
	name := fact.relation.name + ", " + fact.relation.keyText(fact.row)
	if !c.resolve(fact, claims) {
		return
	}
	documents := map[string]bool{}
	ids := fact.list("claim_ids")
	for _, id := range ids {
		claim := claims[id]
		documents[claim.text("document_id")] = true
		for _, column := range fact.relation.key {
			if compare(fact.value(column), claim.value(column)) != 0 {
				c.found("%s: its claim %s has %s=%s", name, id, column, written(claim.value(column)))
			}
		}
	}
	if n := fact.whole("n_claims"); n != int64(len(ids)) || len(ids) == 0 {
		c.found("%s: n_claims is %d, and it names %d", name, n, len(ids))
	}
	if n := fact.whole("n_documents"); n != int64(len(documents)) {
		c.found("%s: n_documents is %d, and its claims come from %d", name, n, len(documents))
	}
}

func (c *checker) resolve(r record, claims map[string]record) bool {
	fine := true
	for _, id := range r.list("claim_ids") {
		if _, ok := claims[id]; !ok {
			c.found("%s, %s: there is no claim %s", r.relation.name, r.relation.keyText(r.row), id)
			fine = false
		}
	}
	return fine
}
