package extract

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
)

// Example is a text with the rows that the rules of its table must take from it: exactly these, none for a near miss.
// A row names the columns that are compared (`denied` beside those of the table); null stands for an empty cell.
type Example struct {
	Text      string           `yaml:"text"`
	Published string           `yaml:"published,omitempty"` // day of the document, as 2023-05-09
	Rows      []map[string]any `yaml:"rows"`

	Line int `yaml:"-"`
}

// Suite is a file of examples on how the language tells the facts of a table, by phenomenon.
type Suite struct {
	Table  string `yaml:"table"`
	Topics []struct {
		About    string    `yaml:"about"`
		Examples []Example `yaml:"examples"`
	} `yaml:"topics"`
	Name string `yaml:"-"`
}

// LoadSuites reads every `*.examples.yaml` of the folder.
func LoadSuites(folder fs.FS) ([]*Suite, error) {
	names, err := fs.Glob(folder, "*.examples.yaml")
	if err != nil {
		return nil, err
	}
	var suites []*Suite
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		s := &Suite{Name: name}
		if err := schemas.Decode(name, data, s); err != nil {
			return nil, err
		}
		suites = append(suites, s)
	}
	return suites, nil
}

// Check runs the examples that stand with the rules of a file and reports those that fail.
func (x *Extractor) Check(f *File) []error {
	var errs []error
	for _, r := range f.Rules {
		fired := len(r.Examples) == 0
		for i := range r.Examples {
			claims, err := x.CheckExample(r.Table.Name, &r.Examples[i])
			if err != nil {
				errs = append(errs, f.mistake(fmt.Sprintf("$.rules[%d].examples[%d].text", r.place, i), fmt.Errorf("rule %s: example fails: %w", r.Name, err)))
			}
			fired = fired || slices.ContainsFunc(claims, func(c schemas.Claim) bool { return c.Rule == r.Name || strings.HasPrefix(c.Rule, r.Stem()) })
		}
		if !fired {
			errs = append(errs, f.Mistake(r, ".examples", fmt.Errorf("it takes nothing from its own examples")))
		}
	}
	return errs
}

// Stem is the name of the rule as declared, up to the part that `each` fills in.
func (r *Rule) Stem() string { return r.stem }

// CheckExample is the claims that the table's rules take from the example, and how they differ from the rows that it wants.
func (x *Extractor) CheckExample(table string, e *Example) ([]schemas.Claim, error) {
	day, err := schemas.ParseDate(e.Published)
	if err != nil {
		return nil, err
	}
	doc := &schemas.Document{ID: "example", Text: e.Text, Published: day}
	var claims []schemas.Claim
	for _, c := range x.Claims(doc) {
		if c.Table == table {
			claims = append(claims, c)
		}
	}
	return claims, x.compare(table, e, claims)
}

func (x *Extractor) compare(table string, e *Example, claims []schemas.Claim) error {
	i := slices.IndexFunc(x.Tables, func(t *schemas.Table) bool { return t.Name == table })
	if i < 0 {
		return fmt.Errorf("table %q is not declared", table)
	}
	t := x.Tables[i]
	left := slices.Clone(claims)
	var missing []string
	for _, row := range e.Rows {
		k := slices.IndexFunc(left, func(c schemas.Claim) bool { return agrees(t, c, row) })
		if k < 0 {
			missing = append(missing, wanted(row))
			continue
		}
		same := left[k]
		left = slices.DeleteFunc(left, func(c schemas.Claim) bool { return equalRow(same, c) })
	}
	var extra []string
	for _, c := range left {
		extra = append(extra, c.Rule+": "+rowText(t, c))
	}
	if len(missing)+len(extra) == 0 {
		return nil
	}
	return fmt.Errorf("%q: missing: %s; too much: %s", e.Text, orNone(missing), orNone(extra))
}

// wanted is a row of an example as it is written in messages, columns in alphabetical order.
func wanted(row map[string]any) string {
	var cells []string
	for _, name := range slices.Sorted(maps.Keys(row)) {
		cells = append(cells, fmt.Sprintf("%s=%v", name, row[name]))
	}
	return strings.Join(cells, " ")
}

func equalRow(a, b schemas.Claim) bool {
	return a.Denied == b.Denied && fmt.Sprint(a.Values) == fmt.Sprint(b.Values)
}

// agrees compares the columns that the row names. A row that says nothing of denial wants an assertion.
func agrees(t *schemas.Table, c schemas.Claim, row map[string]any) bool {
	if _, ok := row["denied"]; !ok && c.Denied {
		return false
	}
	for name, want := range row {
		var got any
		switch i := t.Index(name); {
		case name == "denied":
			got = c.Denied
		case i < 0:
			return false
		default:
			got = c.Values[i]
		}
		if !sameCell(got, want) {
			return false
		}
	}
	return true
}

// sameCell compares what a row holds with what a file says: numbers by their value, whether they are written 9.3e9 or 9300000000.
func sameCell(got, want any) bool {
	if f, ok := got.(float64); ok {
		if n, err := strconv.ParseFloat(fmt.Sprint(want), 64); err == nil {
			return f == n
		}
	}
	return fmt.Sprint(got) == fmt.Sprint(want)
}

func rowText(t *schemas.Table, c schemas.Claim) string {
	var b strings.Builder
	for i, v := range c.Values {
		if v != nil {
			fmt.Fprintf(&b, "%s=%v ", t.Columns[i].Name, v)
		}
	}
	if c.Denied {
		b.WriteString("denied=true")
	}
	return strings.TrimSpace(b.String())
}

func orNone(list []string) string {
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, "; ")
}
