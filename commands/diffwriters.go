package commands

import (
	"fmt"
	"io"
	"path/filepath"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/publish"
)

// differenceText is for a terminal.
type differenceText struct {
	tally
	out io.Writer
}

func (w *differenceText) begin(before, after string) {
	fmt.Fprintf(w.out, "%s -> %s\n", filepath.Base(before), filepath.Base(after))
}

func (w *differenceText) one(d *publish.Difference) {
	mark := map[string]string{"added": "+", "changed": "~", "removed": "-"}[w.became(d)]
	fmt.Fprintf(w.out, "%s %s %s: %s\n", mark, d.Table, oneLine(keyOf(d)), oneLine(valuesOf(d)))
	w.claims("before", d.Was)
	w.claims("after", d.Is)
}

func (w *differenceText) claims(when string, claims []publish.Evidence) {
	for i := range claims {
		c := &claims[i]
		fmt.Fprintf(w.out, "    %-6s  %s, rule %s%s: “%s”\n", when, oneLine(c.Document), c.Rule, denialMark(c.Denied), oneLine(c.Quote))
	}
}

func (w *differenceText) end() { fmt.Fprintln(w.out, w.String()) }

// differenceMarkdown is for a page or a message.
type differenceMarkdown struct {
	tally
	out   io.Writer
	table string
}

func (w *differenceMarkdown) begin(before, after string) {
	fmt.Fprintf(w.out, "# From %s to %s\n", filepath.Base(before), filepath.Base(after))
}

func (w *differenceMarkdown) one(d *publish.Difference) {
	if d.Table != w.table {
		w.table = d.Table
		fmt.Fprintf(w.out, "\n## %s\n\n", d.Table)
	}
	fmt.Fprintf(w.out, "- **%s** %s: %s\n", w.became(d), inMarkdown(keyOf(d)), inMarkdown(valuesOf(d)))
	w.claims("before", d.Was)
	w.claims("after", d.Is)
}

func (w *differenceMarkdown) claims(when string, claims []publish.Evidence) {
	for i := range claims {
		c := &claims[i]
		fmt.Fprintf(w.out, "  - %s: %s, rule %s%s: “%s”\n", when, inMarkdown(c.Document), inMarkdown(c.Rule), denialMark(c.Denied), inMarkdown(c.Quote))
	}
}

func (w *differenceMarkdown) end() { fmt.Fprintf(w.out, "\n%s.\n", w.String()) }

// differenceJSON is a list of objects, one a line.
type differenceJSON struct {
	tally
	out io.Writer
	n   int
}

type differenceObject struct {
	Change       string            `json:"change"`
	Table        string            `json:"table"`
	Key          []string          `json:"key"`    // columns
	Before       map[string]any    `json:"before"` // null where the fact was added
	After        map[string]any    `json:"after"`  // null where it was removed
	ClaimsBefore []differenceClaim `json:"claims_before"`
	ClaimsAfter  []differenceClaim `json:"claims_after"`
}

type differenceClaim struct {
	Claim    string `json:"claim_id"`
	Document string `json:"document_id"`
	Rule     string `json:"rule"`
	Quote    string `json:"quote"`
	Start    int64  `json:"start"`
	End      int64  `json:"end"`
	Denied   bool   `json:"denied"`
}

func (w *differenceJSON) begin(string, string) { fmt.Fprint(w.out, "[") }

func (w *differenceJSON) one(d *publish.Difference) {
	text, err := unescaped(differenceObject{w.became(d), d.Table, d.Key, values(d.Columns, d.Before), values(d.Columns, d.After), listed(d.Was), listed(d.Is)})
	if err != nil {
		panic(err) // the command's own types
	}
	if w.n++; w.n > 1 {
		fmt.Fprint(w.out, ",")
	}
	fmt.Fprintf(w.out, "\n%s", text)
}

// values are a row's by their columns; nil for no row.
func values(columns []string, row []any) map[string]any {
	if row == nil {
		return nil
	}
	out := map[string]any{}
	for i, name := range columns {
		out[name] = row[i]
		if d, ok := row[i].(schemas.Date); ok {
			out[name] = d.String()
		}
	}
	return out
}

func listed(claims []publish.Evidence) []differenceClaim {
	out := []differenceClaim{}
	for _, c := range claims {
		out = append(out, differenceClaim(c))
	}
	return out
}

func (w *differenceJSON) end() { fmt.Fprint(w.out, "\n]\n") }
