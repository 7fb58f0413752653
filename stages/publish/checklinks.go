package publish

import (
	"fmt"
	"hash/maphash"
	"path/filepath"
	"sync"

	"github.com/apache/arrow/go/v17/arrow"

	"ties.dev/ties/schemas/rows"
)

// bonds are what the tables of a release say of each other, gathered from all of them.
type bonds struct {
	lock   sync.Mutex
	stated *rows.Sorter // claims by their document, see claims
	seed   maphash.Seed // of the hashes of quotes among those
	ids    *rows.Sorter // ids of claims, and of those that conflicts name
}

func (l *bonds) close() {
	_ = l.stated.Close()
	_ = l.ids.Close()
}

// links makes what looks at the rows of a table, batch by batch, for what they say of other tables.
func (c *checker) links(rel *relation) (look func(arrow.Record) error, done func(), err error) {
	nothing := func() {}
	switch {
	case rel.claims:
		return func(record arrow.Record) error { return c.claims(rel, record) }, nothing, nil
	case rel.facts:
		s, err := newSupport(c, rel)
		if err != nil {
			return nil, nil, err
		}
		return eachRow(rel, s.look), s.close, nil
	case rel.name == ConflictsTable:
		return eachRow(rel, c.conflict), nothing, nil
	}
	return func(arrow.Record) error { return nil }, nothing, nil
}

// eachRow looks at a batch row by row.
func eachRow(rel *relation, look func(record) error) func(arrow.Record) error {
	return func(batch arrow.Record) error {
		for row := range int(batch.NumRows()) {
			if err := look(record{rel, cells(batch, row)}); err != nil {
				return err
			}
		}
		return nil
	}
}

// claims keeps what is looked up by document and by id; of the quote its hash, for quotes are most of what a claim has.
func (c *checker) claims(rel *relation, batch arrow.Record) error {
	column := func(name string) arrow.Array { return batch.Column(rel.index(name)) }
	id, document, start, end, quote := column("claim_id"), column("document_id"), column("start"), column("end"), column("quote")
	l := c.bonds
	l.lock.Lock()
	defer l.lock.Unlock()
	for row := range int(batch.NumRows()) {
		id := textAt(id, row)
		if err := l.stated.Add([]any{textAt(document, row), wholeAt(start, row), wholeAt(end, row), l.hash(textAt(quote, row)), rel.name, id}); err != nil {
			return err
		}
		if err := l.ids.Add([]any{rel.name, id, false, ""}); err != nil {
			return err
		}
	}
	return nil
}

func (l *bonds) hash(quote string) int64 { return int64(maphash.String(l.seed, quote)) }

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
	file, err := openArrow(filepath.Join(c.dir, DocumentsTable+arrowExtension))
	if err != nil {
		return fmt.Errorf("%s: %w", DocumentsTable, err)
	}
	defer file.Close()
	stated := groupBy(c.bonds.stated.Rows(), 0)
	defer stated.stop()
	rel := documents()
	for batch, err := range file.batches() {
		if err != nil {
			return fmt.Errorf("%s: %w", DocumentsTable, err)
		}
		id, n, text := batch.Column(rel.index("document_id")), batch.Column(rel.index("n_claims")), batch.Column(rel.index("text"))
		for row := range int(batch.NumRows()) {
			if err := stated.before(textAt(id, row), c.stray); err != nil {
				return err
			}
			claims, err := stated.of(textAt(id, row))
			if err != nil {
				return err
			}
			c.document(textAt(id, row), wholeAt(n, row), textAt(text, row), claims)
		}
	}
	return stated.rest(c.stray)
}

// stray is a claim of a document that is not there.
func (c *checker) stray(claim []any) {
	c.found("%s, %s: there is no document %s", claim[4], claim[5], claim[0])
}

func (c *checker) document(id string, n int64, says string, claims [][]any) {
	if n != int64(len(claims)) {
		c.found("documents, %s: n_claims is %d, and there are %d", id, n, len(claims))
	}
	text := span{text: says}
	for _, claim := range claims { // in the order of their starts
		start, end := claim[1].(int64), claim[2].(int64)
		if got := text.cut(start, end); c.bonds.hash(got) != claim[3] || got == "" {
			c.found("%s, %s: from %d to %d document %s has %s, and not the quote", claim[4], claim[5], start, end, claim[0], cited(got))
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
