package read_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ties.dev/ties/stages/read"
)

// corpus writes files and gives their folder. A name that ends in a slash is an
// empty folder; a text that starts with "->" makes a symbolic link.
func corpus(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		var err error
		if target, link := strings.CutPrefix(text, "->"); link {
			err = os.Symlink(target, path)
		} else {
			err = os.WriteFile(path, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// readAll gives the IDs of the documents that could be read, and the problems
// with the folder's name taken off.
func readAll(dir string) (ids, problems []string) {
	files, found := read.Corpus(dir)
	for _, f := range files {
		doc, problem := read.Document(f)
		found = append(found, problem.Each()...)
		if problem.Stops() {
			continue
		}
		ids = append(ids, doc.ID)
	}
	for _, p := range found {
		problems = append(problems, strings.ReplaceAll(p.Error(), dir+string(filepath.Separator), ""))
	}
	return ids, problems
}

const body = "The talks on the river ended at noon, and all three sides were content.\n"

func TestProblems(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"empty file", map[string]string{"a.txt": ""},
			[]string{"a.txt: is empty; left out (remove it)"}},
		{"blank file", map[string]string{"a.txt": " \n\u00a0\n"},
			[]string{"a.txt: no text is left after cleaning; left out (remove the file, or check that the page was saved whole)"}},
		{"NUL byte", map[string]string{"a.txt": "ab\x00cd"},
			[]string{"a.txt: byte 2: a NUL byte: not a text; left out (convert it to UTF-8 text)"}},
		{"image", map[string]string{"a.jpg": "\xff\xd8\xff\xe0\x00\x10JFIF"},
			[]string{"a.jpg: not a text: image/jpeg; left out (convert it to text or HTML)"}},
		{"PDF", map[string]string{"a.pdf": "%PDF-1.7\nall ASCII\n"},
			[]string{"a.pdf: not a text: application/pdf; left out (convert it to text or HTML)"}},
		{"Windows-1252", map[string]string{"a.txt": "One\ncaf\xe9 talks\n"},
			[]string{"a.txt:2: byte 7: not valid UTF-8: 0xE9; left out (save it as UTF-8)"}},
		{"broken link", map[string]string{"a.txt": "->nowhere.txt"},
			[]string{"a.txt: cannot be read: no such file or directory; left out (a broken link? remove it or mend it)"}},
		{"link to a folder", map[string]string{"a.txt": "->.", "b.txt": body},
			[]string{"a.txt: a link to a folder is not followed; left out (put the folder itself into the corpus)"}},
		{"two files with one ID", map[string]string{"x/a.md": body, "x/a.txt": body},
			[]string{"x/a.txt: has the document ID of x/a.md: x/a; left out (rename one; x/a.md is read, for it comes first)"}},
		{"unknown key", map[string]string{"a.md": "---\ntitle: T\npublised: 2023\n---\n" + body},
			[]string{"a.md:3: unknown key, and not used: publised; read without it (did you mean published?)"}},
		{"keys of others", map[string]string{"a.md": "---\ntitle: T\ntags: [x, y]\nnotes: post\nweight: {a: 1}\n---\n" + body},
			[]string{"a.md:3: keys that are passed over: tags, notes, weight (known are title, publisher, author, published, url, language, note, source_title; the document has no day of publication)"}},
		{"map for a text", map[string]string{"a.md": "---\nauthor: {a: B}\n---\n" + body},
			[]string{"a.md:2: author is not a text: {a: B}; read without it (write one text, in quotes where it looks like something else)"}},
		{"bad date", map[string]string{"a.md": "---\ntitle: T\nurl: u\npublished: 9 May 2023\n---\n" + body},
			[]string{"a.md:4: published is not a date: 9 May 2023; read without it (write 2023-05-09, 2023-05 or 2023)"}},
		{"no mapping", map[string]string{"a.md": "---\n- a\n- b\n---\n" + body},
			[]string{"a.md:2: front matter is not a list of keys: - a - b; left out (write title: ..., one key a line)"}},
		{"bad YAML", map[string]string{"a.md": "---\ntitle: T\nauthor: \"open\nurl: u\n---\n" + body},
			[]string{"a.md:3: front matter: \"\\\"open url: u\": a text that starts with \" is not closed: add \"; left out"}},
		{"key twice", map[string]string{"a.md": "---\ntitle: T\ntitle: U\n---\n" + body},
			[]string{`a.md:3: front matter: "title" stands a second time: remove one of them; left out`}},
		{"TOML", map[string]string{"a.md": "+++\ntitle = \"T\"\n+++\n" + body},
			[]string{"a.md:1: front matter is not YAML: +++; left out (write title: ..., one key a line, between two lines ---)"}},
		{"UTF-16 without an end", map[string]string{"a.txt": "\xff\xfea\x00\x00\x00"},
			[]string{"a.txt: not valid UTF-16; left out (save it as UTF-8)"}},
		{"line break in a name", map[string]string{"a\nb.txt": ""},
			[]string{`"a\nb.txt": a name that is no text: it is not UTF-8, or holds a control character; left out (rename it: it is the document's ID)`}},
		{"bool for a date", map[string]string{"a.md": "---\npublished: true\n---\n" + body},
			[]string{"a.md:2: published is not a text: true; read without it (write one text, in quotes where it looks like something else)"}},
		{"never closed", map[string]string{"a.md": "---\ntitle: T\npublished: 2023-05-09\n\n" + body},
			[]string{"a.md:3: front matter is never closed; it ends with: published: 2023-05-09; left out (write a line --- below it)"}},
		{"never closed, no body", map[string]string{"a.md": "---\ntitle: T"},
			[]string{"a.md:2: front matter is never closed; it ends with: title: T; left out (write a line --- below it)"}},
		{"a rule is no front matter", map[string]string{"a.md": "---\nThe host said: come in.\nNote: all did.\n"}, nil},
		{"manifest: no JSON", map[string]string{"a.txt": body, "manifest.jsonl": "{\"file\": \"a.txt\"}\n{title: A}\n"},
			[]string{`manifest.jsonl:2: not a JSON object: {title: A}; left out (write {"file": "a.txt", "title": "...", "published": "2023-05-09"})`}},
		{"manifest: null", map[string]string{"a.txt": body, "manifest.jsonl": "null\n"},
			[]string{`manifest.jsonl:1: not a JSON object: null; left out (write {"file": "a.txt", "title": "...", "published": "2023-05-09"})`}},
		{"manifest: broken link", map[string]string{"a.txt": body, "manifest.jsonl": "->nowhere.jsonl"},
			[]string{"manifest.jsonl: cannot be read: a broken link; left out (its folder is read without it)"}},
		{"manifest: no file", map[string]string{"a.txt": body, "manifest.jsonl": "\n{\"title\": \"A\"}"},
			[]string{`manifest.jsonl:2: no "file": {"title": "A"}; left out (name the file that the line is about, as "file": "a.txt")`}},
		{"manifest: missing file", map[string]string{"a.txt": body, "manifest.jsonl": `{"file": "b.txt"}`},
			[]string{"manifest.jsonl:1: names a file that is missing: b.txt; left out (correct the name or remove the line)"}},
		{"manifest: outside", map[string]string{"x/a.txt": body, "x/manifest.jsonl": `{"file": "../b.txt"}`},
			[]string{"x/manifest.jsonl:1: names a file outside its folder: ../b.txt; left out (a manifest stands beside or above its files)"}},
		{"manifest: twice", map[string]string{"a.txt": body, "manifest.jsonl": "{\"file\": \"a.txt\"}\n{\"file\": \"a.txt\"}"},
			[]string{"manifest.jsonl:2: names a file a second time: a.txt; left out (the first line is used)"}},
		{"manifest: unknown key", map[string]string{"a.txt": body, "manifest.jsonl": `{"file": "a.txt", "data": "2023"}`},
			[]string{"manifest.jsonl:1: keys that are passed over: data (known are file, title, publisher, author, published, url, language, note, source_title)"}},
		{"manifest: like a key", map[string]string{"a.txt": body, "manifest.jsonl": `{"file": "a.txt", "publishd": "2023", "title": true}`},
			[]string{"manifest.jsonl:1: title is not a text: true; read without it (write one text, in quotes where it looks like something else)",
				"manifest.jsonl:1: unknown key, and not used: publishd; read without it (did you mean published?)"}},
		{"manifest: number", map[string]string{"a.txt": body, "manifest.jsonl": `{"file": "a.txt", "published": 2023}`}, nil},
		{"two at once", map[string]string{"a.md": "---\npublishd: 2023\ntags: [x]\ntitel: T\n---\n" + body},
			[]string{"a.md:2: unknown key, and not used: publishd; read without it (did you mean published?)",
				"a.md:4: unknown key, and not used: titel; read without it (did you mean title?)",
				"a.md:3: keys that are passed over: tags (known are title, publisher, author, published, url, language, note, source_title; the document has no day of publication)"}},
		{"manifest: one file of an ID", map[string]string{"a.md": body, "a.txt": body, "manifest.jsonl": `{"file": "a.txt"}`},
			[]string{"a.md: has the document ID of a.txt: a; left out (rename one; a.txt is read, for the manifest names it)"}},
		{"manifest: both files of an ID", map[string]string{"a.md": body, "a.txt": body, "manifest.jsonl": "{\"file\": \"a.md\"}\n{\"file\": \"a.txt\"}"},
			[]string{"a.txt: has the document ID of a.md: a; left out (rename one; a.md is read, for it comes first)"}},
		{"rows", map[string]string{"a.csv": "x,y\n1,2\n"},
			[]string{`a.csv: is a table and no text; left out (write its rows as JSON lines, {"text": "...", "published": "2023-05-09"}, or as Parquet)`}},
		{"rows by another name", map[string]string{"a.txt": "\"id\",\"Text\"\n1,\"" + body},
			[]string{`a.txt: is a table and no text; left out (write its rows as JSON lines, {"text": "...", "published": "2023-05-09"}, or as Parquet)`}},
		{"JSON by another name", map[string]string{"a.txt": "[\n {\"text\": \"" + body},
			[]string{`a.txt: is JSON and no text; left out (name it .json or .jsonl, with each article in an object: {"text": "...", "published": "2023-05-09"})`}},
		{"no rows", map[string]string{"a.txt": "Content, body\nand soul.\n", "b.txt": "[{draft}] {\"Note\"} " + body}, nil},
		{"manifest: bad date", map[string]string{"a.txt": body, "manifest.jsonl": `{"file": "a.txt", "published": "2023-02-30"}`},
			[]string{"manifest.jsonl:1: published is not a date: 2023-02-30; read without it (write 2023-05-09, 2023-05 or 2023)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.files["zz-good.txt"] = body // what is good is read all the same
			ids, problems := readAll(corpus(t, c.files))
			if !slices.Equal(problems, c.want) {
				t.Errorf("got  %q\nwant %q", problems, c.want)
			}
			if !slices.Contains(ids, "zz-good") {
				t.Errorf("the good file was not read: %q", ids)
			}
		})
	}
}

// TestManifestAsCorpus takes the files that a manifest names, and says of gold that it is no document.
func TestManifestAsCorpus(t *testing.T) {
	dir := corpus(t, map[string]string{"x/a.txt": body, "b.txt": body, "c.txt": body, "gold.jsonl": `{"doc": "a", "relation": "trade"}`,
		"manifest.jsonl": "{\"file\": \"x/a.txt\", \"title\": \"T\"}\n{\"file\": \"c.txt\"}\n{\"file\": \"d.txt\"}\n"})
	files, problems := read.Corpus(filepath.Join(dir, "manifest.jsonl"))
	if len(files) != 2 || files[0].ID != "c" || files[1].ID != "x/a" || files[1].Meta.Title != "T" {
		t.Errorf("files %+v", files)
	}
	if len(problems) != 1 || problems[0].Line != 3 || problems[0].Value != "d.txt" {
		t.Errorf("problems %+v", problems)
	}
	files, problems = read.Corpus(filepath.Join(dir, "gold.jsonl"))
	if len(files) != 0 || len(problems) != 1 || problems[0].Message != "is no document" {
		t.Errorf("files %+v, problems %+v", files, problems)
	}
	if files, _ = read.Corpus(filepath.Join(dir, "b.txt")); len(files) != 1 || files[0].ID != "b" {
		t.Errorf("files %+v", files)
	}
}

func TestMissingCorpus(t *testing.T) {
	_, problems := readAll(filepath.Join(t.TempDir(), "none"))
	if len(problems) != 1 || !strings.Contains(problems[0], "no such file") {
		t.Errorf("got %q", problems)
	}
}

func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	dir := corpus(t, map[string]string{"a.txt": body, "b/c.txt": body, "zz.txt": body})
	for _, name := range []string{"a.txt", "b"} {
		if err := os.Chmod(filepath.Join(dir, name), 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, name), 0o755) })
	}
	ids, problems := readAll(dir)
	if !slices.Equal(ids, []string{"zz"}) || len(problems) < 2 {
		t.Errorf("read %q, problems %q", ids, problems)
	}
	for _, p := range problems {
		if !strings.Contains(p, "cannot be read: permission denied") {
			t.Errorf("got %q", p)
		}
	}
}

// TestTooLarge uses a sparse file: a reader that opened it whole would show.
func TestTooLarge(t *testing.T) {
	dir := corpus(t, map[string]string{"a.txt": "x", "b.txt": body})
	if err := os.Truncate(filepath.Join(dir, "a.txt"), 200<<20); err != nil {
		t.Fatal(err)
	}
	ids, problems := readAll(dir)
	want := []string{"a.txt: is larger than 6 MB; left out (split it into its documents)"}
	if !slices.Equal(problems, want) || !slices.Equal(ids, []string{"b"}) {
		t.Errorf("read %q, problems %q", ids, problems)
	}
}

func TestIgnored(t *testing.T) {
	dir := corpus(t, map[string]string{
		".hidden": body, ".git/x.txt": body, "README.md": body, "LICENSE": body, "docs.jsonl": `{"doc": "a", "relation": "trade"}`, "sub/gold.jsonl": `{"doc": "a", "relation": "trade"}`,
		"sub/deep.er/a.b.txt": body, "plain": body, "folder.txt/x.txt": body,
	})
	ids, problems := readAll(dir)
	if want := []string{"folder.txt/x", "plain", "sub/deep.er/a.b"}; !slices.Equal(ids, want) || len(problems) > 0 {
		t.Errorf("read %q, want %q; problems %q", ids, want, problems)
	}
}
