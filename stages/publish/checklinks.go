package publish

import (
	"maps"
	"slices"
)

// links checks what one table says of another.
func (c *checker) links() {
	stated := map[string][]record{} // claims by document
	for _, name := range slices.Sorted(maps.Keys(c.read)) {
		rel := c.read[name]
		if !rel.facts {
			continue
		}
		claims := c.read[claimsOf(name)]
		for _, row := range claims.rows {
			claim := record{claims, row}
			stated[claim.text("document_id")] = append(stated[claim.text("document_id")], claim)
		}
		own := claims.by("claim_id")
		for _, row := range rel.rows {
			c.support(record{rel, row}, own)
		}
	}
	c.conflicts()
	c.documents(stated)
}

func (c *checker) conflicts() {
	byTable := map[string]map[string]record{}
	for _, row := range c.read["conflicts"].rows {
		conflict := record{c.read["conflicts"], row}
		table := conflict.text("table")
		if byTable[table] == nil {
			byTable[table] = c.read[claimsOf(table)].by("claim_id")
		}
		c.resolve(conflict, byTable[table])
	}
}

// documents checks the claims of each document, and that no claim has a document that is not there.
func (c *checker) documents(stated map[string][]record) {
	for _, row := range c.read["documents"].rows {
		document := record{c.read["documents"], row}
		id := document.text("document_id")
		if n := document.value("n_claims"); n != int64(len(stated[id])) {
			c.found("documents, %s: n_claims is %d, and there are %d", id, n, len(stated[id]))
		}
		if len(stated[id]) > 0 {
			c.quotes([]rune(document.text("text")), stated[id])
		}
		delete(stated, id)
	}
	for _, id := range slices.Sorted(maps.Keys(stated)) {
		claim := stated[id][0]
		c.found("%s, %s: there is no document %s", claim.relation.name, claim.text("claim_id"), id)
	}
}

// quotes checks that the characters from start to end are the quote, as Python's text[start:end].
func (c *checker) quotes(text []rune, claims []record) {
	for _, claim := range claims {
		start, end := claim.value("start").(int64), claim.value("end").(int64)
		got := ""
		if start >= 0 && start <= end && end <= int64(len(text)) {
			got = string(text[start:end])
		}
		if got != claim.text("quote") || got == "" {
			c.found("%s, %s: from %d to %d document %s has %q, and not the quote %q", claim.relation.name, claim.text("claim_id"), start, end,
				claim.text("document_id"), got, claim.text("quote"))
		}
	}
}

// record is a row with the names of its columns.
type record struct {
	relation relation
	row      []any
}

func (r record) value(column string) any { return r.row[r.relation.index(column)] }

func (r record) text(column string) string {
	s, _ := r.value(column).(string)
	return s
}

// by finds rows by a column of texts.
func (r relation) by(column string) map[string]record {
	found := map[string]record{}
	for _, row := range r.rows {
		found[record{r, row}.text(column)] = record{r, row}
	}
	return found
}

// support checks that a fact's claims are there, speak of its key, and are as many in as many documents as it says.
func (c *checker) support(fact record, claims map[string]record) {
	name := fact.relation.name + ", " + fact.relation.keyText(fact.row)
	if !c.resolve(fact, claims) {
		return
	}
	documents := map[string]bool{}
	ids := fact.value("claim_ids").([]string)
	for _, id := range ids {
		claim := claims[id]
		documents[claim.text("document_id")] = true
		for _, column := range fact.relation.key {
			if compare(fact.value(column), claim.value(column)) != 0 {
				c.found("%s: its claim %s has %s=%s", name, id, column, written(claim.value(column)))
			}
		}
	}
	if n := fact.value("n_claims"); n != int64(len(ids)) || len(ids) == 0 {
		c.found("%s: n_claims is %d, and it names %d", name, n, len(ids))
	}
	if n := fact.value("n_documents"); n != int64(len(documents)) {
		c.found("%s: n_documents is %d, and its claims come from %d", name, n, len(documents))
	}
}

func (c *checker) resolve(r record, claims map[string]record) bool {
	fine := true
	for _, id := range r.value("claim_ids").([]string) {
		if _, ok := claims[id]; !ok {
			c.found("%s, %s: there is no claim %s", r.relation.name, r.relation.keyText(r.row), id)
			fine = false
		}
	}
	return fine
}
