package read_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/read"
)

// document reads the one file of a corpus.
func document(t *testing.T, name, text string) schemas.Document {
	t.Helper()
	files, problems := read.Corpus(corpus(t, map[string]string{name: text}))
	if len(files) != 1 || len(problems) > 0 {
		t.Fatalf("%d files, problems %v", len(files), problems)
	}
	doc, problem := read.Document(files[0])
	if problem != nil {
		t.Fatal(problem)
	}
	return doc
}

// TestFormats shows that a format is recognised by content, whatever the name.
func TestFormats(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"HTML", "\n<!doctype html><title>T</title><p>Three <b>small</b>\nwords.<br><br>Two more.</p><nav>Home</nav>", "Three small words.\n\nTwo more."},
		{"HTML in Latin-1", "<html><head><meta charset=iso-8859-1></head><body><p>Caf\xe9.</p></body></html>", "Café."},
		{"XHTML", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\">\n<html xmlns=\"x\"><head><title>T</title></head><body><p>Three words stand.</p></body></html>", "Three words stand."},
		{"Markdown by front matter", "---\ntitle: T\n---\nOne *word*.", "One word."},
		{"Markdown by a link", "See [the map](https://map.example/a), and\nthe [other](#).", "See the map, and the other."},
		{"Markdown by a heading", "# Title\nBody text.", "Title\n\nBody text."},
		{"image within a paragraph", "---\n---\nBefore ![The dam](a.png) after.", "Before after.\n\nThe dam"},
		{"long lines with a link are paragraphs", long + "\n" + long + " [x](#).", long + "\n\n" + long + " x."},
		{"list that starts late", "# T\n7. Seven\n8. Eight", "T\n\n7. Seven\n\n8. Eight"},
		{"plain text with a star", "2 * 3 * 4 is 24.\nA_b_c stays.", "2 * 3 * 4 is 24.\n\nA_b_c stays."},
		{"a rule is no front matter", "---\nOne line.\n\nAnd no end.", "One line.\n\nAnd no end."},
		{"byte order mark", "\ufeffOne line.", "One line."},
		{"starts as a bitmap does", "BMW sold cars.", "BMW sold cars."},
		{"UTF-32", "\xff\xfe\x00\x00O\x00\x00\x00n\x00\x00\x00.\x00\x00\x00", "On."},
		{"UTF-16", "\xff\xfe" + littleEndian("Türkiye “won”."), "Türkiye “won”."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := document(t, "a.dat", c.in).Text; got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func littleEndian(s string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(s)) {
		b.WriteByte(byte(unit))
		b.WriteByte(byte(unit >> 8))
	}
	return b.String()
}

// TestPageMeta gives a page's head, and what is taken from it.
func TestPageMeta(t *testing.T) {
	for _, c := range []struct{ name, head, want string }{
		{"nothing stated", "<p>They met on 1 May 2001.</p>", "||||"},
		{"title and site", `<title>Grain talks | The Courier</title><meta property="og:site_name" content="The Courier">`, "Grain talks|The Courier|||"},
		{"JSON-LD", `<script type="application/ld+json">{"@graph":[{"@type":"Person","name":"X"},{"@type":"NewsArticle","headline":"Grain &amp; talks","datePublished":"2020-02-03T04:05:06+0000","author":[{"name":"A"},{"name":"B"}],"publisher":{"name":"P"}}]}</script>`, "Grain & talks|P|A, B|2020-02-03|"},
		{"bad JSON-LD", `<script type="application/ld+json">{"headline":</script><title>T</title>`, "T||||"},
		{"Highwire", `<meta name="citation_publication_date" content="2020/02/03"><meta name="citation_author" content="A B">`, "||A B|2020-02-03|"},
		{"a date in words is no date", `<meta name="date" content="yesterday"><meta name="dc.date" content="2019">`, "|||2019|"},
		{"author's address", `<meta property="article:author" content="https://a.example/me"><link rel="canonical" href="https://a.example/x">`, "||||https://a.example/x"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := document(t, "a.html", "<!doctype html><html><head>"+c.head+"</head><body><p>"+long+"</p></body></html>")
			if got := strings.Join([]string{d.Title, d.Publisher, d.Author, d.Published.String(), d.URL}, "|"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestMetaOrder: the manifest outranks the file, the file outranks its dateline.
func TestMetaOrder(t *testing.T) {
	dir := corpus(t, map[string]string{
		"manifest.jsonl": `{"file": "a.md", "title": "By manifest", "author": null}` + "\n" + `{"file": "sub/b.txt", "publisher": "P"}`,
		"a.md":           "---\ntitle: By file\nauthor: A\npublished: 2020-01\n---\n5 May 2019\n\n" + long,
		"sub/b.txt":      "A headline\n\nTuesday, May 5th, 2020\n\n" + long,
		"sub/c.txt":      "On 5 May 2020 they met.",
	})
	files, problems := read.Corpus(dir)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := []string{"a|By manifest||A|2020-01|metadata", "sub/b||P||2020-05-05|text", "sub/c|||||"}
	for i, f := range files {
		d, problem := read.Document(f)
		if problem != nil {
			t.Fatal(problem)
		}
		if got := strings.Join([]string{d.ID, d.Title, d.Publisher, d.Author, d.Published.String(), d.PublishedBasis}, "|"); got != want[i] {
			t.Errorf("got %q, want %q", got, want[i])
		}
	}
}

// TestLargeDocuments: a file of one line of 2.5 MB is read in linear time, at which a quadratic reader would take hours.
func TestLargeDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 5 MB")
	}
	for name, piece := range map[string]string{
		"plain text": "and so on, said Nobody, who knew. ",
		"Markdown":   "a [link](#) and *stars* and_so_on ",
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			d := document(t, "a.txt", strings.Repeat(piece, 5<<19/len(piece)))
			if took := time.Since(start); took > 2*time.Minute {
				t.Errorf("took %v", took)
			}
			if strings.Contains(d.Text, "\n") || len(d.Text) < 3<<19 {
				t.Errorf("%d bytes", len(d.Text))
			}
		})
	}
}

func FuzzDocument(f *testing.F) {
	for _, seed := range []string{
		"<html><body><table><tr><td>a<td>b</table><ul><li>x<ol><li>y", "---\ntitle: T\n---\n# a\n\n![b](c)\n\n| a |\n|---|\n| b |",
		"---\n? a\n: b\n---\n", "    indented\n\n<div>\n**bold**", "\xff\xfea\x00", "<meta charset=koi8-r>\xff", "---\n&a : *a\n---\n[x](#)",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if strings.HasPrefix(in, "->") {
			t.Skip("corpus would make a link of it")
		}
		files, _ := read.Corpus(corpus(t, map[string]string{"a": in}))
		for _, file := range files {
			doc, problem := read.Document(file)
			if problem.Stops() == (doc.Text != "") || !utf8.ValidString(fmt.Sprint(doc)) {
				t.Errorf("%q gives %+v, %v", in, doc, problem)
			}
		}
	})
}
