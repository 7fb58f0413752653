package read

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/parquet-go/parquet-go"
)

// TestPublishedByOtherNames reads the day of publication under the names that others have for it, in each of the places where it may
// stand. The key's own name goes before them.
func TestPublishedByOtherNames(t *testing.T) {
	for key, value := range map[string]string{
		"date": "2023-05-12", "pubdate": "Fri, 12 May 2023 21:00:00 GMT", "datePublished": "2023-05-12T23:00:00+06:00", "date_published": "2023/05/12",
		"published_at": "2023-05-12 10:00:00", "publishedAt": "2023-05-12T10:00:00Z", "Published": "2023-05-12", "publish-date": "2023-05-12T10:00",
	} {
		for name, content := range map[string]string{
			"a.md":   "---\n" + key + ": " + value + "\ntitle: T\n---\nTrade grew.\n",
			"b.json": `{"text": "Trade grew.", "title": "T", "` + key + `": "` + value + `"}`,
			"c.json": "[{\"text\": \"Trade grew.\", \"title\": \"T\",\n \"" + key + `": "` + value + `"}]`,
		} {
			if meta := onlyMeta(t, name, content, ""); meta.Published.String() != "2023-05-12" || meta.Title != "T" {
				t.Errorf("%s: %s of %s: %+v", name, key, value, meta)
			}
		}
		if meta := onlyMeta(t, "d.txt", "Trade grew.\n", `{"file": "d.txt", "`+key+`": "`+value+`"}`); meta.Published.String() != "2023-05-12" {
			t.Errorf("manifest: %s of %s: %+v", key, value, meta)
		}
	}
	if meta := onlyMeta(t, "a.md", "---\ndate: 2023-05-12\npublished: 2022\n---\nTrade grew.\n", ""); meta.Published.String() != "2022" {
		t.Errorf("%+v", meta)
	}
	if meta := onlyMeta(t, "a.json", `{"text": "Trade grew.", "authors": ["A. One", "B. Two"]}`, ""); meta.Author != "A. One, B. Two" {
		t.Errorf("%+v", meta)
	}
}

// onlyMeta is what is known of the one document of a corpus; there may be no problem.
func onlyMeta(t *testing.T, name, content, manifest string) (meta Meta) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{name: content, manifestName: manifest} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	n := 0
	for f, problem := range Walk(dir) {
		parts := f.Parts()
		if !f.IsContainer() {
			parts = func(yield func(File, *Problem) bool) { yield(f, problem) }
		}
		for f, problem := range parts {
			if problem != nil {
				t.Fatal(problem)
			}
			doc, problem := Document(f)
			if problem != nil {
				t.Error(problem)
			}
			n++
			meta = Meta{Title: doc.Title, Author: doc.Author, Published: doc.Published}
		}
	}
	if n != 1 {
		t.Errorf("%s: %d documents", name, n)
	}
	return meta
}

func TestArticleArray(t *testing.T) {
	equal(t, partsOf(t, "a.json", []byte("\uFEFF\n[\n{\"text\": \"One.\", \"id\": 7, \"published\": 2023},\n{\"text\": \"Two.\", \"publishd\": \"2023\", \"tags\": []},\n{\"title\": \"T\"}, 3]\n")),
		"a/7 2023  : One.", "a/000000002   : Two.",
		"DIR/a.json: unknown key, and not used: publishd; read without it (did you mean published?)",
		"DIR/a.json: keys that are passed over: tags (known are text, document_id, title, publisher, author, published, url, language, note, source_title; the document has no day of publication)",
		`DIR/a.json: article 3: no text: {"title": "T"}; left out (give the article as "text")`,
		`DIR/a.json: article 4: not a JSON object: 3; left out (write {"text": "...", "document_id": "a1", "published": "2023-05-09"})`)
	equal(t, partsOf(t, "a.jsonl.gz", zipped(t, `[{"text": "One."}`, `,{"text": "Two."}]`)), "a/000000001   : One.", "a/000000002   : Two.")
	equal(t, partsOf(t, "a.json", []byte(`[{"text": "One."}, {"text": "Tw`)), "a/000000001   : One.",
		"DIR/a.json: article 2 is not JSON: unexpected EOF; left out (what follows is not read; mend it, or write one article a line)")
	equal(t, partsOf(t, "a.json", []byte(`[{"text": "One."}`)), "a/000000001   : One.", "DIR/a.json: an array that is not closed: unexpected EOF; left out (what stands before it is read)")
	equal(t, partsOf(t, "a.json", []byte(`[{"text": "One."}] [{"text": "Two."}]`)), "a/000000001   : One.",
		"DIR/a.json: something stands behind the array; left out (put it into the array, or write one article a line)")
	equal(t, partsOf(t, "a.json", []byte("{\n \"text\": \"One.\"\n}\n{\"text\": \"Two.\"}")), "a/000000001   : One.", "a/000000002   : Two.")
}

// TestColumnsNotUsed says of a column once what is not used of it; the articles are read.
func TestColumnsNotUsed(t *testing.T) {
	type article struct {
		Text string  `parquet:"text"`
		Date int32   `parquet:"date,date"`
		Url  float64 `parquet:"url"`
		Titl string  `parquet:"titl"`
	}
	var b bytes.Buffer
	if err := parquet.Write(&b, []article{{Text: "One.", Date: 19486}, {Text: "Two.", Date: 19487}}); err != nil {
		t.Fatal(err)
	}
	equal(t, partsOf(t, "a.parquet", b.Bytes()), "a/000000001 2023-05-09  : One.",
		"DIR/a.parquet: the values of a column are of another type: url; read without it (make them texts, or days where they are dates)",
		"DIR/a.parquet: unknown key, and not used: titl; read without it (did you mean title?)", "a/000000002 2023-05-10  : Two.")
}

// TestHostileArray gives an object that never ends, which costs no more than a document may have.
func TestHostileArray(t *testing.T) {
	huge := append([]byte(`[{"text": "`), bytes.Repeat([]byte("x"), MaxSize+1<<20)...)
	equal(t, partsOf(t, "a.json", huge), "DIR/a.json: article 1 is not JSON: it takes more than 6 MB; left out (what follows is not read; mend it, or write one article a line)")
}
