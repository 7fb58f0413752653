package schemas

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// Type is the type of a column, the same in Parquet, Arrow, the data package and the codebook.
type Type string

// The types that a declared column can have. A date is a day (int32 days since 1970-01-01 on disk);
// a strings column is a list of strings.
const (
	String  Type = "string"
	Integer Type = "integer"
	Number  Type = "number"
	Boolean Type = "boolean"
	Day     Type = "date"
	Strings Type = "strings"
)

// Column is one declared column of a table.
type Column struct {
	Name        string     `yaml:"name"`
	Type        Type       `yaml:"type"`
	Description string     `yaml:"description"`
	Unit        string     `yaml:"unit,omitempty"`
	Codes       string     `yaml:"codes,omitempty"` // a gazetteer whose codes are the allowed values: countries, organizations, events
	Also        []string   `yaml:"also,omitempty"`  // further values beside the codes, such as "*"
	Open        bool       `yaml:"open,omitempty"`  // values outside Codes are allowed (a slug of an event's name)
	Values      []Category `yaml:"values,omitempty"`
	Min         *float64   `yaml:"min,omitempty"`
	Max         *float64   `yaml:"max,omitempty"`
	Example     string     `yaml:"example,omitempty"`
	Required    bool       `yaml:"required,omitempty"` // never null
	Settle      []string   `yaml:"settle,omitempty"`   // how a conflict in this column is settled, in place of the table's
	With        string     `yaml:"with,omitempty"`     // a column: only claims that carry its chosen value give this one
	Vague       []string   `yaml:"vague,omitempty"`    // values that `particular` puts behind any other: leader, envoy
	Altering    []string   `yaml:"altering,omitempty"` // words that make another value of one, and no particular one: vice, former
}

// Category is one allowed value of a column with a closed list. Where `settle` names `strongest`,
// the first in the list is the strongest.
type Category struct {
	Value       string `yaml:"value"`
	Description string `yaml:"description"`
}

// Table is one declared relation: what its rows are, what identifies one, and how claims about one key become a fact.
type Table struct {
	Name        string      `yaml:"name"`
	Title       string      `yaml:"title"`
	Description string      `yaml:"description"`
	Key         []string    `yaml:"key"`
	Columns     []Column    `yaml:"columns"`
	Settle      []string    `yaml:"settle"` // criteria in order, see stages/reconcile
	Wildcard    *Wildcard   `yaml:"wildcard,omitempty"`
	Outdates    *Outdates   `yaml:"outdates,omitempty"`
	Unordered   [][2]string `yaml:"unordered,omitempty"` // pairs of columns whose order means nothing when `pair` is set by a rule
	Score       Score       `yaml:"score"`
	Panel       []Panel     `yaml:"panel,omitempty"`
	MaxLossPct  *float64    `yaml:"max_loss_pct,omitempty"` // how many of a release's rows the next one may lose, in percent; null for the run's own bound

	Source string `yaml:"-"` // the file it was declared in, for messages
	text   []byte // of that file
}

// Mistake gives an error in the declaration its place: file and line of the value at the YAML path.
func (t *Table) Mistake(path string, err error) error { return Mistake(t.Source, t.text, path, err) }

// Wildcard declares that the value "*" of a column stands for every other one, with the values of Column that it denies.
type Wildcard struct {
	Column   string   `yaml:"column"`
	Status   string   `yaml:"status"`
	Negative []string `yaml:"negative"`
	Positive []string `yaml:"positive"`
}

// Outdates declares that of a document's claims of one key those with an earlier value of By, a year, are history where another one
// differs from them in Of.
type Outdates struct {
	By string `yaml:"by"`
	Of string `yaml:"of"`
	// Yields are values of Of, each with those before which a claim without a date gives way that tells how things are: a page that
	// lists a member and says elsewhere that it is suspended says that it is suspended.
	Yields map[string][]string `yaml:"yields,omitempty"`
	// Gone are the values that are past once a document tells that a state is back.
	Gone []string `yaml:"gone,omitempty"`
}

// Score declares the columns on which a claim must agree with a gold row.
type Score struct {
	Columns []string          `yaml:"columns"`
	Same    map[string]string `yaml:"same,omitempty"`   // values that count as another: founding_member: member
	Denied  map[string]string `yaml:"denied,omitempty"` // the value that a denied statement of a value comes to: attended: absent
	Weaker  string            `yaml:"weaker,omitempty"` // a column in which a weaker value beside the right one is no error
}

// Panel declares one wide column: rows of the table counted or taken for a country and a year.
type Panel struct {
	Name        string            `yaml:"name"`
	Description string            `yaml:"description"`
	Country     string            `yaml:"country"`         // the column that holds the country
	Take        string            `yaml:"take"`            // `count`, or the column whose value is taken
	Where       map[string]string `yaml:"where,omitempty"` // only rows with these values
}

// Index is the place of a column in a row of the table, or -1.
func (t *Table) Index(column string) int {
	return slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == column })
}

// Column is the declared column of that name, or nil.
func (t *Table) Column(name string) *Column {
	if i := t.Index(name); i >= 0 {
		return &t.Columns[i]
	}
	return nil
}

// InRange reports whether a value lies between the column's min and max. What is no number does.
func (c *Column) InRange(v any) bool {
	var n float64
	switch x := v.(type) {
	case int64:
		n = float64(x)
	case float64:
		n = x
	default:
		return true
	}
	return (c.Min == nil || n >= *c.Min) && (c.Max == nil || n <= *c.Max)
}

// Allowed are the values that a text in the column can be, or nil for any; codes gives those of a gazetteer.
func (c *Column) Allowed(codes func(name string) ([]string, bool)) []string {
	var values []string
	for _, v := range c.Values {
		values = append(values, v.Value)
	}
	if c.Codes == "" || c.Open || codes == nil {
		return values
	}
	if list, ok := codes(c.Codes); ok {
		values = slices.Concat(values, list, c.Also)
	}
	return values
}

// IsKey reports whether the column is part of the table's key.
func (t *Table) IsKey(column string) bool { return slices.Contains(t.Key, column) }

// validate reports the first mistake in the declaration, in words that say what to do, and the YAML path of its place.
func (t *Table) validate() (path string, err error) {
	if t.Name == "" {
		return "$", fmt.Errorf("a table without a name: give it `name`, `title`, `description`, `key` and `columns`")
	}
	if !identifier(t.Name) {
		return "$.name", fmt.Errorf("name %q: use small letters, digits and _", t.Name)
	}
	if len(t.Columns) == 0 || len(t.Key) == 0 {
		return "$", fmt.Errorf("table %s: declare `columns` and a `key`", t.Name)
	}
	if most := t.MaxLossPct; most != nil && !(*most >= 0 && *most <= 100) {
		return "$.max_loss_pct", fmt.Errorf("table %s: max_loss_pct %g: it is a percentage, from 0 to 100", t.Name, *most)
	}
	seen := map[string]bool{}
	for i := range t.Columns {
		c := &t.Columns[i]
		at := fmt.Sprintf("$.columns[%d]", i)
		if field, err := c.validate(); err != nil {
			return at + field, fmt.Errorf("table %s: %w", t.Name, err)
		}
		if seen[c.Name] || slices.Contains(reserved, c.Name) {
			return at + ".name", fmt.Errorf("table %s: column %q stands twice or is one that every table has: give it another name", t.Name, c.Name)
		}
		seen[c.Name] = true
	}
	return t.validateNames(seen)
}

// reserved names are the columns that every published or claims table has beside its own.
var reserved = []string{"claim_id", "document_id", "start", "end", "quote", "rule", "denied", "hedged", "sweeping",
	"attribution", "stated_on", "unresolved", "n_documents", "n_claims", "claim_ids", "conflict"}

// validateNames reports the first place that names a column which is not declared.
func (t *Table) validateNames(seen map[string]bool) (path string, err error) {
	for _, named := range t.named() {
		if name := named.column; !seen[name] && name != "denied" {
			return named.path, fmt.Errorf("table %s: column %q is named but not declared under `columns`", t.Name, name)
		}
	}
	for i, name := range t.Key {
		if slices.Contains(t.Key[:i], name) {
			return fmt.Sprintf("$.key[%d]", i), fmt.Errorf("table %s: the key names column %q twice: leave one out", t.Name, name)
		}
	}
	if len(t.Panel) > 0 && !seen["year"] {
		return "$.panel", fmt.Errorf("table %s: a panel is by country and year: declare a column \"year\", or leave `panel` out", t.Name)
	}
	return t.validateValues()
}

// named is a column that the declaration names elsewhere than under `columns`.
type named struct{ path, column string }

func (t *Table) named() []named {
	var all []named
	for i, name := range t.Key {
		all = append(all, named{fmt.Sprintf("$.key[%d]", i), name})
	}
	for i, name := range t.Score.Columns {
		all = append(all, named{fmt.Sprintf("$.score.columns[%d]", i), name})
	}
	if t.Outdates != nil {
		all = append(all, named{"$.outdates.by", t.Outdates.By}, named{"$.outdates.of", t.Outdates.Of})
	}
	if t.Wildcard != nil {
		all = append(all, named{"$.wildcard.column", t.Wildcard.Column}, named{"$.wildcard.status", t.Wildcard.Status})
	}
	if t.Score.Weaker != "" {
		all = append(all, named{"$.score.weaker", t.Score.Weaker})
	}
	for i, pair := range t.Unordered {
		all = append(all, named{fmt.Sprintf("$.unordered[%d][0]", i), pair[0]}, named{fmt.Sprintf("$.unordered[%d][1]", i), pair[1]})
	}
	for i := range t.Columns {
		if with := t.Columns[i].With; with != "" {
			all = append(all, named{fmt.Sprintf("$.columns[%d].with", i), with})
		}
	}
	for i := range t.Panel {
		all = append(all, t.Panel[i].named(fmt.Sprintf("$.panel[%d]", i))...)
	}
	return all
}

func (p *Panel) named(path string) []named {
	all := []named{{path + ".country", p.Country}}
	if p.Take != "count" {
		all = append(all, named{path + ".take", p.Take})
	}
	for _, column := range slices.Sorted(maps.Keys(p.Where)) {
		all = append(all, named{path + ".where." + column, column})
	}
	return all
}

// validate reports the first mistake in the column, and the field that it is in as the end of a YAML path.
func (c *Column) validate() (field string, err error) {
	if !identifier(c.Name) {
		return ".name", fmt.Errorf("column name %q: use small letters, digits and _", c.Name)
	}
	switch c.Type {
	case String, Integer, Number, Boolean, Day, Strings:
	default:
		return ".type", fmt.Errorf("column %s: type %q is none of string, integer, number, boolean, date, strings", c.Name, c.Type)
	}
	if c.Description == "" {
		return "", fmt.Errorf("column %s: it needs a description", c.Name)
	}
	if c.Min != nil && math.IsNaN(*c.Min) || c.Max != nil && math.IsNaN(*c.Max) {
		return "", fmt.Errorf("column %s: `min` or `max` is no number: write one, or leave it out", c.Name)
	}
	if c.Min != nil && c.Max != nil && *c.Min > *c.Max {
		return ".min", fmt.Errorf("column %s: min %g is above max %g, so that no value fits: mend one of them", c.Name, *c.Min, *c.Max)
	}
	return "", nil
}

func identifier(s string) bool {
	for i, r := range s {
		if r != '_' && (r < 'a' || r > 'z') && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}
