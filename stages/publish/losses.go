package publish

import (
	"maps"
	"slices"

	"ties.dev/ties/schemas/rows"
)

// loss is what is gone of one table.
type loss struct {
	table        string
	before, gone int
	names        []string // the first of them
}

// counted are the losses since a damaged release, by the rows that it is known to have had, where the draft was not compared with it.
func (c *comparison) counted(d *Draft, p *past) *comparison {
	out := &comparison{}
	compared := c != nil && c.before == p.folder()
	if compared {
		out.losses, out.dropped = c.losses, c.dropped
	}
	was := p.rows()
	for _, table := range slices.Sorted(maps.Keys(was)) {
		facts := table == DocumentsTable || was[ClaimsTable(table)] > 0 || slices.ContainsFunc(d.all, func(r relation) bool { return r.facts && r.name == table })
		if facts && (!compared || slices.Contains(c.skipped, table)) {
			out.losses = append(out.losses, loss{table: table, before: was[table], gone: max(0, was[table]-d.rows(table))})
		}
	}
	return out
}

// documentChanges counts documents that came, went, or have other bytes than before.
type documentChanges struct{ came, went, other int }

// compareDocuments goes through the lists of documents of both releases.
func (c *comparison) compareDocuments(after int) error {
	lost := loss{table: DocumentsTable, before: after}
	defer func() { c.losses = append(c.losses, lost) }()
	if c.unchanged(DocumentsTable) {
		return nil
	}
	rel := relation{name: DocumentsTable, key: []string{"document_id"}, own: 2, fields: []field{text("document_id", ""), text("sha256", "")}}
	sides, stop, err := rel.leaves(c.before, c.after)
	if err != nil {
		return err
	}
	defer stop()
	for {
		old, now, err := rel.pair(sides[0], sides[1])
		if err != nil || old == nil && now == nil {
			lost.before = after - c.documents.came + c.documents.went
			return err
		}
		c.documents.add(old, now)
		c.withdrawn.document(old, now)
		if now == nil {
			lost.add(rows.Text(old[0]))
		}
	}
}

func (l *loss) add(name string) {
	const few = 5
	if l.gone++; len(l.names) < few {
		l.names = append(l.names, name)
	}
}

func (n *documentChanges) add(old, now []any) {
	switch {
	case old == nil:
		n.came++
	case now == nil:
		n.went++
	case rows.Compare(old[1], now[1]) != 0:
		n.other++
	}
}
