package pipeline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"ties.dev/ties/stages/publish"
)

// TestContainers builds a corpus of JSON lines: as many facts as from files of the same texts; the next run does nothing, and one
// with a further line keeps the claims of the others.
func TestContainers(t *testing.T) {
	d := declared(t)
	b := newBench(t, 0)
	lines := func(n int) string {
		var out bytes.Buffer
		for i := range n {
			text := fmt.Sprintf("In %d remittances made up %d percent of Kyrgyzstan's GDP.", 2000+i, 10+i)
			if err := json.NewEncoder(&out).Encode(map[string]string{"text": text, "id": fmt.Sprintf("n%02d", i)}); err != nil {
				t.Fatal(err)
			}
		}
		return out.String() + "no JSON\n"
	}
	b.write("news.jsonl", lines(8))
	b.write("zebra.txt", "In 2022 remittances made up 51 percent of Tajikistan's GDP.")
	settled(t)
	r := b.build(d, b.cache())
	if r.Documents != 9 || r.NProblems != 1 || r.Facts["remittances"] != 9 {
		t.Fatalf("%+v", r)
	}
	if r := b.build(d, b.cache()); !r.Untouched || r.Documents != 9 || r.NProblems != 1 {
		t.Errorf("nothing changed: %+v", r)
	}
	b.write("news.jsonl", lines(9))
	settled(t)
	r = b.build(d, b.cache())
	if r.Reasons[SameContent] != 8 || r.Reasons[Unchanged] != 1 || r.Taken["remittances"] != 1 || r.Facts["remittances"] != 10 {
		t.Errorf("one line more: %v, taken %v, %d facts", r.Reasons, r.Taken, r.Facts["remittances"])
	}
	b.likeFresh(d)
	table, err := publish.Read(publish.Latest(b.out), publish.DocumentsTable)
	if err != nil || len(table.Rows) != 10 || table.Rows[0][0] != "news/n00" {
		t.Errorf("%v %v", table.Rows, err)
	}
}

// TestOneID reads the first of two documents with one ID, wherever they stand, and publishes all others.
func TestOneID(t *testing.T) {
	d := declared(t)
	b := newBench(t, 0)
	b.write("a.jsonl", `{"text": "In 2022 remittances made up 31 percent of Kyrgyzstan's GDP.", "id": "d"}`+"\n"+`{"text": "Again.", "id": "d"}`)
	b.write("a/d.txt", "In 2022 remittances made up 51 percent of Tajikistan's GDP.")
	b.write("b.txt", "In 2021 remittances made up 33 percent of Tajikistan's GDP.")
	if r := b.build(d, b.cache()); r.Documents != 2 || r.NProblems != 2 || r.Facts["remittances"] != 2 {
		t.Errorf("%+v", r)
	}
	if r := b.build(d, b.cache()); r.Documents != 2 || r.NProblems != 2 {
		t.Errorf("once more: %+v", r)
	}
}
