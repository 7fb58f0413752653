package publish

import (
	"fmt"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/parquet-go/parquet-go"
)

// same holds each value of a batch against the next one of its column; first is the batch's first row.
func (c *checker) same(rel relation, t *leafFile, record arrow.Record, first int) error {
	for i, a := range record.Columns() {
		defined := 0
		if record.Schema().Field(i).Nullable {
			defined = 1
		}
		for from := 0; from < a.Len(); from += rowsPerWrite {
			t.want = appendValues(t.want[:0], a, from, min(from+rowsPerWrite, a.Len()), defined)
			err := t.compare(i, func(row int, got parquet.Value) {
				c.found("%s, row %d, column %s: %v as Parquet, %s as Arrow", rel.name, first+from+row, rel.fields[i].Name, got, written(fromArrow(a, from+row)))
			})
			if err != nil {
				return fmt.Errorf("%s: %w", t.file.Name(), err)
			}
		}
	}
	return nil
}

// compare reads as many values of a column as are wanted, and tells those that are others, by their row.
func (t *leafFile) compare(column int, differs func(row int, got parquet.Value)) error {
	row := -1
	for want := t.want; len(want) > 0; {
		n, err := t.leaves[column].read(t.got[:min(len(want), len(t.got))])
		if err != nil {
			return err
		}
		for i, got := range t.got[:n] {
			if want[i].RepetitionLevel() == 0 {
				row++
			}
			if !parquet.Equal(want[i], got) || want[i].DefinitionLevel() != got.DefinitionLevel() || want[i].RepetitionLevel() != got.RepetitionLevel() {
				differs(row, got)
			}
		}
		want = want[n:]
	}
	return nil
}
