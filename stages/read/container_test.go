package read

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
)

// partsOf are the parts of the one container of a corpus: for each its ID and the first line of its text, or its problem.
func partsOf(t *testing.T, name string, content []byte) []string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
		t.Fatal(err)
	}
	files, problems := Corpus(dir)
	if len(files) != 1 || len(problems) > 0 || !files[0].IsContainer() {
		t.Fatalf("%v %v", files, problems)
	}
	var out []string
	for f, problem := range files[0].Parts() {
		if problem == nil {
			doc, bad := Document(f)
			if problem = bad; !problem.Stops() {
				text, _, _ := strings.Cut(doc.Text, "\n")
				out = append(out, fmt.Sprintf("%s %s %s %s: %s", doc.ID, doc.Published, doc.Title, doc.URL, text))
			}
		}
		for _, p := range problem.Each() {
			out = append(out, strings.ReplaceAll(p.Error(), dir, "DIR"))
		}
	}
	return out
}

func equal(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestArticleLines(t *testing.T) {
	lines := strings.ReplaceAll(`{"text": "Turnover grew.", "document_id": "a1", "title": "One", "published": "2023-05-09", "tags": ["x"]}
{"id": 7, "body": "<!doctype html><html><body><p>A page of its own.</p></body></html>"}

{"text": "Again.", "document_id": "a1"}
{"text": "No day.", "published": "May"}
{"title": "No text"}
not JSON
{"text": "x", "published": 20230510}
{"text": "x", "id": "../up"}
{"text": "\xff"}
{"text": "The last, without a line's end."}`, `\xff`, "\xff")
	want := []string{"news/a1 2023-05-09 One : Turnover grew.",
		"DIR/NAME:1: keys that are passed over: tags (known are text, document_id, title, publisher, author, published, url, language, note, source_title)",
		"news/7   : A page of its own.",
		"news/a1   : Again.",
		"news/000000004   : No day.", "DIR/NAME:5: published is not a date: May; read without it (write 2023-05-09, 2023-05 or 2023)",
		`DIR/NAME:6: no text: {"title": "No text"}; left out (give the article as "text")`,
		`DIR/NAME:7: not a JSON object: not JSON; left out (write {"text": "...", "document_id": "a1", "published": "2023-05-09"})`,
		"news/000000007   : x", "DIR/NAME:8: published is not a date: 20230510; read without it (write 2023-05-09, 2023-05 or 2023)",
		"DIR/NAME:9: an ID that can't be one: ../up; left out (write a name or a path, without control characters and without ..)",
		`DIR/NAME:10: not valid UTF-8: {"text": "` + "\uFFFD" + `"}; left out (write the file as UTF-8)`,
		"news/000000010   : The last, without a line's end."}
	for name, content := range map[string][]byte{"news.jsonl": []byte(lines), "news.ndjson": []byte("\uFEFF" + lines), "news.jsonl.gz": zipped(t, lines)} {
		var named []string
		for _, w := range want {
			named = append(named, strings.ReplaceAll(w, "NAME", name))
		}
		equal(t, partsOf(t, name, content), named...)
	}
}

// zipped compresses each text as a member of its own.
func zipped(t *testing.T, texts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, text := range texts {
		w := gzip.NewWriter(&b)
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func warc(kind, id, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:%s>\r\nWARC-Target-URI: https://example.org/%s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, id, id, len(block), block)
}

func TestWebArchive(t *testing.T) {
	page := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n<html><head><title>Caf\xe9</title></head><body><p>Exports to Qu\xe9bec rose.</p></body></html>"
	records := []string{warc("warcinfo", "w", "software: x"), warc("response", "1", page), warc("request", "2", "GET / HTTP/1.1\r\n\r\n"),
		warc("response", "3", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nNothing"),
		warc("response", "4", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"), warc("response", "5", "nonsense"),
		warc("response", "6", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nThe last one.")}
	for name, content := range map[string][]byte{"crawl.warc": []byte(strings.Join(records, "")), "crawl.warc.gz": zipped(t, records...)} {
		equal(t, partsOf(t, name, content), "crawl/urn:1  Café https://example.org/1: Exports to Québec rose.",
			"DIR/"+name+": a response that can't be parsed: https://example.org/5; left out (the other records are read)", "crawl/urn:6   https://example.org/6: The last one.")
	}
	cut := strings.Join(records, "")
	equal(t, partsOf(t, "cut.warc", []byte(cut[:len(records[0])+len(records[1])-20])), "DIR/cut.warc: record 2 is cut short: unexpected EOF; left out (what follows is not read)")
	equal(t, partsOf(t, "odd.warc", []byte(records[0]+"and so on\r\n")), `DIR/odd.warc: record 2 is broken: it starts with "and so on" and not with WARC/1.0; left out (what follows is not read)`)
}

func TestArticleTable(t *testing.T) {
	type article struct {
		ID        string  `parquet:"document_id"`
		Text      *string `parquet:"text,optional"`
		Published int32   `parquet:"published,date"`
		Section   string  `parquet:"section"`
	}
	var b bytes.Buffer
	text := "Trade grew."
	if err := parquet.Write(&b, []article{{"p1", &text, 19486, "x"}, {"p2", nil, 0, "y"}}); err != nil {
		t.Fatal(err)
	}
	equal(t, partsOf(t, "archive.parquet", b.Bytes()), "archive/p1 2023-05-09  : Trade grew.",
		"DIR/archive.parquet: keys that are passed over: section (known are text, document_id, title, publisher, author, published, url, language, note, source_title)",
		"DIR/archive.parquet: row 2: no text: p2; left out (leave it out)")
	type other struct{ Words string }
	b.Reset()
	if err := parquet.Write(&b, []other{{"x"}}); err != nil {
		t.Fatal(err)
	}
	equal(t, partsOf(t, "other.parquet", b.Bytes()), "DIR/other.parquet: it has no column of texts; left out (name the column of the articles text)")
}

// TestNoContainers leaves gold and manifests alone, as before.
func TestNoContainers(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"gold.jsonl": `{"doc": "a", "relation": "trade"}`, "a.txt": "A text.", "manifest.jsonl": `{"file": "a.txt", "note": "text"}`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	files, problems := Corpus(dir)
	if len(files) != 1 || len(problems) > 0 || files[0].IsContainer() {
		t.Errorf("%v %v", files, problems)
	}
}

// FuzzContainer reads anything as an archive: it ends, gives problems that name the file, and documents of valid UTF-8.
func FuzzContainer(f *testing.F) {
	f.Add("a.jsonl", []byte(`{"text": "x", "id": 1}`+"\n{}"))
	f.Add("a.json", []byte(`[{"text": "x", "date": 1}, {"text": "y"}] z`))
	f.Add("a.warc", []byte(warc("response", "1", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n<p>\xf0")))
	f.Add("a.warc.gz", []byte("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"))
	f.Add("a.parquet", []byte("PAR1\x00\x00\x00\x00PAR1"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if strings.ContainsAny(name, "/\x00") || len(name) > 100 || len(content) > 1<<16 {
			t.Skip()
		}
		path := filepath.Join(t.TempDir(), "x"+name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Skip()
		}
		files, _ := Corpus(path)
		for _, file := range files {
			if !file.IsContainer() {
				continue
			}
			for part, problem := range file.Parts() {
				if problem != nil {
					if !strings.Contains(problem.Error(), "x") {
						t.Errorf("%v names no file", problem)
					}
					continue
				}
				if doc, problem := Document(part); !problem.Stops() && (!utf8.ValidString(doc.Text) || doc.Text == "") {
					t.Errorf("%q", doc.Text)
				}
			}
		}
	})
}

// TestHostileTables gives a length of the description that is not there, which costs a line and no memory.
func TestHostileTables(t *testing.T) {
	for _, content := range []string{"PAR1xxxxPAR1", "PAR1\xff\xff\xff\x7fPAR1", "PAR1"} {
		equal(t, partsOf(t, "a.parquet", []byte(content)), "DIR/a.parquet: not a Parquet file that is whole; left out (write it again)")
	}
}

// TestContentEncoding: a response is read as its server had it before it compressed it, and what can't be is named.
func TestContentEncoding(t *testing.T) {
	const page = "Peru has a harbour."
	compressed := func(open func(io.Writer) io.WriteCloser) string {
		var b bytes.Buffer
		w := open(&b)
		_, _ = io.WriteString(w, page) // a bytes.Buffer takes everything
		_ = w.Close()
		return b.String()
	}
	for coding, body := range map[string]string{
		"gzip":     compressed(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }),
		"deflate":  compressed(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }),
		"identity": page,
		"x-gzip":   page, // decoded by what archived it
	} {
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: " + coding + "\r\n\r\n" + body
		if got := partsOf(t, "a.warc", []byte(warc("response", coding, block))); len(got) != 1 || !strings.HasSuffix(got[0], page) {
			t.Errorf("%s: %q", coding, got)
		}
	}
	block := "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: br\r\n\r\n\x0b\x02\x80x\x03"
	equal(t, partsOf(t, "a.warc", []byte(warc("response", "br", block))),
		"DIR/a.warc: a response in the Content-Encoding br, which is not read: https://example.org/br; left out (archive it uncompressed; the other records are read)")
}
