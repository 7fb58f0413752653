package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// ErrNoRelease is the error of a release that is not there.
var ErrNoRelease = errors.New("there is no release")

// Keep removes all releases but the last n and the one of out/latest. It is called by the one who has the lock.
func Keep(out string, n int) (removed []string, err error) {
	all, err := Versions(out)
	if err != nil {
		return nil, err
	}
	latest := filepath.Base(Latest(out))
	for _, name := range all[min(n, len(all)):] {
		if name == latest {
			continue
		}
		gone := filepath.Join(out, releasesName, gonePrefix+name) // in one step, so that none is seen that is half there
		if err := os.Rename(Folder(out, name), gone); err != nil {
			return removed, err
		}
		if err := os.RemoveAll(gone); err != nil {
			return removed, err
		}
		removed = append(removed, name)
	}
	return removed, nil
}

// Rollback points out/latest to an earlier release, or to any that is named, once it is seen to be sound. It is called by the one
// who has the lock.
func Rollback(out, name string) (version string, err error) {
	all, err := Versions(out)
	if err != nil {
		return "", err
	}
	if name == "" {
		if name = before(all, linked(out)); name == "" {
			return "", fmt.Errorf("%s: %w before %s", out, ErrNoRelease, linked(out))
		}
	}
	folder, err := Named(out, name)
	if err != nil {
		return "", err
	}
	if err := Sound(folder); err != nil {
		return "", err
	}
	version = filepath.Base(folder)
	if l := readLedger(out); l.last() != version || l.lost() != "" {
		if err := l.published(l.of(version)).write(out); err != nil {
			return "", err
		}
	}
	return version, Switch(out, version)
}

// linked is the version that out/latest names, whether it is there or not.
func linked(out string) string {
	link, _ := os.Readlink(filepath.Join(out, latestName))
	return filepath.Base(link)
}

// before is the highest version below one; all are sorted, the highest first.
func before(all []string, name string) string {
	at, ok := parseVersion(name)
	for _, other := range all {
		if v, _ := parseVersion(other); ok && v.compare(at) < 0 {
			return other
		}
	}
	return ""
}

// Named is the folder of a release: "latest" or a version.
func Named(out, name string) (string, error) {
	all, err := Versions(out)
	if err != nil {
		return "", err
	}
	if name == latestName {
		if folder := Latest(out); folder != "" {
			return folder, nil
		}
		return "", fmt.Errorf("%s: %w yet", filepath.Join(out, latestName), ErrNoRelease)
	}
	for _, known := range all {
		if known == name {
			return Folder(out, name), nil
		}
	}
	return "", fmt.Errorf("%s: %w %q: it is latest or one of %s", out, ErrNoRelease, name, strings.Join(all, ", "))
}
