package score

import (
	"cmp"
	"fmt"
	"slices"

	"ties.dev/ties/schemas"
)

// Result is the score of one table.
type Result struct {
	Table    *schemas.Table
	Required int     // gold rows that a claim must state
	Found    int     // of these, how many one does
	Claims   int     // distinct claims, less weaker ones beside the right one
	Right    int     // of these, how many agree with a row
	Wrong    []Wrong // by document
	Missed   []Missed
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

// Precision is the part of the claims that are right; 1 where there is none.
func (r *Result) Precision() float64 { return part(r.Right, r.Claims) }

// Recall is the part of the required rows that were found; 1 where there is none.
func (r *Result) Recall() float64 { return part(r.Found, r.Required) }

// F1 is the harmonic mean of precision and recall.
func (r *Result) F1() float64 {
	p, q := r.Precision(), r.Recall()
	if p+q == 0 {
		return 0
	}
	return 2 * p * q / (p + q)
}

func part(n, of int) float64 {
	if of == 0 {
		return 1
	}
	return float64(n) / float64(of)
}

// Score compares the claims with the gold rows, table by table. Rows and claims of one document are compared with each other only.
func Score(tables []*schemas.Table, gold []Row, claims []schemas.Claim) []Result {
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
		for _, doc := range documents(gold, claims) {
			key := t.Name + "\x00" + doc
			r.document(rows[key], distinct(t, stated[key]))
		}
		out = append(out, r)
	}
	return out
}

// documents are the IDs that gold or claims name, sorted.
func documents(gold []Row, claims []schemas.Claim) []string {
	var ids []string
	for i := range gold {
		ids = append(ids, gold[i].Document)
	}
	for i := range claims {
		ids = append(ids, claims[i].Document)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
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
