package read

import (
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"ties.dev/ties/schemas"
)

// hostile are inputs that readers break at: encodings, nesting, what can't be seen, what never ends.
var hostile = []string{
	"", "\x00", "\xff\xfe", "\xfe\xff\x00a", "\xef\xbb\xbf\xef\xbb\xbfa", "\xff\xfeI\x00n\x00", "\xed\xa0\x80", "a\u0301\u0301\u0301", "\u202etxt.exe\u202c",
	"Ru\u200bssia and K\u0430zakhstan", "\ufeff\ufeff", "a\r\rb\r\n\n\v\f\u2028c\u2029d", "---\n---\n", "---\ntitle: &a [*a]\n---\nx", "---\ntitle: 2023-02-30\npublished: x\n---\n",
	"+++\ntitle = 1\n+++\n", "<?xml version=\"1.0\"?><html><body>", "<!DOCTYPE html><title>a<p>b", "<html><body><script>alert(1)</script><p>x</p>", "<!DOCTYPE html><p>&#x0;&#xD800;&#x110000;&amp;lt;",
	"<!DOCTYPE html><table><tr><td><table><tr><td>x", "# a\n\n> > > > b\n\n- - - - c\n\n|a|b|\n|-|-|\n|c|", "[a]: http://b\n\n![x](y \"z\") `c` **d** <e>", "{\"file\": \"a.txt\", \"title\": \"\\ud800\"}",
}

func nested(open string) string { return "<!DOCTYPE html>" + strings.Repeat(open, 3000) + "x" }

// fuzzed writes what the fuzzer makes to one file, and reads it.
func fuzzed(t *testing.T, data []byte) (schemas.Document, *Problem) {
	t.Helper()
	path := filepath.Join(os.TempDir(), "ties-fuzz-"+strings.ReplaceAll(t.Name(), "/", "-")+"-"+strconv.Itoa(os.Getpid()))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	defer os.Remove(path)
	return Document(File{ID: "fuzz", Path: path})
}

// hold looks at what all readers promise of a document.
func hold(t *testing.T, data []byte) {
	t.Helper()
	doc, problem := fuzzed(t, data)
	if problem.Stops() {
		if doc.Text != "" || problem.Message == "" || strings.ContainsAny(problem.Error(), "\n\x00") {
			t.Errorf("a problem %q with the text %q", problem.Error(), doc.Text)
		}
		return
	}
	for name, text := range map[string]string{"text": doc.Text, "title": doc.Title, "publisher": doc.Publisher, "url": doc.URL} {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
			t.Errorf("%s is no UTF-8, or holds NUL: %q", name, text)
		}
	}
	if !norm.NFC.IsNormalString(doc.Text) || strings.TrimSpace(doc.Text) == "" || strings.Contains(doc.Text, "\n\n\n") || strings.Contains(doc.Text, "\r") {
		t.Errorf("text is not as it should be cleaned: %q", doc.Text)
	}
	if again, _ := fuzzed(t, data); !reflect.DeepEqual(again, doc) {
		t.Errorf("read twice it is %q and %q", doc.Text, again.Text)
	}
}

func seeded(f *testing.F, pattern string, more ...string) {
	names, err := filepath.Glob(filepath.Join("testdata", "corpus", pattern))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	for _, text := range append(hostile, more...) {
		f.Add([]byte(text))
	}
}

// FuzzFile reads anything: encodings, and formats recognised by content.
func FuzzFile(f *testing.F) {
	seeded(f, "*")
	f.Fuzz(func(t *testing.T, data []byte) { hold(t, data) })
}

// FuzzHTML reads web pages.
func FuzzHTML(f *testing.F) {
	seeded(f, "*.htm*", nested("<div>"), nested("<b><p>"), nested("<table><td>"), nested("<ul><li>"))
	f.Fuzz(func(t *testing.T, data []byte) { hold(t, append([]byte("<!DOCTYPE html>\n"), data...)) })
}

// FuzzMarkdown reads what stands behind front matter.
func FuzzMarkdown(f *testing.F) {
	seeded(f, "*.md", strings.Repeat("> ", 2000)+"x", strings.Repeat("[", 2000), strings.Repeat("*a ", 2000))
	f.Fuzz(func(t *testing.T, data []byte) {
		hold(t, append([]byte("---\ntitle: A title\n---\n# Heading\n\n"), data...))
	})
}

// FuzzFrontMatter reads what stands between its lines.
func FuzzFrontMatter(f *testing.F) {
	seeded(f, "*.md", "title: x\npublished: 2023-05-09", "title: [a, b]\nurl: {x: y}", "a: &a [*a, *a]", "title: |\n  a\n  b", "title: !!binary x", strings.Repeat("[", 500))
	f.Fuzz(func(t *testing.T, data []byte) {
		hold(t, append(append([]byte("---\n"), data...), "\n---\nA text.\n"...))
	})
}

// FuzzManifest lists a folder of which a manifest tells: what it names outside of the folder is not read.
func FuzzManifest(f *testing.F) {
	seeded(f, "*.jsonl", `{"file": "a.txt", "title": "A", "published": "2023-05-10", "url": "https://x"}`, `{"file": "../../../etc/passwd"}`, `{"file": "/etc/passwd"}`,
		`{"file": "a.txt"}`+"\n"+`{"file": "a.txt"}`, `{"file": ""}`, `{"file": "."}`, `{"file": "a.txt\u0000"}`, `[]`, `{"file": "a.txt", "title": 7}`, strings.Repeat(`{"a":`, 500))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		for name, content := range map[string][]byte{"a.txt": []byte("A text."), "manifest.jsonl": data} {
			if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, from := range []string{dir, filepath.Join(dir, "manifest.jsonl")} {
			files, _ := Corpus(from)
			for _, file := range files {
				if file.Path != filepath.Join(dir, "a.txt") {
					t.Errorf("%q is read", file.Path)
				}
			}
		}
	})
}
