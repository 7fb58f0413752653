package extract

import (
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// Attempt is one try of a rule at one anchor: what it found, and which part did not hold.
type Attempt struct {
	Rule    *Rule
	Anchor  string          // the words of the anchor
	Roles   []string        // what fills each role, as "role = value", in the order of the rule
	Outcome string          // what the scope makes of it; "" where the rule does not hold
	Failed  string          // the part that does not hold, or why there is no row; "" where rows were made
	Claims  []schemas.Claim // with places in bytes, before equal rows are left out
}

// Trace reads the document as Claims does and calls visit for each sentence with every rule that was tried there.
func (x *Extractor) Trace(doc *schemas.Document, visit func(*resolve.Reader, *annotate.Sentence, []Attempt)) {
	d := x.Lexicon.Annotate(doc)
	r := resolve.New(d)
	told := newMemory()
	for i := range d.Len() {
		s := r.Read(i)
		var tried []Attempt
		taken := map[groupAnchor]bool{}
		for _, rule := range x.rules {
			for _, u := range anchors(nil, s, rule, r.Doc) {
				tried = append(tried, attempt(r, s, rule, u, taken, told))
			}
		}
		visit(r, s, tried)
	}
}

func attempt(r *resolve.Reader, s *annotate.Sentence, rule *Rule, u int, taken map[groupAnchor]bool, told memory) Attempt {
	at := groupAnchor{rule.Group, u}
	if taken[at] {
		return Attempt{Rule: rule, Anchor: s.Phrase(u, u), Failed: "group " + rule.Group + ": an earlier rule of it holds here"}
	}
	m, ok := try(r, s, rule, u, told)
	a := Attempt{Rule: rule, Anchor: s.Phrase(u, u), Roles: m.filled(), Failed: m.failed.String()}
	if !ok {
		if m.half {
			told.addSilent(m)
		}
		if a.Failed == "" {
			a.Failed = "the anchor stands in no phrase"
		}
		return a
	}
	taken[at] = rule.Group != ""
	sc := m.scope()
	a.Outcome = sc.outcome
	a.Claims = m.claims()
	told.add(m, a.Claims)
	if len(a.Claims) == 0 {
		a.Failed = "scope: " + sc.outcome + " gives no row"
		if _, _, counts := m.outcome(sc); counts {
			a.Failed = "row: a required column stays empty, or a state would be tied to itself"
		}
	}
	return a
}

// filled lists what the roles that were reached are filled with.
func (m *match) filled() []string {
	var out []string
	for _, role := range m.rule.Roles {
		if v, ok := m.values[role.Name]; ok {
			out = append(out, role.Name+" = "+v.String())
		}
	}
	return out
}

// String shows the value as a trace does.
func (v value) String() string {
	switch {
	case !v.set.Empty():
		return strings.Join(v.set.Codes(), " ")
	case len(v.codes) > 0:
		return strings.Join(v.codes, " ")
	case v.number != nil:
		return fmt.Sprint(v.number.Value)
	case v.occasion != nil:
		return strings.Trim(fmt.Sprintf("%s %v", v.occasion.Event, v.occasion.Years), " ")
	case v.rank != 0:
		return fmt.Sprintf("rank %v", v.rank)
	}
	return "nothing"
}

// Rules are the rules of a table in the order of their files, or all of them for "".
func (x *Extractor) Rules(table string) []*Rule {
	return slices.DeleteFunc(slices.Clone(x.rules), func(r *Rule) bool { return table != "" && (r.Table == nil || r.Table.Name != table) })
}
