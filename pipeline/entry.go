package pipeline

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"

	"ties.dev/ties/schemas"
	"ties.dev/ties/schemas/rows"
	"ties.dev/ties/stages/read"
)

// entry is what a run keeps of one file for the next run.
type entry struct {
	file    string     // read.File.Rel
	stamp   read.Stamp // of the state that was read
	meta    string     // names what the manifest said of it
	content string     // names the document, its text included
	problem *read.Problem
	doc     string                 // encoded, see schemas.Document.Row; without its text where it gave no claim
	tables  map[string]tableClaims // by table
}

// tableClaims are the claims of one table, and what they follow from beside the document.
type tableClaims struct{ fingerprint, claims string } // encoded, see pack

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

// pack writes claims into one text, each behind its length.
func pack(claims []schemas.Claim) string {
	var all, one []byte
	for i := range claims {
		one = rows.Append(one[:0], claims[i].Row())
		all = append(binary.AppendUvarint(all, uint64(len(one))), one...)
	}
	return string(all)
}

// unpack is false where the text is not what pack wrote.
func unpack(table, packed string) (claims []schemas.Claim, ok bool) {
	for data := []byte(packed); len(data) > 0; {
		length, n := binary.Uvarint(data)
		if n <= 0 || length > uint64(len(data)-n) {
			return nil, false
		}
		row, err := rows.Decode(data[n : n+int(length)])
		if err != nil {
			return nil, false
		}
		c, ok := schemas.ClaimOf(table, row)
		if !ok {
			return nil, false
		}
		claims, data = append(claims, c), data[n+int(length):]
	}
	return claims, true
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
