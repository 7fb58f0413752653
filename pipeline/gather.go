package pipeline

import (
	"context"
	"errors"
	"iter"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/read"
	"ties.dev/ties/stages/reconcile"
)

// gathered is what the documents of a run gave: rows in sorters, which go to disk where they are more than memory holds.
type gathered struct {
	tables    []*schemas.Table
	documents *rows.Sorter            // rows of the published table
	claims    map[string]*rows.Sorter // by table, see schemas.Claim.Row; in the order of its key
	cache     *cache
	explain   func(document string, why Reason) // may be nil
	said      findings
	bytes     int64 // of the files that were read
	spent     spent
}

func newGathered(tables []*schemas.Table, c *cache, scratch string) *gathered {
	c.fresh = rows.NewSorter(scratch, []int{0}, budget(tables))
	g := &gathered{cache: c, tables: tables, claims: map[string]*rows.Sorter{}, documents: rows.NewSorter(scratch, byID, budget(tables))}
	for _, t := range tables {
		g.claims[t.Name] = rows.NewSorter(scratch, inTable(t), budget(tables))
	}
	return g
}

// gather takes every file through read, annotate, resolve and extract, several at a time, and keeps what they gave.
func (g *gathered) gather(ctx context.Context, files iter.Seq2[read.File, *read.Problem], workers int, do func(task) yield) error {
	var said findings // of the listing, which goes on beside the gathering
	for y := range work(ctx, g.cache.join(listed(files, said.add)), workers, task.memory, do) {
		if err := g.add(&y); err != nil {
			return err
		}
	}
	g.said.merge(&said)
	return ctx.Err()
}

// listed are the files of a listing, with its problems told.
func listed(files iter.Seq2[read.File, *read.Problem], tell func(read.Problem)) iter.Seq[read.File] {
	return func(yield func(read.File) bool) {
		for f, problem := range files {
			if problem != nil {
				tell(*problem)
			} else if !yield(f) {
				return
			}
		}
	}
}

func (g *gathered) add(y *yield) error {
	g.spent.read, g.spent.extract = g.spent.read+y.spent.read, g.spent.extract+y.spent.extract
	if g.explain != nil && y.reason != "" {
		g.explain(y.file, y.reason)
	}
	if err := g.cache.keep(y); err != nil {
		return err
	}
	for _, p := range y.problem.Each() {
		g.said.add(p)
	}
	if y.entry == nil || y.entry.doc == "" {
		return nil
	}
	g.bytes += y.size
	err := g.documents.AddRecord(y.entry.doc, publish.DocumentColumns)
	for _, t := range g.tables {
		unpack(y.entry.tables[t.Name].claims, func(record string) {
			err = errors.Join(err, g.claims[t.Name].AddRecord(record, schemas.ClaimColumns(t)))
		})
	}
	return err
}

// units are the claims of a table that must be settled together, unit by unit.
func (g *gathered) units(t *schemas.Table) iter.Seq2[[]schemas.Claim, error] {
	same := rows.By(reconcile.Unit(t))
	return func(yield func([]schemas.Claim, error) bool) {
		var unit []schemas.Claim
		var first []any
		for row, err := range g.claims[t.Name].Rows() {
			c, ok := schemas.ClaimOf(t.Name, row)
			if err == nil && !ok {
				err = rows.ErrEncoding
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if len(unit) > 0 && same(first, row) != 0 {
				if !yield(unit, nil) {
					return
				}
				unit = nil // its claims are let go of while the next come
			}
			first, unit = row, append(unit, c)
		}
		if len(unit) > 0 {
			yield(unit, nil)
		}
	}
}

// budget is what each of a run's sorters may keep: one a table, that of the documents, that of conflicts, and those that publish takes.
func budget(tables []*schemas.Table) int { return rows.Budget(len(tables) + 4) }

func (g *gathered) close() error {
	err := errors.Join(g.documents.Close(), g.cache.fresh.Close())
	for _, s := range g.claims {
		err = errors.Join(err, s.Close())
	}
	return err
}
