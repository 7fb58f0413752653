package publish

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestPublishSwitchesAndKeeps(t *testing.T) {
	out := t.TempDir()
	if latest := Latest(out); latest != "" {
		t.Errorf("Latest = %q before anything is published", latest)
	}
	first, err := content{Release: Release{Title: "First"}}.publish(t, out)
	if err != nil {
		t.Fatal(err)
	}
	second, err := content{Release: Release{Title: "Second"}}.publish(t, out)
	if err != nil {
		t.Fatal(err)
	}
	if first == second {
		t.Errorf("two contents are both %s", first)
	}
	if latest := Latest(out); latest != second {
		t.Errorf("Latest = %s; want %s", latest, second)
	}
	again, err := content{Release: Release{Title: "Second"}}.publish(t, out)
	if err != nil || again != second || Latest(out) != second {
		t.Errorf("the same content again is %s, %v; want %s", again, err, second)
	}
	if link, err := os.Readlink(filepath.Join(out, "latest")); err != nil || filepath.IsAbs(link) {
		t.Errorf("latest -> %s, %v; want a relative link, so that the folder can be moved", link, err)
	}
	want := []string{"1.0.0", "1.0.1"}
	if got := names(t, filepath.Join(out, "releases")); !slices.Equal(got, want) {
		t.Errorf("releases holds %v; want %v and no draft", got, want)
	}
	if got := names(t, out); !slices.Equal(got, []string{".ledger", "latest", "releases"}) {
		t.Errorf("out holds %v", got)
	}
}

func TestPublishSweeps(t *testing.T) {
	out := t.TempDir()
	for _, left := range []string{"releases/.draft-1/scratch", "releases/.gone-1.0.0", ".latest-77"} {
		if err := os.MkdirAll(filepath.Join(out, left), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := (content{Release: Release{}}).publish(t, out); err != nil {
		t.Fatal(err)
	}
	if got := append(names(t, out), names(t, filepath.Join(out, "releases"))...); !slices.Equal(got, []string{".ledger", "latest", "releases", "1.0.0"}) {
		t.Errorf("out and releases hold %v; want nothing of the runs before", got)
	}
}

func TestRunIsKeptSmall(t *testing.T) {
	run := Run{Failed: make([]Setback, 5000)}
	release, err := content{Release: Release{Run: run}}.publish(t, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(release, "run.json"))
	if err != nil {
		t.Fatal(err)
	}
	var got Run
	if err := json.Unmarshal(data, &got); err != nil || got.NFailed != 5000 || len(got.Failed) != 1000 || got.PeakBytes == 0 {
		t.Errorf("run.json: %v, %d failed, %d listed, %d bytes", err, got.NFailed, len(got.Failed), got.PeakBytes)
	}
}

func names(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
