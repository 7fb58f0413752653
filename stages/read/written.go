package read

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// KeptMark begins the first value of what a run keeps of documents, which a user may have within the corpus: see isKept.
const KeptMark = "ties cache "

// keptName is the name of such a file, or of a draft of it that a killed run left.
var keptName = regexp.MustCompile(`^[0-9a-f]{16}\.log(?:\.[0-9]+)?$`)

// written tells what a run writes, and a user may have within the corpus: a folder of releases, or what stands in one, where releases
// stand among the documents; what is kept of documents; metrics.
func (w *walk) written(name string, entry fs.DirEntry) bool {
	if w.output && filepath.Dir(name) == filepath.Clean(w.dir) && slices.Contains([]string{"releases", "latest", "run.json"}, entry.Name()) {
		return true
	}
	if entry.IsDir() {
		return isOutput(name)
	}
	return isKept(name) || isMetrics(name)
}

// isMetrics tells the file of a run's metrics.
func isMetrics(name string) bool {
	return filepath.Ext(name) == ".prom" && bytes.Contains(headOf(name), []byte("ties_last_run_"))
}

// isKept tells what a run keeps of documents by its name and its first bytes.
func isKept(name string) bool {
	if !keptName.MatchString(filepath.Base(name)) {
		return false
	}
	head := headOf(name)
	return len(head) == 0 || bytes.Contains(head[:min(len(head), 64)], []byte(KeptMark))
}

// isOutput tells a folder of releases, which a user may have within the corpus, by what stands in it. After a first run that failed
// there is a report, and no release.
func isOutput(name string) bool {
	releases, err := os.Stat(filepath.Join(name, "releases"))
	if err != nil || !releases.IsDir() {
		return false
	}
	latest, err := os.Lstat(filepath.Join(name, "latest"))
	if err == nil && latest.Mode()&fs.ModeSymlink != 0 {
		return true
	}
	report, err := os.ReadFile(filepath.Join(name, "run.json"))
	return err == nil && bytes.Contains(report, []byte(`"documents_read":`))
}
