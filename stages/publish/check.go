package publish

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/arrow/go/v17/arrow"

	"ties.dev/ties/schemas/rows"
)

// findingsListed bounds what Check reports: the first findings tell what is wrong, and a wrong column is wrong in every row.
const findingsListed = 20

// Check reads a release back as it stands on disk and reports all that is wrong with it, or nil. r is the release as it was
// given to Begin: of it, only declarations and code lists are looked at.
//
// Both formats hold the same rows, in order and with unique keys; no required value is null, and every value is in its range and
// its list of codes; every claim of a fact or conflict is there, with the fact's key; every quote stands where its claim says;
// and the files are those that datapackage.json describes. What must be looked up in another order than it stands in is sorted
// in a folder of its own, so that memory does not grow with the release.
func Check(dir string, r Release) error {
	declared, err := relations(Release{Tables: r.Tables, PanelColumns: r.PanelColumns})
	if err != nil {
		return err
	}
	scratch := dir + checkSuffix // where a run that is killed leaves nothing that the next does not sweep
	if err := os.Mkdir(scratch, 0o755); err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	return checkAs(dir, declared, r, scratch)
}

// CheckStored is Check by what the release in a folder says of itself, so that one of an earlier day is held to what was declared
// then. Lists of codes stand in no release, and are not looked at. It leaves nothing in the folder for temporary files, also where
// the context ends; then it returns at once, whatever it is at.
func CheckStored(ctx context.Context, dir string) error {
	scratch, err := temporary("ties-check-") // the release may stand where nothing can be written
	if err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- checkStored(ctx, dir, scratch) }()
	select {
	case err = <-done:
	case <-ctx.Done():
		err = ctx.Err()
	}
	return errors.Join(err, removeAll(scratch))
}

func checkStored(ctx context.Context, dir, scratch string) error {
	if err := Sound(dir); err != nil {
		return err
	}
	declared, err := storedRelations(dir)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return checkAs(dir, declared, Release{Stop: ctx.Err}, scratch)
}

// checkAs sorts what it must in scratch.
func checkAs(dir string, declared []relation, r Release, scratch string) error {
	c := newChecker(dir, r.Codes, scratch)
	defer c.bonds.close()
	tables := make([]*checker, len(declared))
	jobs := make([]func() error, len(declared))
	for i, rel := range declared {
		tables[i] = &checker{dir: dir, codes: r.Codes, stop: r.stop, bonds: c.bonds}
		jobs[i] = func() error { return tables[i].table(rel) }
	}
	if err := Together(r.Workers, jobs); err != nil {
		return err
	}
	for _, join := range []func() error{c.named, c.quoted, c.files} {
		if err := errors.Join(r.stop(), join()); err != nil {
			return err
		}
	}
	return joined(append(tables, c))
}

// checker looks at a part of a release: a table, or what binds them.
type checker struct {
	dir      string
	codes    func(string) ([]string, bool)
	stop     func() error
	bonds    *bonds
	findings []error
	more     int // findings beyond those
}

// joined are the first findings of all parts, in their order.
func joined(parts []*checker) error {
	var findings []error
	more := 0
	for _, c := range parts {
		listed := min(len(c.findings), findingsListed-len(findings))
		findings = append(findings, c.findings[:listed]...)
		more += len(c.findings) - listed + c.more
	}
	if more > 0 {
		findings = append(findings, fmt.Errorf("and %d more findings", more))
	}
	return errors.Join(findings...)
}

// sorters is how many sorters there are at a time beside those of the run.
const sorters = 8

func newChecker(dir string, codes func(string) ([]string, bool), scratch string) *checker {
	return &checker{dir: dir, codes: codes, bonds: &bonds{seed: maphash.MakeSeed(), stated: rows.NewSorter(scratch, []int{0, 1}, rows.Budget(sorters)), ids: rows.NewSorter(scratch, []int{0, 1, 2}, rows.Budget(sorters))}}
}

func (c *checker) found(format string, args ...any) {
	if len(c.findings) == findingsListed {
		c.more++
		return
	}
	c.findings = append(c.findings, fmt.Errorf(format, args...))
}

// table reads one table in both formats side by side, and looks at each row.
func (c *checker) table(rel relation) error {
	file, err := openArrow(filepath.Join(c.dir, rel.name+arrowExtension))
	if err != nil {
		return fmt.Errorf("%s: %w", rel.name+arrowExtension, err)
	}
	defer file.Close()
	other, err := openLeafFile(filepath.Join(c.dir, rel.name+parquetExtension))
	if err != nil {
		return fmt.Errorf("%s: %w", rel.name+parquetExtension, err)
	}
	defer func() { _ = other.Close() }()
	if !c.sameColumns(rel, other.columns) || !c.sameColumns(rel, file.columns) {
		return nil
	}
	look, done, err := c.links(&rel)
	if err != nil {
		return err
	}
	defer done()
	return c.batches(rel, file, other, look)
}

func (c *checker) sameColumns(rel relation, columns []string) bool {
	var want []string
	for _, f := range rel.fields {
		want = append(want, f.Name)
	}
	if !slices.Equal(columns, want) {
		c.found("%s: columns %v; declared are %v", rel.name, columns, want)
		return false
	}
	return true
}

// batches takes a batch at a time.
func (c *checker) batches(rel relation, file *arrowFile, other *leafFile, look func(arrow.Record) error) error {
	check, n := c.rowCheck(rel), 0
	for record, err := range file.batches() {
		if err = errors.Join(c.stop(), err); err != nil {
			return fmt.Errorf("%s: %w", rel.name, err)
		}
		if n+int(record.NumRows()) > int(other.rows) {
			c.found("%s: only %d rows as %s", rel.name, other.rows, formats[0].name)
			return nil
		}
		if err := c.same(rel, other, record, n); err != nil {
			return err
		}
		check(record)
		if err := look(record); err != nil {
			return err
		}
		n += int(record.NumRows())
	}
	if n < int(other.rows) {
		c.found("%s: only %d rows as %s", rel.name, n, formats[1].name)
	}
	return nil
}

// files checks that SHA256SUMS and the data package describe the files as they stand.
func (c *checker) files() error {
	want, err := os.ReadFile(filepath.Join(c.dir, sumsName))
	if err != nil {
		return err
	}
	got, err := sums(c.dir, belonging(c.dir, string(want)))
	if err != nil {
		return err
	}
	for _, name := range sumsDiffer(string(want), string(got)) {
		c.found("%s is not the file that %s describes", name, sumsName)
	}
	p, err := readPackage(c.dir)
	if err != nil {
		return err
	}
	for _, r := range p.Resources {
		info, err := os.Stat(filepath.Join(c.dir, r.Path))
		if err != nil {
			return err
		}
		if line := strings.TrimPrefix(r.Hash, "sha256:") + "  " + r.Path + "\n"; info.Size() != r.Bytes || !strings.Contains(string(got), line) {
			c.found("%s is not the file that datapackage.json describes", r.Path)
		}
	}
	return nil
}
