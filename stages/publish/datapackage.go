package publish

import (
	"maps"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// packageName is the file's name that the standard gives it.
const packageName = "datapackage.json"

// Data Package v2, https://datapackage.org/standard/data-package/.
const profiles = "https://datapackage.org/profiles/2.0/"

type packageJSON struct {
	Schema       string            `json:"$schema"`
	Name         string            `json:"name"`
	Title        string            `json:"title"`
	Description  string            `json:"description,omitempty"`
	Version      string            `json:"version"`
	Homepage     string            `json:"homepage,omitempty"`
	Licenses     []licenseJSON     `json:"licenses,omitempty"`
	Contributors []creatorJSON     `json:"contributors,omitempty"`
	Codes        map[string]string `json:"codes,omitempty"` // digest of each list of codes; not of the standard, which allows further properties
	Resources    []resourceJSON    `json:"resources"`
}

type licenseJSON struct {
	Path string `json:"path"`
}

type creatorJSON struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
}

type resourceJSON struct {
	Schema      string          `json:"$schema"`
	Name        string          `json:"name"`
	Type        string          `json:"type"`
	Path        string          `json:"path"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Format      string          `json:"format"`
	MediaType   string          `json:"mediatype"`
	Bytes       int64           `json:"bytes"`
	Hash        string          `json:"hash"`
	Table       tableSchemaJSON `json:"schema"`
	Rules       []ruleJSON      `json:"rules,omitempty"` // not of the standard, which allows further properties
}

// ruleJSON is a rule that claims name, and what it takes.
type ruleJSON struct {
	Name  string `json:"name"`
	Takes string `json:"takes"`
}

type tableSchemaJSON struct {
	Schema      string           `json:"$schema"`
	Fields      []fieldJSON      `json:"fields"`
	PrimaryKey  []string         `json:"primaryKey,omitempty"`
	UniqueKeys  [][]string       `json:"uniqueKeys,omitempty"`
	ForeignKeys []foreignKeyJSON `json:"foreignKeys,omitempty"`
}

type foreignKeyJSON struct {
	Fields    []string      `json:"fields"`
	Reference referenceJSON `json:"reference"`
}

type referenceJSON struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

type fieldJSON struct {
	Name        string           `json:"name"`
	Type        string           `json:"type"`
	Description string           `json:"description"`
	Unit        string           `json:"unit,omitempty"` // not of the standard, which allows further properties
	Example     string           `json:"example,omitempty"`
	Codes       string           `json:"codes,omitempty"` // nor these three
	Also        []string         `json:"also,omitempty"`
	Open        bool             `json:"open,omitempty"`
	Categories  []categoryJSON   `json:"categories,omitempty"`
	Constraints *constraintsJSON `json:"constraints,omitempty"`
}

type categoryJSON struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

type constraintsJSON struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Minimum  *float64 `json:"minimum,omitempty"`
	Maximum  *float64 `json:"maximum,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// dataPackage describes every file as a resource of its own: the standard has no second format of one resource, and several
// paths of one resource are parts of one table. That of a Parquet file has the table's name, others have their format behind it.
func dataPackage(r Release, files []file) []byte {
	p := packageJSON{Schema: profiles + "datapackage.json", Name: "ties", Title: r.title(), Description: oneLine(r.Description), Version: r.Version,
		Homepage: r.Homepage, Codes: r.codeDigests()}
	if r.License != "" {
		p.Licenses = []licenseJSON{{r.License}}
	}
	if r.Creator != "" {
		p.Contributors = []creatorJSON{{r.Creator, []string{"creator"}}}
	}
	for _, f := range files {
		p.Resources = append(p.Resources, resourceJSON{Schema: profiles + "dataresource.json", Name: f.resource(), Type: "table", Path: f.name,
			Title: f.relation.title, Description: oneLine(f.relation.description), Format: f.format.name, MediaType: f.format.media,
			Bytes: f.bytes, Hash: "sha256:" + f.sha256, Table: f.tableSchema(),
			Rules: r.rulesOf(f)})
	}
	return indented(p)
}

// rulesOf are the rules behind a table of facts, in order of their names, with the first of its files only.
func (r Release) rulesOf(f file) (out []ruleJSON) {
	if f.format.name != formats[0].name {
		return nil
	}
	takes := r.Rules[f.relation.name]
	for _, name := range slices.Sorted(maps.Keys(takes)) {
		out = append(out, ruleJSON{name, oneLine(takes[name])})
	}
	return out
}

func (f file) resource() string { return resourceName(f.relation.name, f.format) }

func resourceName(relation string, f format) string {
	name := strings.ReplaceAll(relation, "_", "-")
	if f.name != formats[0].name {
		name += "." + f.name
	}
	return name
}

// tableSchema has a primary key where no column of the key can be null, as the standard demands, else a unique key.
func (f file) tableSchema() tableSchemaJSON {
	s := tableSchemaJSON{Schema: profiles + "tableschema.json"}
	for _, column := range f.relation.fields {
		s.Fields = append(s.Fields, column.described())
	}
	nullable := func(i int) bool { return !f.relation.fields[i].Required }
	if len(f.relation.key) > 0 && slices.ContainsFunc(f.relation.keyIndexes(), nullable) {
		s.UniqueKeys = [][]string{f.relation.key}
	} else {
		s.PrimaryKey = f.relation.key
	}
	for _, l := range f.relation.links {
		s.ForeignKeys = append(s.ForeignKeys, foreignKeyJSON{[]string{l.column}, referenceJSON{resourceName(l.relation, f.format), []string{l.key}}})
	}
	return s
}

func (f field) described() fieldJSON {
	j := fieldJSON{Name: f.Name, Type: packageTypes[f.Type], Description: oneLine(f.Description), Unit: f.Unit, Example: f.Example,
		Codes: f.Codes, Also: f.Also, Open: f.Open}
	c := constraintsJSON{Required: f.Required, Minimum: f.Min, Maximum: f.Max}
	for _, v := range f.Values {
		j.Categories = append(j.Categories, categoryJSON{v.Value, oneLine(v.Description)})
		c.Enum = append(c.Enum, v.Value)
	}
	if c.Required || c.Minimum != nil || c.Maximum != nil || c.Enum != nil {
		j.Constraints = &c
	}
	return j
}

var packageTypes = map[schemas.Type]string{schemas.String: "string", schemas.Integer: "integer", schemas.Number: "number",
	schemas.Boolean: "boolean", schemas.Day: "date", schemas.Strings: "array"}
