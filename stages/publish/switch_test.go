package publish_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ties.dev/ties/stages/publish"
)

func TestPublishSwitchesAndKeeps(t *testing.T) {
	out := t.TempDir()
	if latest := publish.Latest(out); latest != "" {
		t.Errorf("Latest = %q before anything is published", latest)
	}
	first, err := publish.Publish(out, publish.Release{Title: "First"})
	if err != nil {
		t.Fatal(err)
	}
	second, err := publish.Publish(out, publish.Release{Title: "Second"})
	if err != nil {
		t.Fatal(err)
	}
	if first == second {
		t.Errorf("two contents are both %s", first)
	}
	if latest := publish.Latest(out); latest != second {
		t.Errorf("Latest = %s; want %s", latest, second)
	}
	again, err := publish.Publish(out, publish.Release{Title: "First"})
	if err != nil || again != first || publish.Latest(out) != first {
		t.Errorf("the same content again is %s, %v; want %s", again, err, first)
	}
	if link, err := os.Readlink(filepath.Join(out, "latest")); err != nil || filepath.IsAbs(link) {
		t.Errorf("latest -> %s, %v; want a relative link, so that the folder can be moved", link, err)
	}
	want := []string{filepath.Base(first), filepath.Base(second)}
	slices.Sort(want)
	if got := names(t, filepath.Join(out, "releases")); !slices.Equal(got, want) {
		t.Errorf("releases holds %v; want %v and no draft", got, want)
	}
	if got := names(t, out); !slices.Equal(got, []string{"latest", "releases"}) {
		t.Errorf("out holds %v", got)
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
