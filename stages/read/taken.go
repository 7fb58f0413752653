package read

import (
	"path"
	"strings"
)

// folderIDs are the document IDs that files of one folder took, as far as one to come can have them as well: names with the same
// beginning, up to the first dot, stand together in a folder's order, but for those without a dot.
type folderIDs struct {
	folder, beginning string
	ids               map[string]string // ID to the path that took it
	bare              map[string]string // of names without a dot
}

// first is the path of the file before this one that has its document ID; "" where there is none, and then it takes the ID.
func (w *walk) first(f *File) string {
	t := w.folder(path.Dir(f.Rel))
	beginning, _, dotted := strings.Cut(path.Base(f.Rel), ".")
	if beginning != t.beginning {
		t.beginning = beginning
		clear(t.ids)
	}
	if other := t.ids[f.ID]; other != "" {
		return other
	}
	if other := t.bare[f.ID]; other != "" {
		return other
	}
	if dotted {
		t.ids[f.ID] = f.Path
	} else {
		t.bare[f.ID] = f.Path
	}
	return ""
}

// folder is what is known of the folder, and lets go of those that the walk has left.
func (w *walk) folder(name string) *folderIDs {
	for len(w.taken) > 0 {
		last := &w.taken[len(w.taken)-1]
		if last.folder == name {
			return last
		}
		if within := name + "/"; last.folder == "." || strings.HasPrefix(within, last.folder+"/") {
			break
		}
		w.taken = w.taken[:len(w.taken)-1]
	}
	w.taken = append(w.taken, folderIDs{folder: name, ids: map[string]string{}, bare: map[string]string{}})
	return &w.taken[len(w.taken)-1]
}
