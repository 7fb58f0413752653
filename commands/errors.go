package commands

import (
	"fmt"
	"io"
	"strings"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/pipeline/score"
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/extract"
	"ties.dev/ties/stages/resolve"
)

// listErrors writes every wrong claim and every missed row, by table and document.
func listErrors(out io.Writer, d *pipeline.Declarations, docs []schemas.Document, results []score.Result) {
	for i := range results {
		r := &results[i]
		fmt.Fprintf(out, "== %s: %d wrong, %d missed\n\n", r.Table.Name, len(r.Wrong), len(r.Missed))
		for k := range docs {
			listDocument(out, d, &docs[k], r)
		}
	}
}

func listDocument(out io.Writer, d *pipeline.Declarations, doc *schemas.Document, r *score.Result) {
	for i := range r.Wrong {
		if w := &r.Wrong[i]; w.Claim.Document == doc.ID {
			writeWrong(out, r.Table, w)
		}
	}
	var t *trace // made when it is first needed
	for i := range r.Missed {
		if m := &r.Missed[i]; m.Row.Document == doc.ID {
			if t == nil {
				t = traced(d, doc)
			}
			writeMissed(out, t, m)
		}
	}
}

// trace is what every rule made of every sentence of a document.
type trace struct {
	sentences []string
	attempts  [][]extract.Attempt
}

func traced(d *pipeline.Declarations, doc *schemas.Document) *trace {
	t := &trace{}
	d.Extractor.Trace(doc, func(_ *resolve.Reader, s *annotate.Sentence, attempts []extract.Attempt) {
		t.sentences = append(t.sentences, oneLine(doc.Text[s.Start:s.End]))
		t.attempts = append(t.attempts, attempts)
	})
	return t
}

func writeWrong(out io.Writer, t *schemas.Table, w *score.Wrong) {
	fmt.Fprintf(out, "WRONG   %s  %s%s\n", w.Claim.Document, describeValues(t, w.Claim.Values), denialMark(w.Claim.Denied))
	fmt.Fprintf(out, "  rule  %s\n  text  %s\n", w.Claim.Rule, oneLine(w.Claim.Quote))
	if w.Nearest != nil && len(w.Differs) <= 2 {
		fmt.Fprintf(out, "  gold  %s  (differs in %s)\n", describeGold(w.Nearest), strings.Join(w.Differs, ", "))
	}
	fmt.Fprintln(out)
}

func writeMissed(out io.Writer, t *trace, m *score.Missed) {
	fmt.Fprintf(out, "MISSED  %s  %s\n", m.Row.Document, describeGold(&m.Row))
	for _, evidence := range m.Row.Evidence {
		fmt.Fprintf(out, "  text  %s\n", oneLine(evidence))
	}
	if m.Nearest != nil && len(m.Differs) <= 2 {
		fmt.Fprintf(out, "  claim %s%s  (differs in %s; rule %s)\n", describeValues(m.Row.Table, m.Nearest.Values), denialMark(m.Nearest.Denied),
			strings.Join(m.Differs, ", "), m.Nearest.Rule)
	}
	for _, line := range t.tried(m) {
		fmt.Fprintf(out, "  tried %s\n", line)
	}
	fmt.Fprintln(out)
}

// tried lists what the table's rules made of the sentences that the evidence of a missed row stands in.
func (t *trace) tried(m *score.Missed) []string {
	var lines []string
	for i, sentence := range t.sentences {
		if !rests(m.Row.Evidence, sentence) {
			continue
		}
		for _, a := range t.attempts[i] {
			if a.Rule.Table != m.Row.Table {
				continue
			}
			said := a.Failed
			if said == "" {
				said = "gave " + counted(len(a.Claims), "row")
			}
			lines = append(lines, fmt.Sprintf("%s at %q: %s [%s]", a.Rule.Name, a.Anchor, said, strings.Join(a.Roles, "; ")))
		}
	}
	return lines
}

// rests holds where one of the pieces of evidence stands in the sentence, or the sentence in it.
func rests(evidence []string, sentence string) bool {
	for _, e := range evidence {
		if e = oneLine(e); strings.Contains(sentence, e) || strings.Contains(e, sentence) {
			return true
		}
	}
	return false
}

func denialMark(denied bool) string {
	if denied {
		return " denied"
	}
	return ""
}

// describeGold is a gold row as column=value, alternatives separated by |, null as a dash, columns without a value left out.
func describeGold(row *score.Row) string {
	var words []string
	for _, c := range row.Table.Columns {
		var values []string
		for _, v := range row.Values[c.Name] {
			if text := cell(v); text != "" {
				values = append(values, text)
			} else if len(row.Values[c.Name]) > 1 {
				values = append(values, "-")
			}
		}
		if len(values) > 0 {
			words = append(words, c.Name+"="+strings.Join(values, "|"))
		}
	}
	return strings.Join(words, " ") + denialMark(row.Denied)
}
