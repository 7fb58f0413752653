package publish

import (
	"cmp"
	"fmt"
	"iter"
	"path/filepath"
	"slices"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"

	"ties.dev/ties/schemas/rows"
)

// support checks the facts of a table against its claims: both are sorted by the same key, and are read side by side.
type support struct {
	checker  *checker
	file     *arrowFile
	key      []int // places of the key's columns in claims; nil where the claims have other columns, which their own check finds
	id, from int   // of claim_id and document_id
	next     func() (arrow.Record, error, bool)
	stop     func()
	batch    arrow.Record // nil at the end
	row      int
}

func newSupport(c *checker, facts *relation) (*support, error) {
	name := ClaimsTable(facts.name)
	file, err := openArrow(filepath.Join(c.dir, name+arrowExtension))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	s := &support{checker: c, file: file, id: slices.Index(file.columns, "claim_id"), from: slices.Index(file.columns, "document_id")}
	for _, name := range facts.key {
		s.key = append(s.key, slices.Index(file.columns, name))
	}
	if slices.Contains(s.key, -1) || s.id < 0 || s.from < 0 {
		s.key = nil
	}
	s.next, s.stop = iter.Pull2(file.batches())
	return s, s.turn()
}

// turn goes to the next batch.
func (s *support) turn() (err error) {
	s.row = 0
	s.batch, err, _ = s.next()
	return err
}

func (s *support) close() {
	s.stop()
	s.file.Close()
}

// look checks that a fact's claims are there with its key, and are as many in as many documents as it says.
func (s *support) look(fact record) error {
	if s.key == nil {
		return nil
	}
	documents, err := s.of(fact)
	if err != nil {
		return err
	}
	c, name, ids := s.checker, fact.relation.name+", "+fact.relation.keyText(fact.row), fact.list("claim_ids")
	from := map[string]bool{}
	for _, id := range ids {
		document, ok := documents[id]
		if !ok {
			c.found("%s: there is no claim %s with its key", name, id)
		}
		from[document] = true
	}
	if n := fact.whole("n_claims"); n != int64(len(ids)) || len(ids) == 0 {
		c.found("%s: n_claims is %d, and it names %d", name, n, len(ids))
	}
	if n := fact.whole("n_documents"); n != int64(len(from)) {
		c.found("%s: n_documents is %d, and its claims come from %d", name, n, len(from))
	}
	return nil
}

// of are the documents of the claims with a fact's key, by claim. Claims before them made no fact.
func (s *support) of(fact record) (map[string]string, error) {
	documents := map[string]string{}
	key := make([]any, len(s.key))
	for i, name := range fact.relation.key {
		key[i] = fact.value(name)
	}
	for s.batch != nil {
		if s.row == int(s.batch.NumRows()) {
			if err := s.turn(); err != nil {
				return nil, err
			}
			continue
		}
		order := s.compare(key)
		if order > 0 {
			break
		}
		if order == 0 {
			documents[textAt(s.batch.Column(s.id), s.row)] = textAt(s.batch.Column(s.from), s.row)
		}
		s.row++
	}
	return documents, nil
}

// compare orders the next claim against a key.
func (s *support) compare(key []any) int {
	for i, v := range key {
		if c := compareTo(s.batch.Column(s.key[i]), s.row, v); c != 0 {
			return c
		}
	}
	return 0
}

// compareTo compares a value of a column with another one as rows.Compare does.
func compareTo(a arrow.Array, row int, v any) int {
	if a, ok := a.(*array.String); ok && !a.IsNull(row) {
		if s, ok := v.(string); ok {
			return cmp.Compare(a.Value(row), s)
		}
	}
	return rows.Compare(fromArrow(a, row), v)
}
