package publish

import (
	"path/filepath"
	"slices"
	"strings"

	"ties.dev/ties/schemas/rows"
)

// writeTombstones writes those of the release before, but for facts that came back, and those of the draft.
func (d *Draft) writeTombstones(c *comparison) error {
	w, err := d.Table(TombstonesTable)
	if err != nil {
		return err
	}
	switch {
	case c != nil:
		err = c.tombstones(w.Write, d.Version)
	case d.anew() && d.past.intact(TombstonesTable+formats[0].extension):
		err = standing(d.past.folder(), w.Write)
	}
	if err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	d.files = append(d.files, w.files...)
	slices.SortStableFunc(d.files, func(a, b file) int { return compareNames(a.relation, b.relation) })
	return nil
}

// tombstones goes through the old ones and what the draft withdraws or brings back, both sorted by table and key.
func (c *comparison) tombstones(write func([]any) error, version string) error {
	rel := tombstones()
	rel.own = len(rel.fields)
	old, err := rel.stored(c.before)
	if err != nil {
		return err
	}
	defer old.stop()
	defer func() { _ = c.withdrawn.facts.Close() }()
	last := filepath.Base(c.before)
	for noted, err := range c.withdrawn.facts.Rows() {
		if err != nil {
			return err
		}
		if err := c.keep(old, noted, write); err != nil {
			return err
		}
		if noted[4] != nil {
			if err := write(c.withdrawn.row(noted, version, last)); err != nil {
				return err
			}
		}
	}
	return old.each(write)
}

// standing are the tombstones of a release that is made anew, where there is none before it to compare with.
func standing(folder string, write func([]any) error) error {
	rel := tombstones()
	rel.own = len(rel.fields)
	old, err := rel.stored(folder)
	if err != nil {
		return err
	}
	defer old.stop()
	return old.each(write)
}

// keep writes the old tombstones before a key, and passes over one of that key: it came back, or is withdrawn again.
func (c *comparison) keep(old *grouped, noted []any, write func([]any) error) error {
	for {
		row, err := old.peek()
		if err != nil || row == nil {
			return err
		}
		order := rows.By([]int{0, 1})(row, noted)
		if order > 0 {
			return nil
		}
		old.ahead = nil
		if order < 0 {
			if err := write(row); err != nil {
				return err
			}
		}
	}
}

// plainKey is the key as conflicts write it.
func (r relation) plainKey(row []any) string {
	var parts []string
	for _, i := range r.keyIndexes() {
		parts = append(parts, r.fields[i].Name+"="+rows.Text(row[i]))
	}
	return strings.Join(parts, ",")
}

func (r relation) plainValues(row []any) string {
	var parts []string
	for i := range r.own {
		if row[i] != nil && !slices.Contains(r.key, r.fields[i].Name) {
			parts = append(parts, r.fields[i].Name+"="+rows.Text(row[i]))
		}
	}
	return strings.Join(parts, ",")
}
