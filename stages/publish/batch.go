package publish

import (
	"fmt"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
)

// rowsPerBatch and bytesPerBatch bound a batch, and with it what a table that is written holds in memory.
const rowsPerBatch, bytesPerBatch = 1 << 12, 1 << 20

// batch gathers rows as typed columns, from which every format is written.
type batch struct {
	relation relation
	builder  *array.RecordBuilder
	columns  []column
	rows     int
	size     int // bytes of its texts
}

func newBatch(r relation) *batch {
	b := &batch{relation: r, builder: array.NewRecordBuilder(memory.DefaultAllocator, arrowSchema(r))}
	for i := range r.fields {
		b.columns = append(b.columns, newColumn(&r.fields[i], b.builder.Field(i)))
	}
	return b
}

// add takes a row, its values in any form that the column's type has.
func (b *batch) add(row []any) error {
	if len(row) != len(b.columns) {
		return fmt.Errorf("table %s: a row of %d values for %d columns: %v", b.relation.name, len(row), len(b.columns), row)
	}
	for i, v := range row {
		size, err := b.columns[i].append(v)
		if err != nil {
			return fmt.Errorf("table %s, column %s: %w", b.relation.name, b.relation.fields[i].Name, err)
		}
		b.size += size
	}
	b.rows++
	return nil
}

func (b *batch) full() bool { return b.rows == rowsPerBatch || b.size >= bytesPerBatch }

// record is what was added since the last one. The next is taken to need as much memory.
func (b *batch) record() arrow.Record {
	b.rows, b.size = 0, 0
	record := b.builder.NewRecord()
	b.builder.Reserve(int(record.NumRows()))
	for i, a := range record.Columns() {
		if texts, ok := a.(*array.String); ok {
			b.builder.Field(i).(*array.StringBuilder).ReserveData(len(texts.ValueBytes()))
		}
	}
	return record
}
