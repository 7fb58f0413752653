package score

import (
	"cmp"
	"fmt"

	"ties.dev/ties/schemas"
)

// Result is the score of one table.
type Result struct {
	Tally
	Table     *schemas.Table
	Documents []Tally // one for each document of the corpus
	Wrong     []Wrong // by document
	Missed    []Missed

	rules map[string]Share
}

// Wrong is a claim that agrees with no row.
type Wrong struct {
	Claim   schemas.Claim
	Nearest *Row // the row of its document that it differs from least, or nil
	Differs []string
}

// Missed is a required row that no claim states.
type Missed struct {
	Row     Row
	Nearest *schemas.Claim // the claim of its document that differs from it least, or nil
	Differs []string
}

// Score compares the claims with the gold rows, table by table and document by document. documents are the IDs of the corpus,
// those included that have neither gold nor claims.
func Score(tables []*schemas.Table, documents []string, gold []Row, claims []schemas.Claim) []Result {
	rows := map[string][]*Row{}
	for i := range gold {
		key := gold[i].Table.Name + "\x00" + gold[i].Document
		rows[key] = append(rows[key], &gold[i])
	}
	stated := map[string][]schemas.Claim{}
	for _, c := range claims {
		key := c.Table + "\x00" + c.Document
		stated[key] = append(stated[key], c)
	}
	var out []Result
	for _, t := range tables {
		r := Result{Table: t}
		for _, doc := range documents {
			key := t.Name + "\x00" + doc
			before := r.Tally
			r.document(rows[key], distinct(t, stated[key]))
			r.Documents = append(r.Documents, r.less(before))
		}
		out = append(out, r)
	}
	return out
}

func (t Tally) less(u Tally) Tally {
	return Tally{t.Required - u.Required, t.Found - u.Found, t.Claims - u.Claims, t.Right - u.Right}
}

// distinct keeps one of the claims that the score can't tell apart.
func distinct(t *schemas.Table, claims []schemas.Claim) []schemas.Claim {
	seen := map[string]bool{}
	var out []schemas.Claim
	for _, c := range claims {
		key := fmt.Sprint(claimDenial(t, &c))
		for _, name := range t.Score.Columns {
			if name == denied {
				key += fmt.Sprint("\x00", c.Denied)
				continue
			}
			key += fmt.Sprintf("\x00%v", claimValue(t, &c, name))
		}
		if !seen[key] {
			seen[key] = true
			out = append(out, c)
		}
	}
	return out
}

// document adds the score of one document.
func (r *Result) document(rows []*Row, claims []schemas.Claim) {
	found := make([]bool, len(rows))
	var wrong []schemas.Claim
	for i := range claims {
		right := false
		for k, row := range rows {
			if len(row.disagree(&claims[i])) == 0 {
				right, found[k] = true, true
			}
		}
		if right {
			r.Claims, r.Right = r.Claims+1, r.Right+1
			r.countRule(claims[i].Rule, true)
		} else {
			wrong = append(wrong, claims[i])
		}
	}
	for i := range wrong {
		r.wrong(rows, found, wrong[i])
	}
	for k, row := range rows {
		r.row(row, found[k], claims)
	}
}

func (r *Result) wrong(rows []*Row, found []bool, c schemas.Claim) {
	w := Wrong{Claim: c}
	for k, row := range rows {
		differs := row.disagree(&c)
		if found[k] && row.weaker(&c, differs) {
			return
		}
		if w.Nearest == nil || nearer(differs, w.Differs) {
			w.Nearest, w.Differs = row, differs
		}
	}
	r.Claims++
	r.countRule(c.Rule, false)
	r.Wrong = append(r.Wrong, w)
}

func (r *Result) row(row *Row, found bool, claims []schemas.Claim) {
	if row.Optional {
		return
	}
	r.Required++
	if found {
		r.Found++
		return
	}
	m := Missed{Row: *row}
	for i := range claims {
		if differs := row.disagree(&claims[i]); m.Nearest == nil || nearer(differs, m.Differs) {
			m.Nearest, m.Differs = &claims[i], differs
		}
	}
	r.Missed = append(r.Missed, m)
}

func nearer(a, b []string) bool { return cmp.Less(len(a), len(b)) }
