package publish

import (
	"fmt"
	"path/filepath"
	"sync"

	"ties.dev/ties/schemas/rows"
)

// bonds are what the tables of a release say of each other, gathered from all of them.
type bonds struct {
	lock   sync.Mutex
	stated *rows.Sorter // claims by their document, see claim
	ids    *rows.Sorter // ids of claims, and of those that conflicts name
}

func (l *bonds) close() {
	_ = l.stated.Close()
	_ = l.ids.Close()
}

// links makes what looks at the rows of a table for what they say of other tables.
func (c *checker) links(rel *relation) (look func(record) error, done func(), err error) {
	nothing := func() {}
	switch {
	case rel.claims:
		return c.claim, nothing, nil
	case rel.facts:
		s, err := newSupport(c, rel)
		if err != nil {
			return nil, nil, err
		}
		return s.look, s.close, nil
	case rel.name == ConflictsTable:
		return c.conflict, nothing, nil
	}
	return func(record) error { return nil }, nothing, nil
}

// claim keeps what is looked up by document and by id.
func (c *checker) claim(r record) error {
	table, id := r.relation.name, r.text("claim_id")
	l := c.bonds
	l.lock.Lock()
	defer l.lock.Unlock()
	if err := l.stated.Add([]any{r.text("document_id"), r.whole("start"), r.whole("end"), r.text("quote"), table, id}); err != nil {
		return err
	}
	return l.ids.Add([]any{table, id, false, ""})
}

// conflict keeps the ids that a conflict names, which sort behind the claims that have them.
func (c *checker) conflict(r record) error {
	c.bonds.lock.Lock()
	defer c.bonds.lock.Unlock()
	for _, id := range r.list("claim_ids") {
		if err := c.bonds.ids.Add([]any{ClaimsTable(r.text("table")), id, true, r.relation.name + ", " + r.relation.keyText(r.row)}); err != nil {
			return err
		}
	}
	return nil
}

// named checks that the claims that conflicts name are there.
func (c *checker) named() error {
	var claim []any
	for row, err := range c.bonds.ids.Rows() {
		if err != nil {
			return err
		}
		if named := row[2].(bool); !named {
			claim = row
		} else if claim == nil || claim[0] != row[0] || claim[1] != row[1] {
			c.found("%s: there is no claim %s", row[3], row[1])
		}
	}
	return nil
}

// quoted goes through the documents with their claims: each claim's document is there, counts it, and has its quote at its place.
func (c *checker) quoted() error {
	s, err := openParquet(filepath.Join(c.dir, DocumentsTable+formats[0].extension))
	if err != nil {
		return fmt.Errorf("%s: %w", DocumentsTable, err)
	}
	defer s.Close()
	stated := groupBy(c.bonds.stated.Rows(), 0)
	defer stated.stop()
	rel := documents()
	for row, err := range s.rows {
		if err != nil {
			return fmt.Errorf("%s: %w", DocumentsTable, err)
		}
		doc := record{&rel, row}
		if err := stated.before(doc.text("document_id"), c.stray); err != nil {
			return err
		}
		claims, err := stated.of(doc.text("document_id"))
		if err != nil {
			return err
		}
		c.document(doc, claims)
	}
	return stated.rest(c.stray)
}

// stray is a claim of a document that is not there.
func (c *checker) stray(claim []any) {
	c.found("%s, %s: there is no document %s", claim[4], claim[5], claim[0])
}

func (c *checker) document(doc record, claims [][]any) {
	if n := doc.whole("n_claims"); n != int64(len(claims)) {
		c.found("documents, %s: n_claims is %d, and there are %d", doc.text("document_id"), n, len(claims))
	}
	text := span{text: doc.text("text")}
	for _, claim := range claims { // in the order of their starts
		start, end, quote := claim[1].(int64), claim[2].(int64), claim[3].(string)
		if got := text.cut(start, end); got != quote || got == "" {
			c.found("%s, %s: from %d to %d document %s has %s, and not the quote %s", claim[4], claim[5], start, end, claim[0], cited(got), cited(quote))
		}
	}
}

// span finds places that count code points, each at or behind the one before, without decoding the text twice.
type span struct {
	text  string
	at    int   // bytes
	point int64 // code points
}

// cut is the text from start to end, as Python's text[start:end]; "" where that is not within the text.
func (s *span) cut(start, end int64) string {
	if start < s.point || end < start {
		return ""
	}
	from, ok := s.ahead(s.at, start-s.point)
	s.at, s.point = from, start
	if !ok {
		s.at, s.point = 0, 0
		return ""
	}
	to, ok := s.ahead(from, end-start)
	if !ok {
		return ""
	}
	return s.text[from:to]
}

// ahead is the place n code points behind a place.
func (s *span) ahead(at int, n int64) (int, bool) {
	if n == 0 {
		return at, true
	}
	for i := range s.text[at:] {
		if n == 0 {
			return at + i, true
		}
		n--
	}
	return len(s.text), n == 0
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
