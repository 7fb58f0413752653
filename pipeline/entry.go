package pipeline

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
	"ties.dev/ties/stages/read"
	"ties.dev/ties/stages/reconcile"
)

// entry is what a run keeps of one file for the next run.
type entry struct {
	file    string     // read.File.Rel
	stamp   read.Stamp // of the state that was read
	meta    string     // names what the manifest said of it
	content string     // names the document, its text included
	problem *read.Problem
	doc     string                 // row of the published table as it is sorted; "" for none
	tables  map[string]tableClaims // by table
	place   int                    // in the log that it is from
}

// tableClaims are the claims of one table as they are sorted, and what they follow from beside the document.
type tableClaims struct{ fingerprint, claims string } // see pack

// entryFields is the number of values before the tables in an entry's row.
const entryFields = 10

// row is the entry as a row: the order of the listing first.
func (e *entry) row(tables []*schemas.Table) ([]any, error) {
	problem, err := json.Marshal(e.problem)
	if err != nil {
		return nil, err
	}
	s := e.stamp
	row := []any{order(e.file), e.file, s.Size, s.Modified, s.Changed, s.Inode, e.meta, e.content, string(problem), e.doc}
	for _, t := range tables {
		held := e.tables[t.Name]
		row = append(row, t.Name, held.fingerprint, held.claims)
	}
	return row, nil
}

// entryOf reads an entry's row; false where it is none.
func entryOf(row []any) (e *entry, ok bool) {
	defer func() { ok = recover() == nil && ok }() // a value of another type, or too few
	e = &entry{file: row[1].(string), meta: row[6].(string), content: row[7].(string), doc: row[9].(string), tables: map[string]tableClaims{}}
	e.stamp = read.Stamp{Size: row[2].(int64), Modified: row[3].(int64), Changed: row[4].(int64), Inode: row[5].(int64)}
	if problem := row[8].(string); problem != "null" && json.Unmarshal([]byte(problem), &e.problem) != nil {
		return nil, false
	}
	for of := row[entryFields:]; len(of) > 0; of = of[3:] {
		e.tables[of[0].(string)] = tableClaims{of[1].(string), of[2].(string)}
	}
	return e, true
}

// pack writes the claims of a table into one text, each as its rows are sorted and behind its length.
func pack(t *schemas.Table, claims []schemas.Claim) string {
	var all, one []byte
	for i := range claims {
		c := &claims[i]
		c.Values = reconcile.Typed(t, c.Values)
		one = rows.Record(one[:0], inTable(t), c.Row())
		all = append(binary.AppendUvarint(all, uint64(len(one))), one...)
	}
	return string(all)
}

// unpack gives what pack wrote, claim by claim; false at the end where the text is something else.
func unpack(packed string, take func(record string)) bool {
	for packed != "" {
		length, n := binary.Uvarint([]byte(packed[:min(len(packed), binary.MaxVarintLen64)]))
		if n <= 0 || length > uint64(len(packed)-n) {
			return false
		}
		take(packed[n : n+int(length)])
		packed = packed[n+int(length):]
	}
	return true
}

// inTable is the order in which claims are sorted: by the places of the table's key in schemas.Claim.Row, then by their ID.
func inTable(t *schemas.Table) []int { return append(t.KeyPlaces(), t.IDPlace()) }

// byID is the order in which documents are sorted.
var byID = []int{0}

// number counts the entry's claims; false where they are not as they were written.
func (e *entry) number(tables []*schemas.Table) (n int, ok bool) {
	for _, t := range tables {
		if !unpack(e.tables[t.Name].claims, func(string) { n++ }) {
			return 0, false
		}
	}
	return n, true
}

// contentOf names a document by all that claims follow from: everything but the bytes that it was cleaned from.
func contentOf(doc schemas.Document) string {
	doc.SHA256 = ""
	h := sha256.Sum256(rows.Append(nil, doc.Row()))
	return string(h[:16])
}

// nameOf names a value by what it holds.
func nameOf(v any) (string, error) {
	h := sha256.New()
	err := json.NewEncoder(h).Encode(v)
	return sum(h), err
}
