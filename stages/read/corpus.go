// Package read turns the files of a corpus into cleaned documents. It recognises
// a file's format by its content, keeps what the author wrote and drops what the
// site put around it.
package read

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"ties.dev/ties/schemas"
)

// A File is one file of a corpus, with what is said about it beside it.
type File struct {
	ID    string // path under the corpus without its extension, slash separated
	Path  string // as it can be opened
	Rel   string // path under the corpus, slash separated
	Size  int64  // bytes
	Stamp Stamp  // of its state when it was listed
	Line  int    // where it starts in a container of lines; 0 elsewhere
	Meta  Meta   // from manifest.jsonl; it outranks what the file says of itself

	holds *container // of many documents; nil for one that is a document
	raw   []byte     // of a container's part; nil for what is read from Path

	remarks []Problem // on what a container says of its part and can't be used
}

// Meta is what is said about a document. Empty fields are not said.
type Meta struct {
	Title, Publisher, Author, URL, Language string
	Published                               schemas.Date
}

// or fills what m leaves open from another source.
func (m Meta) or(other Meta) Meta {
	fill := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	fill(&m.Title, other.Title)
	fill(&m.Publisher, other.Publisher)
	fill(&m.Author, other.Author)
	fill(&m.URL, other.URL)
	fill(&m.Language, other.Language)
	if m.Published == (schemas.Date{}) {
		m.Published = other.Published
	}
	return m
}

// valid is what is said in UTF-8: the address of a web archive may hold any bytes.
func (m Meta) valid() Meta {
	for _, field := range []*string{&m.Title, &m.Publisher, &m.Author, &m.URL, &m.Language} {
		*field = strings.ToValidUTF8(*field, "\uFFFD")
	}
	return m
}

// withoutExtension takes .warc.gz for one extension, as any that is compressed.
func withoutExtension(rel string) string {
	if plain, compressed := strings.CutSuffix(rel, ".gz"); compressed {
		rel = plain
	}
	return strings.TrimSuffix(rel, path.Ext(rel))
}

// ignored tells what stands in a folder beside its documents.
func ignored(name string) bool {
	upper := strings.ToUpper(name)
	return strings.HasPrefix(name, ".") || isLines(name) ||
		strings.HasPrefix(upper, "README") || strings.HasPrefix(upper, "LICENSE")
}

// isLines tells a file of JSON lines, a manifest or gold, by its name.
func isLines(name string) bool {
	return strings.EqualFold(filepath.Ext(name), ".jsonl") || strings.EqualFold(filepath.Ext(name), ".ndjson")
}

// reason is an error of the file system without the path, which a Problem names.
func reason(err error) string {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return "cannot be read: " + pathError.Err.Error()
	}
	return "cannot be read: " + err.Error()
}
