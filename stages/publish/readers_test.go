package publish

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
)

// expectation is what a reader must find in a table, beside the files for the scripts in readback.
type expectation struct {
	Key    []string      `json:"key"`
	Fields []expectField `json:"fields"`
	Rows   [][]any       `json:"rows"`
}

type expectField struct {
	Name        string `json:"name"`
	Type        string `json:"type"` // as typeName
	Nullable    bool   `json:"nullable"`
	Description string `json:"description"`
	Unit        string `json:"unit"`
}

// TestReaders has DuckDB, pandas, pyarrow, polars, frictionless and mlcroissant read what was written.
// `make test` sets up their environment and names its Python in TIES_PYTHON.
func TestReaders(t *testing.T) {
	python := pythonWithReaders(t)
	out, err := readBack(t, python, write(t, sample()), expectations(t, sample()))
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Logf("%s", out)
}

// TestReadersOfManyRows gives the readers several row groups, pages and batches to skip.
func TestReadersOfManyRows(t *testing.T) {
	python := pythonWithReaders(t)
	if out, err := readBack(t, python, write(t, manyRows()), nil); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestReadersSeeWhatIsWrong gives the scripts a release that differs from what they are told of it.
func TestReadersSeeWhatIsWrong(t *testing.T) {
	python := pythonWithReaders(t)
	wrong := sample()
	wrong.Claims["harbours"][0].Start++
	wrong.Facts["harbours"][0].Documents++
	dir := write(t, wrong)
	replaceIn(t, filepath.Join(dir, "datapackage.json"), `"name": "ties"`, `"name": 7`)
	replaceIn(t, filepath.Join(dir, "croissant.json"), `"dataType": "sc:Boolean",`, ``)
	told := expectations(t, sample())
	told["panel"].Rows[0][2] = 2
	told["harbours"].Fields[1].Unit = "furlong"
	out, err := readBack(t, python, dir, told)
	if err == nil {
		t.Errorf("nothing is found wrong")
	}
	for _, want := range []string{"panel.parquet by DuckDB: row 0", "panel.arrow by polars: row 0", "unit in Parquet is 'calendar year', declared 'furlong'",
		"datapackage.json by datapackage.json: $.name", "croissant.json: ", "harbours_claims in SQL", "harbours_claims in Python: c3", "facts that don't join"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not among what is found:\n%s", want, out)
		}
	}
}

func readBack(t *testing.T, python, dir string, told map[string]expectation) (string, error) {
	t.Helper()
	args := []string{"-B", "readback/check.py", dir}
	if told != nil {
		expected := filepath.Join(t.TempDir(), "expected.json")
		if err := os.WriteFile(expected, indented(told), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, expected)
	}
	out, err := exec.Command(python, args...).CombinedOutput()
	return string(out), err
}

func replaceIn(t *testing.T, path, old, new string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s has no %q", path, old)
	}
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(string(data), old, new)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func pythonWithReaders(t *testing.T) string {
	t.Helper()
	if python := os.Getenv("TIES_PYTHON"); python != "" {
		return python
	}
	python, err := filepath.Abs("../../.venv/bin/python")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(python); err != nil {
		t.Skip("no Python with the readers: run `make test`, which sets up .venv, or name one in TIES_PYTHON")
	}
	return python
}

func expectations(t *testing.T, r content) map[string]expectation {
	t.Helper()
	all, err := relations(r.Release)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]expectation{}
	for _, rel := range all {
		e := expectation{Key: rel.key, Rows: [][]any{}}
		for _, f := range rel.fields {
			e.Fields = append(e.Fields, expectField{f.Name, f.typeName(), !f.Required, f.Description, f.Unit})
		}
		for _, row := range r.rows(t)[rel.name] {
			e.Rows = append(e.Rows, plain(row))
		}
		out[rel.name] = e
	}
	return out
}

// plain writes dates as text; JSON has the other types.
func plain(row []any) []any {
	out := make([]any, len(row))
	for i, v := range row {
		out[i] = v
		if d, ok := v.(schemas.Date); ok {
			out[i] = d.String()
		}
	}
	return out
}
