package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sync"
	"unicode/utf8"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// Extractor takes claims from documents. It holds no state between documents and may be used by many workers at once.
type Extractor struct {
	Lexicon *annotate.Lexicon
	Tables  []*schemas.Table
	rules   []*Rule
	gates   *gates
}

// New is an extractor for the rules of the files.
func New(lexicon *annotate.Lexicon, tables []*schemas.Table, files []*File) *Extractor {
	x := &Extractor{Lexicon: lexicon, Tables: tables}
	for _, f := range files {
		x.rules = append(x.rules, f.Rules...)
	}
	x.gates = newGates(lexicon, x.rules)
	return x
}

// Of is the extractor of the given tables alone. What it takes of them is what the whole takes.
func (x *Extractor) Of(tables ...*schemas.Table) *Extractor {
	part := &Extractor{Lexicon: x.Lexicon, Tables: tables}
	for _, r := range x.rules {
		if slices.Contains(tables, r.Table) {
			own := *r // its place among the rules of this extractor is its own
			part.rules = append(part.rules, &own)
		}
	}
	part.gates = newGates(x.Lexicon, part.rules)
	return part
}

// pool keeps the memory of documents that are done.
var pool = sync.Pool{New: func() any { return new(annotate.Document) }}

// largest is the size in bytes of documents whose memory is kept for others; a book's is let go.
const largest = 1 << 20

func giveBack(d *annotate.Document) {
	if len(d.Text) <= largest {
		d.Document = nil
		pool.Put(d)
	}
}

// Claims are the claims of one document, in order of their place; the same document gives the same claims.
func (x *Extractor) Claims(doc *schemas.Document) []schemas.Claim {
	d := pool.Get().(*annotate.Document)
	defer giveBack(d)
	x.Lexicon.Scan(d, doc)
	var r *resolve.Reader
	open := x.gates.open(d, func() bool { r = resolve.New(d); return r.HasMain() })
	defer open.done()
	if open.empty() {
		return nil
	}
	if r == nil {
		r = resolve.New(d)
	}
	var claims []schemas.Claim
	told := newMemory()
	t := &open.tries
	for i := range d.Len() {
		here := open.sentence(i, r, told)
		if len(here) == 0 {
			continue // never tokenised, unless another sentence refers to it
		}
		r.Rest()
		s := r.Read(i)
		claims = append(claims, x.apply(r, s, t.find(s, here, d), told)...)
	}
	return x.finish(doc, x.Tables, claims)
}

// groupAnchor is an anchor of a sentence at which a rule of a group has held.
type groupAnchor struct {
	group string
	unit  int
}

// chance is a rule at one of its anchors.
type chance struct {
	rule *Rule
	unit int
}

// find lists the anchors of the rules in the order of the text, at one place in the order of the rules, so that a rule can go on
// from what was told before it.
func (t *tries) find(s *annotate.Sentence, rules []*Rule, doc *annotate.Document) []chance {
	t.list, t.names, t.units, t.ends = t.list[:0], t.names[:0], t.units[:0], t.ends[:0]
	for _, rule := range rules {
		for _, u := range t.anchors(s, rule, doc) {
			t.list = append(t.list, chance{rule, u})
		}
	}
	slices.SortStableFunc(t.list, func(a, b chance) int { return a.unit - b.unit })
	return t.list
}

// tries are the anchors of the rules in the sentence at hand; rules with the same anchor share them.
type tries struct {
	list  []chance
	names []string
	units []int // the anchors of one name after those of the other
	ends  []int // where those of each name end
}

func (t *tries) anchors(s *annotate.Sentence, rule *Rule, doc *annotate.Document) []int {
	start := 0
	for i, name := range t.names {
		if name == rule.Anchor {
			return t.units[start:t.ends[i]]
		}
		start = t.ends[i]
	}
	t.units = anchors(t.units, s, rule, doc)
	t.names, t.ends = append(t.names, rule.Anchor), append(t.ends, len(t.units))
	return t.units[start:]
}

// apply tries the rules at their anchors. Of a group only the first rule that holds at an anchor counts.
func (x *Extractor) apply(r *resolve.Reader, s *annotate.Sentence, chances []chance, told memory) []schemas.Claim {
	var out []schemas.Claim
	var taken []groupAnchor
	for _, c := range chances {
		at := groupAnchor{c.rule.Group, c.unit}
		if at.group != "" && slices.Contains(taken, at) || c.rule.Repeats != "" && !r.HasTold(c.rule.Table.Name, s.Index) {
			continue
		}
		m, ok := try(r, s, c.rule, c.unit, told)
		if !ok {
			if m.half {
				told.addSilent(m)
			}
			continue
		}
		if at.group != "" {
			taken = append(taken, at)
		}
		rows := m.claims()
		told.add(m, rows)
		for _, row := range rows {
			row.Start, row.End = s.Start, s.End // bytes for now
			out = append(out, row)
		}
	}
	return out
}

// claims are the rows of the match in its scope, and those of the earlier value beside it where the rule takes it too.
func (m *match) claims() []schemas.Claim {
	sc := m.scope()
	rows := m.rows(sc)
	if m.rule.Earlier && len(rows) > 0 {
		for _, e := range m.earlierAll() {
			rows = append(rows, e.rows(sc)...)
		}
	}
	if m.rule.measures() && len(rows) > 0 {
		if e, ok := m.bareStart(); ok {
			rows = append(rows, e.rows(sc)...)
		}
	}
	return rows
}

// finish gives the claims their document, their place in code points, their quote and their id, and leaves each row out but once.
func (x *Extractor) finish(doc *schemas.Document, tables []*schemas.Table, claims []schemas.Claim) []schemas.Claim {
	dateUndated(tables, claims)
	claims = uncontradicted(tables, x.current(doc.Published, tables, distinct(tables, claims)))
	at, points := 0, 0
	for i := range claims {
		c := &claims[i]
		start, end := c.Start, c.End
		if start < at {
			at, points = 0, 0
		}
		points += utf8.RuneCountInString(doc.Text[at:start])
		at = start
		c.Quote = doc.Text[start:end]
		c.Start, c.End = points, points+utf8.RuneCountInString(c.Quote)
		c.Document, c.StatedOn = doc.ID, doc.Published
		c.ID = identify(c)
	}
	return claims
}

// distinct keeps the first of claims with equal rows in one sentence.
func distinct(tables []*schemas.Table, claims []schemas.Claim) []schemas.Claim {
	seen := map[string]bool{}
	out := claims[:0]
	for _, c := range claims {
		key := fmt.Sprint(c.Table, c.Values, c.Denied, c.Start)
		if !seen[key] {
			seen[key] = true
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b schemas.Claim) int { return a.Start - b.Start })
	return out
}

// identify makes the id from what the claim says and where: the first 16 hexadecimal digits of a SHA-256.
func identify(c *schemas.Claim) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%v\x00%t\x00%d\x00%s", c.Table, c.Document, c.Values, c.Denied, c.Start, c.Quote)
	return hex.EncodeToString(h.Sum(nil)[:8])
}
