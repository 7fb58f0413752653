package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sumsName lists the digests of a release's files, as `sha256sum -c` reads it. It leaves out itself and run.json, which is
// another one in every run and so carries its own.
const sumsName, runName = "SHA256SUMS", "run.json"

// ErrDamaged is the error of a release that is not as it was written.
var ErrDamaged = errors.New("the release is not as it was written")

// missing stands behind the name of a file that is listed and is not there.
const missing = " (missing)"

// sums is what SHA256SUMS says of files of a folder, as they stand there; nothing of one that isn't there.
func sums(dir string, names []string) ([]byte, error) {
	var b bytes.Buffer
	for _, name := range names {
		_, sum, err := digest(filepath.Join(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		b.WriteString(sumLine(sum, name))
	}
	return b.Bytes(), nil
}

// filesOf are the names in a folder that SHA256SUMS has or could have.
func filesOf(dir string) (names []string, err error) {
	entries, err := os.ReadDir(dir) // by name
	for _, e := range entries {
		if e.Name() != sumsName && e.Name() != runName {
			names = append(names, e.Name())
		}
	}
	return names, err
}

// texts are the files that every release has beside its tables, SHA256SUMS and run.json.
var texts = []string{packageName, "croissant.json", "CODEBOOK.md", "load.sql", "CHANGES.md"}

// belonging are the files of a release by what it says of itself, sorted: those that SHA256SUMS lists, those that every release has, and
// the tables that datapackage.json describes. What else is in its folder is none of its own.
func belonging(dir, listed string) []string {
	names := slices.Clone(texts)
	for line := range strings.Lines(listed) {
		names = append(names, strings.TrimSuffix(line[min(len(line), 2*sha256.Size+2):], "\n"))
	}
	if p, err := readPackage(dir); err == nil {
		for _, r := range p.Resources {
			names = append(names, r.Path)
		}
	}
	return slices.DeleteFunc(distinct(names), func(name string) bool { return name != filepath.Base(name) })
}

// Foreign names what stands in the folder of a release and is none of its files.
func Foreign(dir string) (names []string) {
	listed, err := os.ReadFile(filepath.Join(dir, sumsName))
	if err != nil {
		return nil
	}
	names, _ = filesOf(dir) // none of a folder that can't be read
	own := belonging(dir, string(listed))
	return slices.DeleteFunc(names, func(name string) bool { return slices.Contains(own, name) })
}

// differing names the files of a release that are not as SHA256SUMS has them, run.json aside.
func differing(dir string) ([]string, error) {
	want, err := os.ReadFile(filepath.Join(dir, sumsName))
	if err != nil {
		return nil, err
	}
	got, err := sums(dir, belonging(dir, string(want)))
	return sumsDiffer(string(want), string(got)), err
}

// sumLine is a line of SHA256SUMS.
func sumLine(sum, name string) string { return sum + "  " + name + "\n" }

// sameSums tells whether SHA256SUMS of a release has the draft's tables.
func (d *Draft) sameSums(folder string) bool {
	data, err := os.ReadFile(filepath.Join(folder, sumsName))
	for _, f := range d.files {
		if err != nil || f.relation.name != TombstonesTable && !bytes.Contains(data, []byte(f.sha256+"  "+f.name+"\n")) {
			return false
		}
	}
	return true
}

// Sound tells whether every byte of the release in a folder is as it was written; the error, an ErrDamaged, names the files that
// are not. What else stands in the folder is no damage, see Foreign.
func Sound(dir string) error {
	found, err := differing(dir)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if data, err := os.ReadFile(filepath.Join(dir, runName)); err != nil || !sealed(data) {
		found = append(found, runName)
	}
	if len(found) > 0 {
		return fmt.Errorf("%s: %w: %s", dir, ErrDamaged, strings.Join(found, ", "))
	}
	return nil
}

// Intact fails with an ErrDamaged that names those of a release's files that are not as they were written.
func Intact(dir string, files ...string) error {
	want, err := os.ReadFile(filepath.Join(dir, sumsName))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	got, err := sums(dir, files)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	var found []string
	for _, name := range files {
		if i := strings.Index(string(got), "  "+name+"\n"); i < 0 || !strings.Contains(string(want), string(got[max(0, i-2*sha256.Size):i])+"  "+name+"\n") {
			found = append(found, name)
		}
	}
	if len(found) > 0 {
		return fmt.Errorf("%s: %w: %s", dir, ErrDamaged, strings.Join(found, ", "))
	}
	return nil
}

// sumsDiffer names the files of which two lists of digests say different things; the list itself where it is no such list.
func sumsDiffer(want, got string) (names []string) {
	if want == got {
		return nil
	}
	was := map[string]bool{}
	for line := range strings.Lines(want) {
		was[line] = true
	}
	for line := range strings.Lines(got) {
		if !was[line] {
			names = append(names, line[2*sha256.Size+2:len(line)-1])
		}
		delete(was, line)
	}
	for line := range was {
		if name := strings.TrimSpace(line[min(len(line), 2*sha256.Size):]); !strings.Contains(strings.Join(names, "\n"), name) {
			names = append(names, name+missing)
		}
	}
	if len(names) == 0 {
		return []string{sumsName}
	}
	return names
}

// runHead is how run.json begins: with the digest of itself with that digest left out.
const runHead = "{\n  \"sha256\": \""

// seal writes into a run.json, made with an empty digest, its digest.
func seal(data []byte) []byte {
	sum := sha256.Sum256(data)
	return bytes.Replace(data, []byte(runHead), []byte(runHead+hex.EncodeToString(sum[:])), 1)
}

// sealed tells whether a run.json is as seal made it.
func sealed(data []byte) bool {
	const end = len(runHead) + 2*sha256.Size
	if len(data) < end {
		return false
	}
	return bytes.Equal(seal(append([]byte(runHead), data[end:]...)), data)
}
