package publish

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// sample is a release with everything that could go wrong between a writer and a reader: all types, nulls, empty and long
// lists, an empty table, a column without a value, and texts outside the basic plane.
func sample() content {
	texts := map[string]string{
		"plain":   "The harbour at Vell is Norland's. Nothing else is said of it.",
		"astral":  "🏳️\u200d🌈 𝔎arst — “Vell”, a q\u0308uay of Norland’s,\u00a0opened on 𝟜 May.\n\nNa\u0303o: the pier is shut.",
		"silent":  "No claim is taken from this page.",
		"a/b-b.c": "'Quoted' ; DROP \"x\" | *starred*",
	}
	tables := []*schemas.Table{harbours(), {Name: "nothing", Title: "Nothing", Description: "A table without a row.", Key: []string{"country"},
		Columns: []schemas.Column{{Name: "country", Type: schemas.String, Required: true, Description: "State"}}}}
	r := content{Release: Release{Title: "Harbours", Description: "Harbours & piers, for <tests>.", License: "https://www.apache.org/licenses/LICENSE-2.0",
		Homepage: "https://ties.dev", Creator: "The authors", Tables: tables,
		Codes: func(name string) ([]string, bool) { return []string{"NOR", "SUD"}, name == "countries" }},
		Claims: map[string][]schemas.Claim{}, Facts: map[string][]schemas.Fact{}}
	for _, id := range []string{"silent", "plain", "astral", "a/b-b.c"} {
		r.Documents = append(r.Documents, schemas.Document{ID: id, Title: strings.ToUpper(id), Published: schemas.Date{Year: 2023, Month: 5}, Text: texts[id], SHA256: "00"})
	}
	r.Documents[1].Published, r.Documents[1].URL, r.Documents[1].Language = schemas.Date{Year: 1969, Month: 12, Day: 31}, "https://example.org/?a=1&b=<2>", "en"
	claim := func(id, document, quote string, values ...any) schemas.Claim {
		start := utf8.RuneCountInString(texts[document][:strings.Index(texts[document], quote)])
		return schemas.Claim{ID: id, Table: "harbours", Document: document, Values: values, Start: start, End: start + utf8.RuneCountInString(quote), Quote: quote, Rule: "harbour"}
	}
	day := schemas.Date{Year: 2023, Month: 5, Day: 4}
	r.Claims["harbours"] = []schemas.Claim{
		claim("c3", "astral", "q\u0308uay of Norland’s,\u00a0opened on 𝟜 May", "NOR", int64(2023), "quay", 0.1, true, day, []string{"Vell", "𝔎arst"}, nil),
		claim("c1", "plain", "The harbour at Vell is Norland's.", "NOR", nil, "port", 31.0, false, nil, nil, nil),
		claim("c2", "astral", "Na\u0303o: the pier is shut.", "SUD", int64(2023), "quay", nil, nil, nil, []string{}, nil),
		claim("c4", "a/b-b.c", "DROP \"x\" | *starred*", "NOR", nil, "port", 30.5, true, nil, nil, nil),
	}
	r.Claims["harbours"][2].Denied, r.Claims["harbours"][1].Attribution = true, "the harbour's master"
	r.Claims["harbours"][1].Unresolved, r.Claims["harbours"][0].StatedOn = []string{"year"}, day
	r.Facts["harbours"] = []schemas.Fact{
		{Table: "harbours", Values: []any{"NOR", nil, "port", 31.0, false, nil, nil, nil}, Documents: 2, ClaimIDs: []string{"c1", "c4"}, Conflict: true, Unresolved: []string{"year"}},
		{Table: "harbours", Values: []any{"NOR", int64(2023), "quay", 0.1, true, day, []string{"Vell", "𝔎arst"}, nil}, Documents: 1, ClaimIDs: []string{"c3"}},
	}
	r.Conflicts = []schemas.Conflict{
		{Table: "harbours", Key: "country=NOR,year=,kind=port", Column: "depth", Value: "31", ClaimIDs: []string{"c1"}, Chosen: true, Reason: "the rest is rounded"},
		{Table: "harbours", Key: "country=NOR,year=,kind=port", Column: "depth", Value: "30.5", ClaimIDs: []string{"c4"}, Reason: "rounded"},
	}
	r.PanelColumns = []schemas.Column{{Name: "country", Type: schemas.String, Required: true, Description: "State"},
		{Name: "year", Type: schemas.Integer, Required: true, Description: "Year"}, {Name: "harbours", Type: schemas.Integer, Description: "Number"},
		{Name: "large", Type: schemas.Integer, Description: "A number beyond 53 bits"}}
	r.Panel = [][]any{{"SUD", int64(2023), nil, int64(math.MaxInt64)}, {"NOR", int64(2023), int64(1), nil}, {"NOR", int64(2021), nil, int64(math.MinInt64)}}
	return r
}

func harbours() *schemas.Table {
	low, high := 0.0, 150.0
	return &schemas.Table{Name: "harbours", Title: "Harbours", Description: "Which state's harbour lies where.\nIt's for tests; \"only\".",
		Key: []string{"country", "year", "kind"}, Settle: []string{"later", "supported"},
		Columns: []schemas.Column{
			{Name: "country", Type: schemas.String, Codes: "countries", Also: []string{"*"}, Required: true, Description: "State", Example: "NOR"},
			{Name: "year", Type: schemas.Integer, Unit: "calendar year", Description: "Year"},
			{Name: "kind", Type: schemas.String, Required: true, Description: "Kind", Values: []schemas.Category{{Value: "port", Description: "a port"}, {Value: "quay", Description: "a quay; or two"}}},
			{Name: "depth", Type: schemas.Number, Unit: "metres", Min: &low, Max: &high, Settle: []string{"rounds", "later"}, Description: "Depth"},
			{Name: "open", Type: schemas.Boolean, Description: "It's open"},
			{Name: "opened_on", Type: schemas.Day, Description: "Day of its opening"},
			{Name: "berths", Type: schemas.Strings, Description: "Names of its berths"},
			{Name: "never", Type: schemas.String, Description: "A column without a value"},
		}}
}

// manyRows is a sample whose panel goes over the bounds of a row group and of a batch.
func manyRows() content {
	r := sample()
	r.Panel = nil
	for i := range rowsPerGroup + rowsPerBatch {
		r.Panel = append(r.Panel, []any{"NOR", i, i % 7, nil})
	}
	return r
}

func write(t *testing.T, r content) (dir string) { return writeAfter(t, "", r) }

// writeAfter writes all files of the release that comes behind another.
func writeAfter(t *testing.T, before string, r content) (dir string) {
	t.Helper()
	d := draft(t, t.TempDir(), r)
	err := d.finish()
	if err == nil {
		_, err = d.write(before)
	}
	if err != nil {
		t.Fatal(err)
	}
	return d.dir
}

// publish is what a run does with all that it found.
func (r content) publish(t *testing.T, out string) (folder string, err error) {
	t.Helper()
	d := draft(t, out, r)
	defer d.Discard()
	p, err := d.Publish()
	return p.Folder, err
}

func draft(t *testing.T, out string, r content) *Draft {
	t.Helper()
	d, err := Begin(out, r.Release)
	if err != nil {
		t.Fatal(err)
	}
	for name, sorted := range r.rows(t) {
		w, err := d.Table(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range sorted {
			if err := w.Write(row); err != nil {
				t.Fatal(err)
			}
		}
	}
	return d
}

// content is a release with all its rows, in any order.
type content struct {
	Release
	Documents []schemas.Document
	Claims    map[string][]schemas.Claim
	Facts     map[string][]schemas.Fact
	Conflicts []schemas.Conflict
	Panel     [][]any
}

// rows are the rows of each table that has some, typed and sorted by key.
func (r content) rows(t *testing.T) map[string][][]any {
	t.Helper()
	out, stating := map[string][][]any{}, map[string]int{}
	for table, list := range r.Claims {
		for i := range list {
			stating[list[i].Document]++
			out[ClaimsTable(table)] = append(out[ClaimsTable(table)], ClaimRow(&list[i]))
		}
	}
	for table, list := range r.Facts {
		for i := range list {
			out[table] = append(out[table], FactRow(&list[i]))
		}
	}
	for i := range r.Documents {
		out[DocumentsTable] = append(out[DocumentsTable], DocumentRow(&r.Documents[i], stating[r.Documents[i].ID]))
	}
	for i := range r.Conflicts {
		out[ConflictsTable] = append(out[ConflictsTable], ConflictRow(&r.Conflicts[i]))
	}
	for _, row := range r.Panel {
		out[PanelTable] = append(out[PanelTable], slices.Clone(row))
	}
	for name := range out {
		r.sort(t, name, out[name])
	}
	return out
}

func (r content) sort(t *testing.T, name string, list [][]any) {
	t.Helper()
	all, err := relations(r.Release)
	if err != nil {
		t.Fatal(err)
	}
	rel := all[slices.IndexFunc(all, func(rel relation) bool { return rel.name == name })]
	for _, row := range list {
		for i, v := range row {
			if n, ok := v.(int); ok {
				row[i] = int64(n)
			} else if v != nil && !says(v) {
				row[i] = nil
			}
		}
	}
	slices.SortFunc(list, func(a, b []any) int {
		return cmp.Or(rows.By(rel.keyIndexes())(a, b), slices.CompareFunc(a, b, rows.Compare))
	})
}
