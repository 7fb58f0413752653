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
	records, err := csv.NewReader(shared(t, "factbook/"+name)).ReadAll()
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
