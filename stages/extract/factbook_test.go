package extract_test

import (
	"archive/tar"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
)

// The World Factbook states in telegraphic prose what derived tables hold as columns, so that text can be scored against thousands of
// rows that nobody annotated. Text and tables are not part of this project: TIES_SHARED names the folder that holds data/, by default
// shared beside the repository. Where it is absent the tests skip.

// shared opens a file of the shared data.
func shared(t *testing.T, path string) *os.File {
	t.Helper()
	folder := os.Getenv("TIES_SHARED")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(folder, "data", filepath.FromSlash(path)))
	if err != nil {
		t.Skipf("no public tables to compare with (%v); set TIES_SHARED to the folder that holds them", err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// factbook calls visit with each page of an edition: "world-factbook-2024".
func factbook(t *testing.T, edition string, visit func(*schemas.Document)) {
	t.Helper()
	unzipped, err := gzip.NewReader(shared(t, "corpus/"+edition+".tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	for archive := tar.NewReader(unzipped); ; {
		header, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(header.Name, ".txt") {
			continue
		}
		text, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		visit(&schemas.Document{ID: strings.TrimSuffix(header.Name, ".txt"), Text: string(text)})
	}
}

// factbookTable reads a derived table, each row by the names of its header.
func factbookTable(t *testing.T, name string) []map[string]string {
	t.Helper()
	var table io.Reader = shared(t, "factbook/"+name)
	if strings.HasSuffix(name, ".gz") {
		unzipped, err := gzip.NewReader(table)
		if err != nil {
			t.Fatal(err)
		}
		table = unzipped
	}
	records, err := csv.NewReader(table).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// factbookClaims calls visit with the columns, as texts, of each claim of a table on the pages of 2024.
func factbookClaims(t *testing.T, table string, visit func(cell func(column string) string)) {
	t.Helper()
	x, _ := extractor(t)
	factbook(t, "world-factbook-2024", func(doc *schemas.Document) {
		for _, c := range x.Claims(doc) {
			for _, declared := range x.Tables {
				if c.Table == table && declared.Name == table {
					visit(func(column string) string { return rows.Text(c.Values[declared.Index(column)]) })
				}
			}
		}
	})
}

// compared tells precision and recall, and fails below their floors.
func compared(t *testing.T, right, claims, found, want int, precision, recall float64) {
	t.Helper()
	p, r := float64(right)/float64(claims), float64(found)/float64(want)
	t.Logf("precision %.3f of %d claims, recall %.3f of %d rows", p, claims, r, want)
	if p < precision || r < recall {
		t.Errorf("precision %.3f, recall %.3f: no less than %.2f and %.2f are wanted", p, r, precision, recall)
	}
}
