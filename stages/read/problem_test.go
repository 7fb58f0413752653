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
		if problem != nil {
			found = append(found, *problem)
		}
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
			[]string{"a.txt: is empty (remove it)"}},
		{"blank file", map[string]string{"a.txt": " \n\u00a0\n"},
			[]string{"a.txt: no text is left after cleaning (remove the file, or check that the page was saved whole)"}},
		{"NUL byte", map[string]string{"a.txt": "ab\x00cd"},
			[]string{"a.txt: byte 2: a NUL byte: not a text (convert it to UTF-8 text)"}},
		{"image", map[string]string{"a.jpg": "\xff\xd8\xff\xe0\x00\x10JFIF"},
			[]string{"a.jpg: not a text: image/jpeg (convert it to text or HTML)"}},
		{"PDF", map[string]string{"a.pdf": "%PDF-1.7\nall ASCII\n"},
			[]string{"a.pdf: not a text: application/pdf (convert it to text or HTML)"}},
		{"Windows-1252", map[string]string{"a.txt": "One\ncaf\xe9 talks\n"},
			[]string{"a.txt:2: byte 7: not valid UTF-8: 0xE9 (save it as UTF-8)"}},
		{"broken link", map[string]string{"a.txt": "->nowhere.txt"},
			[]string{"a.txt: cannot be read: no such file or directory (a broken link? remove it or mend it)"}},
		{"link to a folder", map[string]string{"a.txt": "->.", "b.txt": body},
			[]string{"a.txt: a link to a folder is not followed (put the folder itself into the corpus)"}},
		{"two files with one ID", map[string]string{"x/a.md": body, "x/a.txt": body},
			[]string{"x/a.txt: has the document ID of x/a.md: x/a (rename one; the first is read)"}},
		{"unknown key", map[string]string{"a.md": "---\ntitle: T\npublised: 2023\n---\n" + body},
			[]string{"a.md:3: unknown key, and not used: publised (did you mean published? The document is read without it)"}},
		{"keys of others", map[string]string{"a.md": "---\ntitle: T\ntags: [x, y]\nnotes: post\nweight: {a: 1}\n---\n" + body},
			[]string{"a.md:3: keys that are passed over: tags, notes, weight (known are title, publisher, author, published, url, language, note, source_title)"}},
		{"list for a text", map[string]string{"a.md": "---\nauthor: [A, B]\n---\n" + body},
			[]string{"a.md:2: author is not a text: [A, B] (write one text, in quotes where it looks like something else)"}},
		{"bad date", map[string]string{"a.md": "---\ntitle: T\nurl: u\npublished: 9 May 2023\n---\n" + body},
			[]string{"a.md:4: published is not a date: 9 May 2023 (write 2023-05-09, 2023-05 or 2023)"}},
		{"no mapping", map[string]string{"a.md": "---\n- a\n- b\n---\n" + body},
			[]string{"a.md:2: front matter is not a list of keys: - a - b (write title: ..., one key a line)"}},
		{"bad YAML", map[string]string{"a.md": "---\ntitle: T\nauthor: \"open\nurl: u\n---\n" + body},
			[]string{"a.md:3: front matter: \"\\\"open url: u\": a text that starts with \" is not closed: add \""}},
		{"key twice", map[string]string{"a.md": "---\ntitle: T\ntitle: U\n---\n" + body},
			[]string{`a.md:3: front matter: "title" stands a second time: remove one of them`}},
		{"TOML", map[string]string{"a.md": "+++\ntitle = \"T\"\n+++\n" + body},
			[]string{"a.md:1: front matter is not YAML: +++ (write title: ..., one key a line, between two lines ---)"}},
		{"UTF-16 without an end", map[string]string{"a.txt": "\xff\xfea\x00\x00\x00"},
			[]string{"a.txt: not valid UTF-16 (save it as UTF-8)"}},
		{"line break in a name", map[string]string{"a\nb.txt": ""},
			[]string{`"a\nb.txt": is empty (remove it)`}},
		{"bool for a date", map[string]string{"a.md": "---\npublished: true\n---\n" + body},
			[]string{"a.md:2: published is not a text: true (write one text, in quotes where it looks like something else)"}},
		{"never closed", map[string]string{"a.md": "---\ntitle: T\npublished: 2023-05-09\n\n" + body},
			[]string{"a.md:3: front matter is never closed; it ends with: published: 2023-05-09 (write a line --- below it)"}},
		{"never closed, no body", map[string]string{"a.md": "---\ntitle: T"},
			[]string{"a.md:2: front matter is never closed; it ends with: title: T (write a line --- below it)"}},
		{"a rule is no front matter", map[string]string{"a.md": "---\nThe host said: come in.\nNote: all did.\n"}, nil},
		{"manifest: no JSON", map[string]string{"a.txt": body, "manifest.jsonl": "{\"file\": \"a.txt\"}\n{title: A}\n"},
			[]string{`manifest.jsonl:2: not a JSON object: {title: A} (write {"file": "a.txt", "title": "...", "published": "2023-05-09"})`}},
		{"manifest: null", map[string]string{"a.txt": body, "manifest.jsonl": "null\n"},
			[]string{`manifest.jsonl:1: not a JSON object: null (write {"file": "a.txt", "title": "...", "published": "2023-05-09"})`}},
		{"manifest: broken link", map[string]string{"a.txt": body, "manifest.jsonl": "->nowhere.jsonl"},
			[]string{"manifest.jsonl: cannot be read: a broken link (its folder is read without it)"}},
		{"manifest: no file", map[string]string{"a.txt": body, "manifest.jsonl": "\n{\"title\": \"A\"}"},
			[]string{`manifest.jsonl:2: no "file": {"title": "A"} (name the file that the line is about, as "file": "a.txt")`}},
		{"manifest: missing file", map[string]string{"a.txt": body, "manifest.jsonl": `{"file": "b.txt"}`},
			[]string{"manifest.jsonl:1: names a file that is missing: b.txt (correct the name or remove the line)"}},
		{"manifest: outside", map[string]string{"x/a.txt": body, "x/manifest.jsonl": `{"file": "../b.txt"}`},
			[]string{"x/manifest.jsonl:1: names a file outside its folder: ../b.txt (a manifest stands beside or above its files)"}},
		{"manifest: twice", map[string]string{"a.txt": body, "manifest.jsonl": "{\"file\": \"a.txt\"}\n{\"file\": \"a.txt\"}"},
			[]string{"manifest.jsonl:2: names a file a second time: a.txt (the first line is used)"}},
		{"manifest: unknown key", map[string]string{"a.txt": body, "manifest.jsonl": `{"file": "a.txt", "data": "2023"}`},
			[]string{"manifest.jsonl:1: unknown key data: 2023 (known are title, publisher, author, published, url, language, note, source_title)"}},
		{"manifest: number", map[string]string{"a.txt": body, "manifest.jsonl": `{"file": "a.txt", "published": 2023}`},
			[]string{"manifest.jsonl:1: the value of published is not a string: 2023 (put it in quotes, or leave the key out)"}},
		{"manifest: bad date", map[string]string{"a.txt": body, "manifest.jsonl": `{"file": "a.txt", "published": "2023-02-30"}`},
			[]string{"manifest.jsonl:1: published is not a date: 2023-02-30 (write 2023-05-09, 2023-05 or 2023)"}},
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
	want := []string{"a.txt: is larger than 64 MB (split it into its documents)"}
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
