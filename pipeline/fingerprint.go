package pipeline

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"os"
	"sync"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/extract"
)

// fingerprint names everything that the claims of a table follow from beside the document: the table's declaration, its rules without
// what only people read, the words of all tables (they are found in one scan, the longest first) and the gazetteers.
func (d *Declarations) fingerprint(t *schemas.Table) (string, error) {
	words, err := d.vocabulary()
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintln(h, words)
	if err := encode(h, t); err != nil {
		return "", err
	}
	for _, f := range d.files {
		for _, r := range f.Rules {
			if r.Table == t {
				bare := *r
				bare.Takes, bare.Examples, bare.Table = "", nil, nil
				if err := encode(h, bare); err != nil {
					return "", err
				}
			}
		}
	}
	return sum(h), nil
}

// vocabulary names the gazetteers and the words of all rules.
func (d *Declarations) vocabulary() (string, error) {
	h := sha256.New()
	err := encode(h, d.Gazetteer)
	if err == nil {
		err = encode(h, extract.Classes(d.files))
	}
	return sum(h), err
}

func encode(h hash.Hash, v any) error { return json.NewEncoder(h).Encode(v) }

func sum(h hash.Hash) string { return string(h.Sum(nil)[:16]) }

// program names the program's own bytes: another build of it may read and extract in another way.
var program = sync.OnceValues(func() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return sum(h), err
})

// fingerprints are those of the tables, in order of their names.
func (d *Declarations) fingerprints() (map[string]string, error) {
	all := map[string]string{}
	for _, t := range d.Tables {
		f, err := d.fingerprint(t)
		if err != nil {
			return nil, err
		}
		all[t.Name] = f
	}
	return all, nil
}
