package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// changesListed bounds the lines of one kind in one table, for a first release of an archive would list millions.
const changesListed = 200

// changes tells a release from the one before in facts: which came, which went, and which say something else now.
// Support (claims, documents) is left out: a further document that says the same changes no fact.
func changes(r Release, differences []string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# Changes in release %s\n", r.Version)
	if r.Previous == "" {
		b.WriteString("\nThe first release: there is none to compare it with.\n")
		return []byte(b.String())
	}
	fmt.Fprintf(&b, "\nCompared with release %s.\n", filepath.Base(r.Previous))
	b.WriteString(strings.Join(differences, ""))
	return []byte(b.String())
}

// difference lists what became of each key since the release in a folder; "" where there is none to compare or the table holds
// no facts. A column that one side does not have counts as null there.
func (r relation) difference(previous string, rows [][]any) (string, error) {
	if previous == "" || !r.facts {
		return "", nil
	}
	before, err := readParquet(filepath.Join(previous, r.name+formats[0].extension))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	was := map[string][]any{}
	for _, row := range before.rows {
		old := r.project(before.columns, row)
		was[r.keyText(old)] = old
	}
	var added, changed, gone []string
	for _, row := range rows {
		name := r.keyText(row)
		old, held := was[name]
		delete(was, name)
		if !held {
			added = append(added, "- "+name+r.valuesText(row))
		} else if what := r.changed(old, row); what != "" {
			changed = append(changed, "- "+name+": "+what)
		}
	}
	for name, old := range was {
		gone = append(gone, "- "+name+r.valuesText(old))
	}
	slices.Sort(gone)
	text := fmt.Sprintf("\n## %s\n\n%d facts; %d added, %d changed, %d removed.\n", r.name, len(rows), len(added), len(changed), len(gone))
	return text + chapter("Added", added) + chapter("Changed", changed) + chapter("Removed", gone), nil
}

func chapter(title string, lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	text := "\n### " + title + "\n\n" + strings.Join(lines[:min(len(lines), changesListed)], "\n") + "\n"
	if more := len(lines) - changesListed; more > 0 {
		text += fmt.Sprintf("- and %d more\n", more)
	}
	return text
}

// project brings a row of another release into the columns of this one.
func (r relation) project(columns []string, row []any) []any {
	out := make([]any, r.own)
	for i := range out {
		if j := slices.Index(columns, r.fields[i].Name); j >= 0 {
			out[i] = row[j]
		}
	}
	return out
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
