package publish

import (
	"fmt"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// Codebook is the data dictionary that a release of these tables has, in Markdown.
func Codebook(r Release) ([]byte, error) {
	all, err := relations(r)
	if err != nil {
		return nil, err
	}
	return codebook(r, all), nil
}

// Beside are the tables that a release has beside those that are declared: claims, documents, conflicts, the panel and tombstones.
func Beside(r Release) ([]*schemas.Table, error) {
	all, err := relations(r)
	var tables []*schemas.Table
	for _, rel := range all {
		if rel.facts {
			continue
		}
		t := &schemas.Table{Name: rel.name, Title: rel.title, Description: rel.description, Key: rel.key}
		for _, f := range rel.fields {
			t.Columns = append(t.Columns, f.Column)
		}
		tables = append(tables, t)
	}
	return tables, err
}

// Chapter is what the data dictionary says of one table of a release, in Markdown; "" where it has none of that name.
func Chapter(r Release, name string) string {
	all, err := relations(r)
	i := slices.IndexFunc(all, func(rel relation) bool { return rel.name == name })
	if err != nil || i < 0 {
		return ""
	}
	return strings.TrimPrefix(all[i].chapter(), "\n")
}

// codebook is the data dictionary of a release: every table, its key and its columns, from the declarations.
func codebook(r Release, all []relation) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: codebook\n\n", r.title())
	if r.Description != "" {
		fmt.Fprintf(&b, "%s\n\n", oneLine(r.Description))
	}
	b.WriteString("| table | key | what it holds |\n|---|---|---|\n")
	for _, rel := range all {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", rel.name, rel.name, strings.Join(rel.key, ", "), cell(rel.description))
	}
	b.WriteString(codebookNotes)
	for _, rel := range all {
		b.WriteString(rel.chapter())
	}
	return []byte(b.String())
}

const codebookNotes = `
Rows are sorted by key, nulls last. Each table is there as Parquet and as Arrow, with the same rows. A null says that the text gives no
value, or, where ` + "`unresolved`" + ` names the column, that it could not be resolved. Places count Unicode code points: for every
claim, ` + "`substring(text, start + 1, \"end\" - start) = quote`" + ` holds in SQL and ` + "`text[start:end] == quote`" + ` in Python.
`

func (r relation) chapter() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n## %s\n\n%s. Key: %s.\n\n", r.name, strings.TrimSuffix(oneLine(r.description), "."), strings.Join(r.key, ", "))
	b.WriteString("| column | type | null | unit | values | description |\n|---|---|---|---|---|---|\n")
	for _, f := range r.fields {
		null := "yes"
		if f.Required {
			null = "no"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", f.Name, f.typeName(), null, cell(f.Unit), cell(f.domain()), cell(f.Description))
	}
	for _, f := range r.fields {
		b.WriteString(f.categories())
	}
	b.WriteString(r.policy())
	return b.String()
}

// typeName is the type as it stands in the files.
func (f field) typeName() string {
	switch f.Type {
	case schemas.Integer:
		return fmt.Sprintf("int%d", f.bits())
	case schemas.Number:
		return "float64"
	case schemas.Strings:
		return "list of string"
	}
	return string(f.Type)
}

// domain is what values a column can have, as far as it is declared.
func (f field) domain() string {
	var parts []string
	if f.Codes != "" {
		parts = append(parts, "codes of "+f.Codes)
	}
	for _, also := range f.Also {
		parts = append(parts, "or "+also)
	}
	if f.Open {
		parts = append(parts, "and others")
	}
	if len(f.Values) > 0 {
		parts = append(parts, "see below")
	}
	if f.Min != nil {
		parts = append(parts, "from "+written(*f.Min))
	}
	if f.Max != nil {
		parts = append(parts, "to "+written(*f.Max))
	}
	if f.Example != "" {
		parts = append(parts, "as in "+f.Example)
	}
	return strings.Join(parts, ", ")
}

func (f field) categories() string {
	if len(f.Values) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n`%s` is one of\n\n", f.Name)
	for _, v := range f.Values {
		fmt.Fprintf(&b, "- `%s`: %s\n", v.Value, oneLine(v.Description))
	}
	return b.String()
}

func (r Release) title() string {
	if r.Title == "" {
		return "Ties between states"
	}
	return r.Title
}

// cell writes a text into a Markdown table, where a bar would end the cell and a star might begin emphasis.
func cell(s string) string { return strings.NewReplacer("|", `\|`, "*", `\*`).Replace(oneLine(s)) }

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
