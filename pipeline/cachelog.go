package pipeline

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"ties.dev/ties/schemas/rows"
	"ties.dev/ties/stages/read"
)

// cacheVersion is the first value of a log. Another layout has another version.
const cacheVersion = read.KeptMark + "2"

// head is the first row of a log that this program writes with these declarations. Its last value is the release that the run made.
func (c *cache) head(release string) []any {
	row := []any{cacheVersion, c.program}
	for _, t := range c.tables {
		row = append(row, t.Name, c.fingerprints[t.Name])
	}
	return append(row, release)
}

// firstRow is the head of the last run's log.
func (c *cache) firstRow() []any {
	for row, err := range c.lastRows() {
		if err == nil {
			return row
		}
		break
	}
	return nil
}

// lastRows are those of the last run's log; none where there is none.
func (c *cache) lastRows() iter.Seq2[[]any, error] {
	if c.last.File == nil {
		return func(func([]any, error) bool) {}
	}
	return c.last.Rows()
}

// entries are those of the last run, up to the first that is broken.
func (c *cache) entries() iter.Seq[*entry] {
	return func(yield func(*entry) bool) {
		place := -1 // of the head
		for row, err := range c.lastRows() {
			if err != nil {
				c.broken = err
				return
			}
			if place++; place == 0 {
				if row[0] != cacheVersion || row[1] != c.program {
					return // of another program
				}
				continue
			}
			e, ok := entryOf(row)
			if !ok {
				c.broken = fmt.Errorf("%s: %w", c.path, rows.ErrBroken)
				return
			}
			e.place = place
			if !yield(e) {
				return
			}
		}
	}
}

// stand notes that an entry of the last run's log holds.
func (c *cache) stand(place int) {
	if more := place + 1 - len(c.stands); more > 0 {
		c.stands = append(c.stands, make([]bool, more)...)
	}
	c.stands[place] = true
}

// save writes the log for the next run. A log that can't be written costs the next run time, and this one nothing.
func (c *cache) save(release string) (err error) {
	if c.path == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(c.path), 0o755); err != nil {
		return err
	}
	draft := fmt.Sprintf("%s.%d", c.path, os.Getpid())
	log, err := rows.CreateLog(draft)
	if err != nil {
		return err
	}
	defer os.Remove(draft)
	err = errors.Join(log.Add(c.head(release)), c.write(log))
	if err := errors.Join(err, log.Close()); err != nil {
		return err
	}
	return errors.Join(os.Rename(draft, c.path), c.broken)
}

// write merges the entries of the last run that hold, as they stand there, with those of this one.
func (c *cache) write(log *rows.Log) error {
	fresh, stop := iter.Pull2(c.fresh.Rows())
	defer stop()
	row, err, more := fresh()
	before := func(file string) bool { return more && err == nil && (file == "" || row[0].(string) < file) }
	add := func(file string) error {
		for ; before(file); row, err, more = fresh() {
			if err := log.Add(row); err != nil {
				return err
			}
		}
		return err
	}
	for record := range c.standing() {
		file, err := rows.FirstText(record)
		if err = errors.Join(err, add(file)); err != nil {
			return err
		}
		if err := log.AddRecord(record); err != nil {
			return err
		}
	}
	return add("")
}

// standing are the entries of the last run that hold in this one.
func (c *cache) standing() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		place := 0
		if len(c.stands) == 0 {
			return
		}
		for record, err := range c.last.Records() {
			if err != nil || place == len(c.stands) || c.stands[place] && !yield(record) {
				return // they were read once without an error
			}
			place++
		}
	}
}
