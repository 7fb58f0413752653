package commands

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/extract"
	"ties.dev/ties/stages/resolve"
)

// layers writes what each stage has made of a sentence.
type layers struct {
	out   io.Writer
	text  string
	table string // only this table; "" for all
	brief bool
}

// section writes lines of tab-separated cells under a title, aligned.
func (l *layers) section(title string, lines []string) {
	if len(lines) == 0 {
		return
	}
	fmt.Fprintf(l.out, "  %s\n", title)
	w := tabwriter.NewWriter(l.out, 2, 0, 2, ' ', 0)
	for _, line := range lines {
		fmt.Fprintf(w, "    %s\n", line)
	}
	w.Flush()
}

func (l *layers) words(s *annotate.Sentence) {
	var lines []string
	for i := range s.Units {
		u := &s.Units[i]
		about := meanings(u)
		if u.Lemma != "" {
			about = append([]string{"lemma " + u.Lemma}, about...)
		}
		if u.Quantity >= 0 {
			about = append(about, describeQuantity(&s.Quantities[u.Quantity]))
		}
		lines = append(lines, fmt.Sprintf("%d\t%s\t%s\t%s", i, s.Surface(l.text, u.First, u.Last), u.Tag, strings.Join(about, "; ")))
	}
	l.section("words", lines)
}

func meanings(u *annotate.Unit) []string {
	var out []string
	for i := range u.Meanings {
		m := &u.Meanings[i]
		words := []string{m.Kind.String(), m.Code}
		if m.Form != 0 {
			words = append(words, m.Form.String())
		}
		words = flag(words, m.Ambiguous, "ambiguous")
		words = flag(words, m.Short, "short")
		words = flag(words, m.Nickname, "nickname")
		words = flag(words, m.Verb && u.Tag != annotate.TagVerb, "(not as a verb)")
		words = flag(words, m.Noun && u.Tag == annotate.TagVerb, "(not as a noun)")
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func flag(words []string, holds bool, word string) []string {
	if holds {
		return append(words, word)
	}
	return words
}

var quantityUnits = map[quantity.Unit]string{quantity.None: "count", quantity.Percent: "percent", quantity.Point: "points",
	quantity.Money: "money", quantity.Ordinal: "ordinal", quantity.Times: "times"}

func describeQuantity(q *quantity.Quantity) string {
	words := []string{quantityUnits[q.Unit], fmt.Sprint(q.Value)}
	words = flag(words, q.Currency != "", q.Currency)
	words = flag(words, q.Range, fmt.Sprintf("from %v to %v", q.Low, q.High))
	words = flag(words, q.Bound < 0, "at most")
	words = flag(words, q.Bound > 0, "at least")
	words = flag(words, q.Fraction, "fraction")
	words = flag(words, q.Approx, "approximate")
	return strings.Join(words, " ")
}

func (l *layers) phrases(s *annotate.Sentence) {
	var lines []string
	for i := range s.Chunks {
		c := &s.Chunks[i]
		first, last := s.Units[c.First].First, s.Units[c.Last].Last
		lines = append(lines, fmt.Sprintf("%d\t%s\t%s\tclause %d\t%s", i, s.Surface(l.text, first, last), c.Kind, c.Clause, strings.Join(grammar(s, i), ", ")))
	}
	l.section("phrases", lines)
}

// grammar lists what the chunk is to the others.
func grammar(s *annotate.Sentence, i int) []string {
	c := &s.Chunks[i]
	var out []string
	if c.Kind == annotate.NounPhrase && c.Head != c.Last {
		out = append(out, "head "+s.Units[c.Head].Word)
	}
	for _, link := range []struct {
		name string
		to   int
	}{{"after", c.Case}, {"of owner", c.Gen}, {"in list", c.List}, {"beside", c.Appos}, {"subject", c.Subject}, {"object", c.Object}, {"under", c.Parent}} {
		if link.to >= 0 && c.Kind != 0 {
			out = append(out, fmt.Sprintf("%s %d", link.name, link.to))
		}
	}
	if c.Owner != "" {
		out = append(out, "owner "+c.Owner)
	}
	for _, f := range []struct {
		name  string
		holds bool
	}{{"owns", c.Owned}, {"negative", c.Negative}, {"finite", c.Finite}, {"passive", c.Passive}, {"reduced", c.Reduced}, {"infinitive", c.Infinite},
		{"gerund", c.Gerund}, {"perfect", c.Perfect}, {"past", c.Past}, {"negated", c.Neg}} {
		out = flag(out, f.holds, f.name)
	}
	return flag(out, c.Modal != "", "modal "+c.Modal)
}

// sets shows what the phrases stand for: states, organisations, events, dates.
func (l *layers) sets(r *resolve.Reader, s *annotate.Sentence) {
	var lines []string
	for i := range s.Chunks {
		c := &s.Chunks[i]
		if c.Kind != annotate.NounPhrase {
			continue
		}
		phrase := s.Surface(l.text, s.Units[c.First].First, s.Units[c.Last].Last)
		if set := r.Set(s, i); !set.Empty() || len(set.Except) > 0 {
			lines = append(lines, fmt.Sprintf("%d\t%s\t%s", i, phrase, describeSet(&set)))
		}
		if c.Owner != "" {
			if set := r.Possessor(s, i); !set.Empty() {
				lines = append(lines, fmt.Sprintf("%d\t%s\t= %s", i, c.Owner, describeSet(&set)))
			}
		}
		if codes := r.Organizations(s, i); len(codes) > 0 {
			lines = append(lines, fmt.Sprintf("%d\t%s\torganization %s", i, phrase, strings.Join(codes, " ")))
		}
	}
	for _, o := range r.Occasions(s) {
		lines = append(lines, fmt.Sprintf("%d\t\tevent %s %v", o.Chunk, o.Event, o.Years))
	}
	for _, w := range r.Dates(s) {
		lines = append(lines, fmt.Sprintf("%d\t\tdate %s", w.Chunk, describeWhen(&w)))
	}
	l.section("stands for", lines)
}

func describeSet(set *resolve.Set) string {
	var words []string
	for _, x := range set.States {
		name := x.Code
		if x.Leader != "" || x.Office != "" {
			name += " (" + strings.TrimSpace(x.Office+" "+x.Leader) + ")"
		}
		words = append(words, name)
	}
	if len(set.Except) > 0 {
		words = append(words, "except")
		for _, x := range set.Except {
			words = append(words, x.Code)
		}
	}
	words = flag(words, set.Whole, "· as a group")
	words = flag(words, set.Loose, "· loosely")
	words = flag(words, set.Context, "· from the context")
	return strings.Join(flag(words, set.People, "· by persons"), " ")
}

func describeWhen(w *resolve.When) string {
	from := schemas.Date{Year: w.From.Year, Month: w.From.Month, Day: w.From.Day}.String()
	to := schemas.Date{Year: w.To.Year, Month: w.To.Month, Day: w.To.Day}.String()
	if from == to {
		return from
	}
	return from + " to " + to
}

// attempts shows the rules that were tried: those that made rows first.
func (l *layers) attempts(tried []extract.Attempt) {
	var fired, failed []string
	for _, a := range tried {
		if !l.wanted(a) {
			continue
		}
		roles := strings.Join(a.Roles, "; ")
		if a.Failed != "" {
			failed = append(failed, fmt.Sprintf("%s\tat %q\t%s\t%s", a.Rule.Name, a.Anchor, a.Failed, roles))
			continue
		}
		fired = append(fired, fmt.Sprintf("%s\tat %q\t%s\t%s\t%s", a.Rule.Name, a.Anchor, a.Outcome, counted(len(a.Claims), "row"), roles))
	}
	l.section("rules that fired", fired)
	if l.brief && len(failed) > 0 {
		fmt.Fprintf(l.out, "  %s did not: leave out --brief to see why\n", counted(len(failed), "rule"))
		return
	}
	l.section("rules that did not", failed)
}

// wanted holds for a rule of the table that is looked at.
func (l *layers) wanted(a extract.Attempt) bool { return l.table == "" || a.Rule.Table.Name == l.table }

// rows shows the claims of the whole text.
func (l *layers) rows(d *pipeline.Declarations, claims []schemas.Claim) {
	fmt.Fprintln(l.out, "rows")
	n := 0
	for i := range claims {
		if c := &claims[i]; l.table == "" || c.Table == l.table {
			fmt.Fprintf(l.out, "  %s\n", describeClaim(d.Table(c.Table), c))
			n++
		}
	}
	if n == 0 {
		fmt.Fprintln(l.out, "  none")
	}
}
