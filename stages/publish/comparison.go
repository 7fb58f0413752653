package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// comparison is what a draft changes in the release before it.
type comparison struct {
	before, after string // folders
	was, is       packageJSON

	kind      kind
	skipped   []string // tables of facts that are damaged in the release before, and not compared
	dropped   []Dropped
	schema    bool // tables, columns or codes are declared in another way
	text      strings.Builder
	losses    []loss
	documents documentChanges
	withdrawn *withdrawn
}

// Dropped is a table of facts that the release before has, and that no declaration makes any more.
type Dropped struct {
	Table string
	Rows  int
}

// readPackage reads the datapackage.json of a release.
func readPackage(dir string) (p packageJSON, err error) {
	data, err := os.ReadFile(filepath.Join(dir, packageName))
	if err == nil {
		err = json.Unmarshal(data, &p)
	}
	return p, err
}

// sameContent tells whether the release in a folder is the draft, but for what its history makes of it: its version, its tombstones
// and the texts on changes and the run.
func (d *Draft) sameContent(folder string) bool {
	for name, want := range map[string][]byte{"CODEBOOK.md": codebook(d.Release, d.all), "load.sql": loadSQL(d.all)} {
		if got, err := os.ReadFile(filepath.Join(folder, name)); err != nil || !bytes.Equal(got, want) {
			return false
		}
	}
	return d.sameTables(folder)
}

// digest identifies what sameContent compares.
func (d *Draft) digest() string {
	return "sha256:" + hexSum(d.described().content()+string(codebook(d.Release, d.all))+string(loadSQL(d.all)))
}

// sameTables tells it by datapackage.json alone, where other files may be damaged.
func (d *Draft) sameTables(folder string) bool {
	was, err := readPackage(folder)
	return err == nil && was.content() == d.described().content()
}

func (d *Draft) described() (p packageJSON) {
	if err := json.Unmarshal(dataPackage(d.Release, d.files), &p); err != nil {
		panic(err) // the package's own types
	}
	return p
}

// content is a data package without what the release's history makes of it.
func (p packageJSON) content() string {
	p.Version = ""
	p.Resources = slices.DeleteFunc(slices.Clone(p.Resources), resourceJSON.historical)
	return string(indented(p))
}

func (r resourceJSON) historical() bool { return strings.HasPrefix(r.Path, TombstonesTable+".") }

// schema is what programs rely on: tables, columns with their types and values, keys, and codes; no texts.
func (p packageJSON) schema() string {
	var b strings.Builder
	for _, r := range p.Resources {
		if r.historical() {
			continue
		}
		fmt.Fprintln(&b, r.Path, r.Table.PrimaryKey, r.Table.UniqueKeys)
		for _, f := range r.Table.Fields {
			constraints, _ := json.Marshal(f.Constraints)
			fmt.Fprintln(&b, " ", f.Name, f.Type, f.Unit, f.Codes, f.Also, f.Open, string(constraints))
		}
	}
	return b.String() + fmt.Sprint(p.Codes) // fmt writes a map in the order of its keys
}

// codeDigests identify the lists of codes that the release's columns are held to.
func (r Release) codeDigests() map[string]string {
	out := map[string]string{}
	for _, t := range r.Tables {
		for _, c := range t.Columns {
			if c.Codes == "" || r.Codes == nil {
				continue
			}
			if codes, ok := r.Codes(c.Codes); ok {
				sum := sha256.Sum256([]byte(strings.Join(distinct(slices.Clone(codes)), "\n")))
				out[c.Codes] = "sha256:" + hex.EncodeToString(sum[:])
			}
		}
	}
	return out
}

// compare finds what the draft changes in the release in a folder.
func (d *Draft) compare(before string) (c *comparison, err error) {
	c = &comparison{before: before, after: d.dir, is: d.described(), kind: patch}
	if c.was, err = readPackage(before); err != nil {
		return nil, err
	}
	scratch, err := d.Scratch()
	if err != nil {
		return nil, err
	}
	c.withdrawn = newWithdrawn(scratch)
	if c.schema = c.was.schema() != c.is.schema(); c.schema {
		c.kind = major
	}
	all, err := c.tables(d.all)
	if err != nil {
		return nil, err
	}
	var bad []string
	if before != d.past.base { // which is sound
		if bad, err = differing(before); err != nil {
			return nil, err
		}
	}
	for _, rel := range all {
		rel.scratch = scratch
		if c.skip(rel, bad) {
			continue
		}
		if err := errors.Join(d.stop(), c.table(rel, d.rows(rel.name))); err != nil {
			return nil, fmt.Errorf("%s: comparing with %s: %w", rel.name, before, err)
		}
	}
	return c, c.compareDocuments(d.rows(DocumentsTable)) // last, for it looks up those behind what was withdrawn
}

// tables are those of facts of both releases, in order of their names: one that is not declared any more has lost all its rows.
func (c *comparison) tables(declared []relation) (all []relation, err error) {
	for _, rel := range declared {
		if rel.facts {
			all = append(all, rel)
		}
	}
	stored, err := storedRelations(c.before)
	if err != nil {
		return nil, err
	}
	for _, rel := range stored {
		if rel.facts && !slices.ContainsFunc(declared, func(other relation) bool { return other.name == rel.name }) {
			all, c.dropped = append(all, rel), append(c.dropped, Dropped{Table: rel.name})
		}
	}
	slices.SortFunc(all, compareNames)
	return all, nil
}

// skip passes over a table that is damaged in the release before: what it held is lost, and rows may have come.
func (c *comparison) skip(rel relation, bad []string) bool {
	for _, name := range []string{rel.name, ClaimsTable(rel.name)} {
		if name += formats[0].extension; slices.Contains(bad, name) || slices.Contains(bad, name+missing) {
			c.skipped, c.kind = append(c.skipped, rel.name), max(c.kind, minor)
			fmt.Fprintf(&c.text, "\n## %s\n\nNot compared, for %s of the release before is damaged.\n", rel.name, name)
			return true
		}
	}
	return false
}

// table compares the facts of a table.
func (c *comparison) table(rel relation, after int) error {
	list, lost := chapters{relation: rel}, loss{table: rel.name}
	if !c.unchanged(rel.name) {
		for d, err := range rel.differences(c.before, c.after) {
			if err == nil {
				list.add(&d)
				err = c.withdrawn.note(rel, &d)
			}
			if err != nil {
				return err
			}
		}
	}
	if list.added.n > 0 {
		c.kind = max(c.kind, minor)
	}
	lost.before = after - list.added.n + list.gone.n
	lost.gone = lost.before - after
	if i := slices.IndexFunc(c.dropped, func(t Dropped) bool { return t.Table == rel.name }); i >= 0 {
		c.dropped[i].Rows = lost.before
	} else {
		c.losses = append(c.losses, lost)
	}
	c.text.WriteString(list.String())
	return nil
}

// unchanged tells a table whose file is the same, byte for byte.
func (c *comparison) unchanged(table string) bool {
	hash := func(p packageJSON) string {
		for _, r := range p.Resources {
			if r.Path == table+formats[0].extension {
				return r.Hash
			}
		}
		return ""
	}
	return hash(c.was) == hash(c.is)
}
