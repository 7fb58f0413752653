package pipeline

import (
	"context"
	"errors"
	"iter"
	"sync"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/reconcile"
)

// reducer settles claims into facts, and writes both as it goes.
type reducer struct {
	ctx       context.Context
	draft     *publish.Draft
	panel     *reconcile.Panel
	conflicts *rows.Sorter
	report    *Report
	lock      sync.Mutex // of conflicts and report
}

// reduce makes the tables of a release, several at a time: documents, claims and facts, one unit after the other, and what rests on
// them.
func reduce(ctx context.Context, d *Declarations, g *gathered, draft *publish.Draft, report *Report, workers int) (err error) {
	scratch, err := draft.Scratch()
	if err != nil {
		return err
	}
	panel, err := reconcile.NewPanel(d.Tables)
	if err != nil {
		return err
	}
	r := reducer{ctx: ctx, draft: draft, panel: panel, report: report, conflicts: rows.NewSorter(scratch, []int{0, 1, 2, 3, 6}, budget(d.Tables))}
	defer func() { err = errors.Join(err, r.conflicts.Close()) }()
	jobs := []func() error{func() error { return r.copy(publish.DocumentsTable, g.documents.Rows()) }}
	for _, t := range d.Tables {
		jobs = append(jobs, func() error { return errors.Join(r.settle(t, g.units(t)), g.claims[t.Name].Close()) })
	}
	if err := publish.Together(workers, jobs); err != nil {
		return err
	}
	report.Conflicts = r.conflicts.Len()
	return r.rest()
}

// settle writes the claims of a table, and the facts that they make.
func (r *reducer) settle(t *schemas.Table, units iter.Seq2[[]schemas.Claim, error]) error {
	claims, err := r.draft.Table(publish.ClaimsTable(t.Name))
	if err != nil {
		return err
	}
	facts, err := r.draft.Table(t.Name)
	if err != nil {
		return err
	}
	for unit, err := range units {
		if err = errors.Join(r.ctx.Err(), err); err == nil {
			err = r.unit(t, unit, claims, facts)
		}
		if err != nil {
			return err
		}
	}
	r.lock.Lock()
	r.report.Claims[t.Name], r.report.Facts[t.Name] = claims.Rows(), facts.Rows()
	r.lock.Unlock()
	return errors.Join(claims.Close(), facts.Close())
}

func (r *reducer) unit(t *schemas.Table, unit []schemas.Claim, claims, facts *publish.TableWriter) error {
	for i := range unit {
		if err := claims.Write(publish.ClaimRow(&unit[i])); err != nil {
			return err
		}
	}
	settled, conflicts := reconcile.Settle(t, unit)
	for i := range settled {
		r.panel.Add(&settled[i]) // a table's columns are its own
		if err := facts.Write(publish.FactRow(&settled[i])); err != nil {
			return err
		}
	}
	r.lock.Lock()
	defer r.lock.Unlock()
	for i := range conflicts {
		if err := r.conflicts.Add(publish.ConflictRow(&conflicts[i])); err != nil {
			return err
		}
	}
	return nil
}

// rest writes the tables that rest on those of facts.
func (r *reducer) rest() error {
	panel, err := r.panel.Rows()
	if err != nil {
		return err
	}
	if err := r.copy(publish.ConflictsTable, r.conflicts.Rows()); err != nil {
		return err
	}
	return r.copy(publish.PanelTable, rows.Given(panel))
}

func (r *reducer) copy(table string, list iter.Seq2[[]any, error]) error {
	w, err := r.draft.Table(table)
	if err != nil {
		return err
	}
	for row, err := range list {
		if err = errors.Join(r.ctx.Err(), err); err == nil {
			err = w.Write(row)
		}
		if err != nil {
			return err
		}
	}
	return w.Close()
}
