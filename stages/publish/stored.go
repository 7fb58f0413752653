package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stored is one table of a release, read back from its Parquet file: a value is string, int64, float64, bool, schemas.Date,
// []string, or nil.
type Stored struct {
	Columns []string
	Rows    [][]any
}

// Index is the place of the column, or -1.
func (s *Stored) Index(column string) int { return slices.Index(s.Columns, column) }

// Read reads one table of the release in folder; the error is an ErrDamaged where it is not as it was written.
func Read(folder, table string) (Stored, error) {
	_, err := os.Stat(filepath.Join(folder, table+".parquet"))
	if errors.Is(err, fs.ErrNotExist) {
		return Stored{}, fmt.Errorf("the release has no table %q: it has %s", table, strings.Join(Names(folder), ", "))
	}
	if err := Intact(folder, table+".parquet"); err != nil {
		return Stored{}, err
	}
	c, err := readParquet(filepath.Join(folder, table+".parquet"))
	if err != nil {
		return Stored{}, fmt.Errorf("%s: %w", filepath.Join(folder, table+".parquet"), err)
	}
	return Stored{c.columns, c.rows}, nil
}

// Names are the tables of the release in folder, sorted.
func Names(folder string) []string {
	entries, _ := os.ReadDir(folder) // a folder that is gone has none
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), formats[0].extension); ok {
			names = append(names, name)
		}
	}
	return names // sorted, as the folder's entries are
}
