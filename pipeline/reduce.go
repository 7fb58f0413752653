package pipeline

import (
	"errors"
	"iter"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/reconcile"
)

// reducer settles claims into facts, and writes both as it goes.
type reducer struct {
	draft     *publish.Draft
	panel     *reconcile.Panel
	conflicts *rows.Sorter
	report    *Report
}

// reduce makes the tables of a release: claims and facts, one unit at a time, and what rests on them.
func reduce(d *Declarations, g *gathered, draft *publish.Draft, report *Report) (err error) {
	scratch, err := draft.Scratch()
	if err != nil {
		return err
	}
	panel, err := reconcile.NewPanel(d.Tables)
	if err != nil {
		return err
	}
	r := reducer{draft: draft, panel: panel, report: report, conflicts: rows.NewSorter(scratch, []int{0, 1, 2, 3, 6}, budget(d.Tables))}
	defer func() { err = errors.Join(err, r.conflicts.Close()) }()
	for _, t := range d.Tables {
		if err := r.settle(t, g.units(t)); err != nil {
			return err
		}
	}
	report.Conflicts = r.conflicts.Len()
	return r.rest(g)
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
		if err == nil {
			err = r.unit(t, unit, claims, facts)
		}
		if err != nil {
			return err
		}
	}
	return errors.Join(claims.Close(), facts.Close())
}

func (r *reducer) unit(t *schemas.Table, unit []schemas.Claim, claims, facts *publish.TableWriter) error {
	for i := range unit {
		if err := claims.Write(publish.ClaimRow(&unit[i])); err != nil {
			return err
		}
	}
	r.report.Claims[t.Name] += len(unit)
	settled, conflicts := reconcile.Settle(t, unit)
	for i := range settled {
		r.panel.Add(&settled[i])
		if err := facts.Write(publish.FactRow(&settled[i])); err != nil {
			return err
		}
	}
	r.report.Facts[t.Name] += len(settled)
	for i := range conflicts {
		if err := r.conflicts.Add(publish.ConflictRow(&conflicts[i])); err != nil {
			return err
		}
	}
	return nil
}

// rest writes the tables that every release has.
func (r *reducer) rest(g *gathered) error {
	panel, err := r.panel.Rows()
	if err != nil {
		return err
	}
	for name, list := range map[string]iter.Seq2[[]any, error]{
		publish.DocumentsTable: g.documents.Rows(), publish.ConflictsTable: r.conflicts.Rows(), publish.PanelTable: rows.Given(panel),
	} {
		if err := r.copy(name, list); err != nil {
			return err
		}
	}
	return nil
}

func (r *reducer) copy(table string, list iter.Seq2[[]any, error]) error {
	w, err := r.draft.Table(table)
	if err != nil {
		return err
	}
	for row, err := range list {
		if err == nil {
			err = w.Write(row)
		}
		if err != nil {
			return err
		}
	}
	return w.Close()
}
