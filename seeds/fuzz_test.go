package seeds

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// FuzzLists reads word lists of a user under the name of each list in turn.
func FuzzLists(f *testing.F) {
	var known []string
	for i := range lists {
		known = append(known, lists[i].file)
	}
	for place, name := range known {
		for _, folder := range []string{"gazetteers", "lexicons"} {
			if data, err := fs.ReadFile(files, folder+"/"+name); err == nil {
				f.Add(place, []byte(strings.Join(strings.SplitN(string(data), "\n", 12)[:2], "\n")))
			}
		}
		f.Add(place, []byte("code\tkind\tterm\nKGZ\tname\tKirgisistan\n"))
		f.Add(place, []byte("\ufeffcode\t\t\n\x00\t\"\n"))
	}
	f.Fuzz(func(t *testing.T, place int, data []byte) {
		name := known[uint(place)%uint(len(known))]
		g := &Gazetteer{country: map[string]int{}, groups: map[string]int{}, orgs: map[string]int{}, events: map[string]int{}}
		if err := g.add(fstest.MapFS{name: {Data: data}}); err != nil && !strings.Contains(err.Error(), name) {
			t.Errorf("an error without its file: %v", err)
		}
	})
}
