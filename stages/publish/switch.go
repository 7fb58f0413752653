package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Names in the output folder.
const (
	releasesName = "releases"
	latestName   = "latest"
	draftPrefix  = ".draft-"
	scratchName  = "scratch" // in a draft
)

// ErrUnsound is the error of a release that did not pass its checks.
var ErrUnsound = errors.New("the release is not published, for it did not pass its checks")

// draftLife is the age from which a draft is taken for the leaving of a run that was killed.
const draftLife = 24 * time.Hour

// sweep removes drafts that nobody will finish.
func sweep(releases string) error {
	drafts, err := filepath.Glob(filepath.Join(releases, draftPrefix+"*"))
	if err != nil {
		return err
	}
	for _, draft := range drafts {
		if info, err := os.Stat(draft); err == nil && time.Since(info.ModTime()) > draftLife {
			if err := os.RemoveAll(draft); err != nil {
				return err
			}
		}
	}
	return nil
}

// Latest is the folder of the release that out/latest points to, or "".
func Latest(out string) string {
	link, err := os.Readlink(filepath.Join(out, latestName))
	if err != nil {
		return ""
	}
	folder := filepath.Join(out, link)
	if _, err := os.Stat(folder); err != nil {
		return ""
	}
	return folder
}

// settle moves a draft to its place, durably. A release of that name is there already when the content is the same.
func settle(draft, folder string) error {
	if _, err := os.Stat(folder); err == nil {
		return nil
	}
	if err := syncAll(draft); err != nil {
		return err
	}
	if err := os.Chmod(draft, 0o755); err != nil { // MkdirTemp gives 0700
		return err
	}
	if err := os.Rename(draft, folder); err != nil {
		return err
	}
	return sync(filepath.Dir(folder))
}

// Switch points out/latest to a release, in one step: a reader sees the release before or this one, and never none.
func Switch(out, version string) error {
	target := filepath.Join(releasesName, version)
	if _, err := os.Stat(filepath.Join(out, target)); err != nil {
		return err
	}
	fresh := filepath.Join(out, fmt.Sprintf(".%s-%d", latestName, os.Getpid()))
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Symlink(target, fresh); err != nil {
		return err
	}
	if err := os.Rename(fresh, filepath.Join(out, latestName)); err != nil {
		return err
	}
	return sync(out)
}

func syncAll(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := sync(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	return sync(folder)
}

// sync waits until a file, or the list of names in a folder, is on the disk.
func sync(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
