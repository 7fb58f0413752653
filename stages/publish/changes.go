package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// changesListed bounds the lines of one kind in one table, for a first release of an archive would list millions.
const changesListed = 200

// changes is CHANGES.md. That of a release that is made anew is kept where there is no release to compare with, as far as it is whole.
func (d *Draft) changes(c *comparison) []byte {
	if c == nil && d.anew() && d.past.intact("CHANGES.md") {
		if data, err := os.ReadFile(filepath.Join(d.past.folder(), "CHANGES.md")); err == nil {
			return data
		}
	}
	return changesText(d.Version, d.past.was, c)
}

// changesText is CHANGES.md: the release told from the one before in facts, with the documents and rules behind each. last is the one
// that out/latest named.
func changesText(version, last string, c *comparison) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# Changes in release %s\n", version)
	switch {
	case c == nil && version == firstVersion.String():
		b.WriteString("\nThe first release: there is none to compare it with.\n")
		return []byte(b.String())
	case c == nil:
		fmt.Fprintf(&b, "\nThere is no release to compare it with: %s, which was the last one, is damaged or gone.\n", last)
		return []byte(b.String())
	}
	fmt.Fprintf(&b, "\nCompared with release %s.\n", filepath.Base(c.before))
	if c.schema {
		b.WriteString("\nThe tables, their columns or their codes are declared in another way: see CODEBOOK.md of both releases.\n")
	}
	for _, t := range c.dropped {
		fmt.Fprintf(&b, "\nThe table `%s` with its %d rows is gone: no declaration of this release makes it.\n", t.Table, t.Rows)
	}
	fmt.Fprintf(&b, "\n%d documents came, %d went, %d have other bytes.\n", c.documents.came, c.documents.went, c.documents.other)
	b.WriteString(c.text.String())
	return []byte(b.String())
}

// chapters lists what became of the keys of one table.
type chapters struct {
	relation             relation
	added, changed, gone listing
}

func (l *chapters) add(d *Difference) {
	r := l.relation
	switch {
	case d.Before == nil:
		l.added.add(func() string { return r.keyText(d.After) + r.valuesText(d.After) + sourcesText(d.Is) })
	case d.After == nil:
		l.gone.add(func() string { return r.keyText(d.Before) + r.valuesText(d.Before) + sourcesText(d.Was) })
	default:
		l.changed.add(func() string { return r.keyText(d.Before) + ": " + r.changed(d.Before, d.After) + sourcesText(d.Is) })
	}
}

func (l *chapters) String() string {
	text := fmt.Sprintf("\n## %s\n\n%d added, %d changed, %d removed.\n", l.relation.name, l.added.n, l.changed.n, l.gone.n)
	return text + l.added.chapter("Added") + l.changed.chapter("Changed") + l.gone.chapter("Removed")
}

// sourcesText names the documents that claims stand in, and the rules that took them.
func sourcesText(claims []Evidence) string {
	if len(claims) == 0 {
		return ""
	}
	documents, rules := Sources(claims)
	return " (" + shortList(documents) + "; " + shortList(rules) + ")"
}

// shortList names the first few.
func shortList(names []string) string {
	const few = 5
	if more := len(names) - few; more > 0 {
		return fmt.Sprintf("%s and %d more", cell(strings.Join(names[:few], ", ")), more)
	}
	return cell(strings.Join(names, ", "))
}

// listing counts changes and keeps the lines of the first.
type listing struct {
	n     int
	lines []string
}

func (l *listing) add(line func() string) {
	if l.n < changesListed {
		l.lines = append(l.lines, "- "+line())
	}
	l.n++
}

func (l *listing) chapter(title string) string {
	if l.n == 0 {
		return ""
	}
	text := "\n### " + title + "\n\n" + strings.Join(l.lines, "\n") + "\n"
	if more := l.n - len(l.lines); more > 0 {
		text += fmt.Sprintf("- and %d more\n", more)
	}
	return text
}

func (r relation) keyText(row []any) string {
	var parts []string
	for _, i := range r.keyIndexes() {
		parts = append(parts, "`"+r.fields[i].Name+"="+written(row[i])+"`")
	}
	return strings.Join(parts, " ")
}

func (r relation) valuesText(row []any) string {
	var parts []string
	for i := range r.own {
		if row[i] != nil && !slices.Contains(r.key, r.fields[i].Name) {
			parts = append(parts, r.fields[i].Name+" "+written(row[i]))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, ", ")
}

func (r relation) changed(old, row []any) string {
	var parts []string
	for i := range r.own {
		if before, now := written(old[i]), written(row[i]); before != now {
			parts = append(parts, fmt.Sprintf("%s %s → %s", r.fields[i].Name, before, now))
		}
	}
	return strings.Join(parts, ", ")
}
