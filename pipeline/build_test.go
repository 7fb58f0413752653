package pipeline

import (
	"bytes"
	"context"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/publish"
	"ties.dev/ties/stages/read"
)

const seedDocuments = "../seeds/documents"

func declared(t testing.TB) *Declarations {
	t.Helper()
	d, err := Declare("", "")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestSameBytes builds the same corpus with one, two and eight workers, and with its files in another order.
func TestSameBytes(t *testing.T) {
	d := declared(t)
	for _, corpus := range []string{seedDocuments, "../seeds/gold/corpus/develop"} {
		files, problems := read.Corpus(corpus)
		if len(problems) > 0 {
			t.Fatal(&problems[0])
		}
		want := released(t, d, files, 1)
		for _, workers := range []int{2, 8} {
			equalReleases(t, want, released(t, d, files, workers))
		}
		shuffled := append([]read.File{}, files...)
		rand.New(rand.NewPCG(3, 5)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		equalReleases(t, want, released(t, d, shuffled, 2))
	}
}

// given is a listing of files.
func given(files []read.File) iter.Seq2[read.File, *read.Problem] {
	return func(yield func(read.File, *read.Problem) bool) {
		for _, f := range files {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// released are the files of a release by name, without run.json.
func released(t *testing.T, d *Declarations, files []read.File, workers int) map[string][]byte {
	t.Helper()
	b := Build{Corpus: "corpus", Out: t.TempDir(), Workers: workers}
	report, err := b.run(context.Background(), d, given(files))
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(report.Folder)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{"": []byte(filepath.Base(report.Folder))} // its version, too
	for _, e := range entries {
		if e.Name() == "run.json" {
			continue
		}
		if out[e.Name()], err = os.ReadFile(filepath.Join(report.Folder, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func equalReleases(t *testing.T, want, got map[string][]byte) {
	t.Helper()
	if len(got) != len(want) || len(want) < 20 {
		t.Errorf("%d files; want %d, and 20 at least", len(got), len(want))
	}
	for name, data := range want {
		if !bytes.Equal(got[name], data) {
			t.Errorf("%s differs", name)
		}
	}
}

// TestPanicCostsOneDocument has a document bring the program down, and only itself with it.
func TestPanicCostsOneDocument(t *testing.T) {
	d := declared(t)
	good := filepath.Join(t.TempDir(), "good.txt")
	if err := os.WriteFile(good, []byte("In 2022 remittances made up 31 percent of Kyrgyzstan's GDP."), 0o600); err != nil {
		t.Fatal(err)
	}
	broken := *d
	broken.Extractor = nil // Claims panics
	y := broken.document(read.File{ID: "good", Path: good})
	if y.problem == nil || y.document.ID != "" || !strings.HasPrefix(y.problem.Error(), good+": ties failed on this document: ") {
		t.Errorf("%+v", y)
	}
	if y := d.document(read.File{ID: "good", Path: good}); y.problem != nil || len(y.claims) != 1 {
		t.Errorf("%+v", y)
	}
}

// TestStops leaves out/latest as it was when the run is stopped.
func TestStops(t *testing.T) {
	d := declared(t)
	b := Build{Corpus: seedDocuments, Out: t.TempDir(), Workers: 2}
	ctx, stop := context.WithCancel(context.Background())
	b.Progress = func(Progress) { stop() }
	if _, err := b.Run(ctx, d); err == nil || !strings.Contains(err.Error(), "stopped before it was done") {
		t.Errorf("%v", err)
	}
	if latest := publish.Latest(b.Out); latest != "" {
		t.Errorf("out/latest is %s", latest)
	}
}

// TestProgress counts every document once.
func TestProgress(t *testing.T) {
	b := Build{Corpus: seedDocuments, Out: t.TempDir(), Workers: 4}
	var seen []Progress
	b.Progress = func(p Progress) { seen = append(seen, p) }
	report, err := b.Run(context.Background(), declared(t))
	if err != nil {
		t.Fatal(err)
	}
	if last := seen[len(seen)-1]; len(seen) != report.Documents || last.Documents != last.Of || last.Bytes == 0 {
		t.Errorf("%d calls, the last %+v, for %d documents", len(seen), last, report.Documents)
	}
}

// TestSilentPages keeps the text of documents that give claims, and of no others.
func TestSilentPages(t *testing.T) {
	d := declared(t)
	c, err := newCache("", "", d)
	if err != nil {
		t.Fatal(err)
	}
	files, _ := read.Corpus("../seeds/gold/corpus/develop")
	silent := 0
	for _, f := range files {
		e := c.redo(d, task{File: f}).entry
		n, _ := e.number(c.tables)
		doc, _ := read.Document(f)
		if long := len(e.doc) > len(doc.Text); long != (n > 0) {
			t.Errorf("%s: %d claims, kept in %d bytes", f.ID, n, len(e.doc))
		}
		if n == 0 {
			silent++
		}
	}
	if silent == 0 {
		t.Error("every document gives claims: the test shows nothing")
	}
}

// TestUnsound does not switch to a release that fails its checks.
func TestUnsound(t *testing.T) {
	d := declared(t)
	narrow := *d.Table("remittances")
	narrow.Columns = append([]schemas.Column{}, narrow.Columns...)
	most := 1.0
	narrow.Columns[narrow.Index("share_pct")].Max = &most
	withNarrow := *d
	withNarrow.Tables = []*schemas.Table{&narrow}
	b := Build{Corpus: seedDocuments, Out: t.TempDir()}
	_, err := b.Run(context.Background(), &withNarrow)
	if err == nil || !strings.Contains(err.Error(), publish.ErrUnsound.Error()) || !strings.Contains(err.Error(), "share_pct") {
		t.Errorf("%v", err)
	}
	if latest := publish.Latest(b.Out); latest != "" {
		t.Errorf("out/latest is %s", latest)
	}
}
