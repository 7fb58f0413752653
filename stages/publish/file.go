package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
)

// format is one way in which every table is written.
type format struct {
	extension string
	name      string
	media     string // as registered with IANA
	croissant string // as Croissant's reader knows it
	write     func(path string, r relation, rows iter.Seq[[]any]) error
	open      func(path string) (source, error)
}

var formats = []format{
	{".parquet", "parquet", "application/vnd.apache.parquet", "application/x-parquet", writeParquet, openParquet},
	{".arrow", "arrow", "application/vnd.apache.arrow.file", "application/vnd.apache.arrow.file", writeArrow, openArrow},
}

// file is one data file as the metadata describes it.
type file struct {
	relation relation
	format   format
	name     string
	rows     int
	bytes    int64
	sha256   string // hexadecimal
}

// file writes a table in this format.
func (f format) file(dir string, r relation, rows [][]any) (file, error) {
	out := file{relation: r, format: f, name: r.name + f.extension, rows: len(rows)}
	path := filepath.Join(dir, out.name)
	err := f.write(path, r, slices.Values(rows))
	if err == nil {
		out.bytes, out.sha256, err = digest(path)
	}
	if err != nil {
		return out, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}

func digest(path string) (size int64, sum string, err error) {
	in, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	defer in.Close()
	h := sha256.New()
	size, err = io.Copy(h, in)
	return size, hex.EncodeToString(h.Sum(nil)), err
}
