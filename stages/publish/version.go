package publish

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// version numbers a release by what changed in its data: major for another schema or other codes, minor for further rows, patch
// for anything else.
type version struct{ major, minor, patch int }

// firstVersion is that of a release that has none before it.
var firstVersion = version{1, 0, 0}

// kind is how far a release goes from the one before it.
type kind int

const (
	same  kind = iota
	patch      // values corrected, rows withdrawn, or nothing but what supports and describes them
	minor      // rows added
	major      // another schema, or other codes
)

func (v version) String() string { return fmt.Sprintf("%d.%d.%d", v.major, v.minor, v.patch) }

// parseVersion reads a version as String writes it.
func parseVersion(s string) (v version, ok bool) {
	n, err := fmt.Sscanf(s, "%d.%d.%d", &v.major, &v.minor, &v.patch)
	return v, err == nil && n == 3 && v.String() == s
}

func (v version) compare(other version) int {
	return cmp.Or(cmp.Compare(v.major, other.major), cmp.Compare(v.minor, other.minor), cmp.Compare(v.patch, other.patch))
}

// next is the version of a release that differs in that way.
func (v version) next(k kind) version {
	switch k {
	case major:
		return version{v.major + 1, 0, 0}
	case minor:
		return version{v.major, v.minor + 1, 0}
	}
	return version{v.major, v.minor, v.patch + 1}
}

// versions are those of the releases under out, the latest first, whatever state they are in.
func versions(out string) ([]version, error) {
	entries, err := os.ReadDir(filepath.Join(out, releasesName))
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	var all []version
	for _, e := range entries {
		if v, ok := parseVersion(e.Name()); ok && e.IsDir() {
			all = append(all, v)
		}
	}
	slices.SortFunc(all, func(a, b version) int { return b.compare(a) })
	return all, nil
}

// Versions names the releases under out, the latest first.
func Versions(out string) ([]string, error) {
	all, err := versions(out)
	names := make([]string, len(all))
	for i, v := range all {
		names[i] = v.String()
	}
	return names, err
}

// Folder is the folder of a release under out.
func Folder(out, version string) string { return filepath.Join(out, releasesName, version) }
