package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// sumsName lists the digests of a release's files, as `sha256sum -c` reads it. It leaves out itself and run.json, which is
// another one in every run and so carries its own.
const sumsName, runName = "SHA256SUMS", "run.json"

// ErrDamaged is the error of a release that is not as it was written.
var ErrDamaged = errors.New("the release is not as it was written")

// sums is what SHA256SUMS says of the files as they stand in a folder.
func sums(dir string) ([]byte, error) {
	entries, err := os.ReadDir(dir) // by name
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, e := range entries {
		if e.Name() == sumsName || e.Name() == runName {
			continue
		}
		_, sum, err := digest(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s  %s\n", sum, e.Name())
	}
	return b.Bytes(), nil
}

func writeSums(dir string) error {
	data, err := sums(dir)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, sumsName), data, 0o644)
}

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
// are not.
func Sound(dir string) error {
	want, err := os.ReadFile(filepath.Join(dir, sumsName))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	got, err := sums(dir)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	found := sumsDiffer(string(want), string(got))
	if data, err := os.ReadFile(filepath.Join(dir, runName)); err != nil || !sealed(data) {
		found = append(found, runName)
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
			names = append(names, name+" (missing)")
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
