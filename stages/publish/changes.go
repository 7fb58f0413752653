package publish

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// changesListed bounds the lines of one kind in one table, for a first release of an archive would list millions.
const changesListed = 200

// changes tells the release in dir from the one before in facts: which came, which went, and which say something else now.
func changes(dir string, r Release, all []relation) ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "# Changes in release %s\n", r.Version)
	if r.Previous == "" {
		b.WriteString("\nThe first release: there is none to compare it with.\n")
		return []byte(b.String()), nil
	}
	fmt.Fprintf(&b, "\nCompared with release %s.\n", filepath.Base(r.Previous))
	for _, rel := range all {
		if !rel.facts {
			continue
		}
		text, err := rel.changesText(r.Previous, dir)
		if err != nil {
			return nil, fmt.Errorf("CHANGES.md: %w", err)
		}
		b.WriteString(text)
	}
	return []byte(b.String()), nil
}

// changesText lists what became of the keys of a table.
func (r relation) changesText(before, after string) (string, error) {
	var added, changed, gone listing
	for c, err := range r.differences(before, after) {
		switch {
		case err != nil:
			return "", err
		case c.before == nil:
			added.add(func() string { return r.keyText(c.after) + r.valuesText(c.after) })
		case c.after == nil:
			gone.add(func() string { return r.keyText(c.before) + r.valuesText(c.before) })
		default:
			changed.add(func() string { return r.keyText(c.before) + ": " + r.changed(c.before, c.after) })
		}
	}
	text := fmt.Sprintf("\n## %s\n\n%d added, %d changed, %d removed.\n", r.name, added.n, changed.n, gone.n)
	return text + added.chapter("Added") + changed.chapter("Changed") + gone.chapter("Removed"), nil
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
