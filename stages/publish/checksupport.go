package publish

import (
	"fmt"
	"iter"
	"path/filepath"
	"slices"

	"ties.dev/ties/schemas/rows"
)

// support checks the facts of a table against its claims: both are sorted by the same key, and are read side by side.
type support struct {
	checker *checker
	claims  relation
	file    source
	key     []int // of the key's columns in claims
	next    func() ([]any, error, bool)
	stop    func()
	ahead   []any
}

func newSupport(c *checker, facts *relation) (*support, error) {
	s := &support{checker: c, claims: relation{name: ClaimsTable(facts.name)}}
	var err error
	if s.file, err = openParquet(filepath.Join(c.dir, s.claims.name+formats[0].extension)); err != nil {
		return nil, fmt.Errorf("%s: %w", s.claims.name, err)
	}
	for _, name := range s.file.columns {
		f := field{}
		f.Name = name
		s.claims.fields = append(s.claims.fields, f)
	}
	for _, name := range facts.key {
		s.key = append(s.key, s.claims.index(name))
	}
	if slices.Contains(s.key, -1) || s.claims.index("claim_id") < 0 || s.claims.index("document_id") < 0 {
		s.key = nil // the claims have other columns than are declared, which is found by their own check
	}
	s.next, s.stop = iter.Pull2(s.file.rows)
	return s, nil
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
	for {
		if s.ahead == nil {
			row, err, ok := s.next()
			if err != nil || !ok {
				return documents, err
			}
			s.ahead = row
		}
		claim := record{&s.claims, s.ahead}
		order := s.compare(fact)
		if order > 0 {
			return documents, nil
		}
		if order == 0 {
			documents[claim.text("claim_id")] = claim.text("document_id")
		}
		s.ahead = nil
	}
}

// compare orders the next claim against a fact by the key.
func (s *support) compare(fact record) int {
	for i, name := range fact.relation.key {
		if c := rows.Compare(s.ahead[s.key[i]], fact.value(name)); c != 0 {
			return c
		}
	}
	return 0
}
