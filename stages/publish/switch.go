package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Names in the output folder.
const (
	releasesName = "releases"
	latestName   = "latest"
	draftPrefix  = ".draft-"
	gonePrefix   = ".gone-"   // of a release that is being removed
	freshPrefix  = ".latest-" // of a link that is to become latest
	scratchName  = "scratch"  // in a draft
	checkSuffix  = "-check"   // behind the name of a draft that is being checked
)

// ErrUnsound is the error of a release that did not pass its checks.
var ErrUnsound = errors.New("the release is not published, for it did not pass its checks")

// Sweep removes what runs that were killed have left under out. It is called by the one who has the lock. Where that was taken twice,
// for its file was removed, the draft of the other run is there: it is left alone, and the error is ErrLocked.
func Sweep(out string) error {
	for _, leaving := range []struct{ folder, prefix string }{{releasesName, draftPrefix}, {releasesName, gonePrefix}, {"", freshPrefix}} {
		entries, err := os.ReadDir(filepath.Join(out, leaving.folder))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), leaving.prefix) {
				continue
			}
			if leaving.prefix == draftPrefix && !abandoned(filepath.Join(out, leaving.folder, e.Name())) {
				return fmt.Errorf("%s: %w (its draft is %s)", out, ErrLocked, filepath.Join(out, leaving.folder, e.Name()))
			}
			if err := os.RemoveAll(filepath.Join(out, leaving.folder, e.Name())); err != nil {
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

// settle moves a draft to its place, durably, and points out/latest to it. A release that is there already is replaced: it says
// the same, or is damaged.
func (d *Draft) settle(folder string) error {
	if err := os.Chmod(d.dir, 0o755); err != nil { // MkdirTemp gives 0700
		return err
	}
	if err := syncAll(d.dir, d.stop); err != nil {
		return err
	}
	if err := d.stop(); err != nil {
		return err
	}
	d.settling.Lock()
	defer d.settling.Unlock()
	if d.givenUp {
		return context.Canceled
	}
	if err := d.remember(); err != nil {
		return err
	}
	if _, err := os.Stat(folder); err == nil {
		if err := exchange(d.dir, folder); err != nil {
			return err
		}
		defer os.RemoveAll(d.dir)
	} else if err := os.Rename(d.dir, folder); err != nil {
		return err
	}
	if err := persist(filepath.Dir(folder)); err != nil {
		return err
	}
	err := Switch(d.out, filepath.Base(folder))
	var after *AfterError
	d.settled = err == nil || errors.As(err, &after)
	return err
}

// moveAside is exchange in two steps, where the system has no single one: for a moment the release is not there.
func moveAside(draft, folder string) error {
	gone := filepath.Join(filepath.Dir(folder), gonePrefix+filepath.Base(folder))
	if err := os.Rename(folder, gone); err != nil {
		return err
	}
	if err := os.Rename(draft, folder); err != nil {
		return errors.Join(err, os.Rename(gone, folder))
	}
	return os.RemoveAll(gone)
}

// Switch points out/latest to a release, in one step: a reader sees the release before or this one, and never none. An AfterError
// says that it is done, and may not outlast a power cut.
func Switch(out, version string) error {
	target := filepath.Join(releasesName, version)
	if link, err := os.Readlink(filepath.Join(out, latestName)); err == nil && link == target {
		return nil
	}
	if _, err := os.Stat(filepath.Join(out, target)); err != nil {
		return err
	}
	fresh := filepath.Join(out, fmt.Sprintf("%s%d", freshPrefix, os.Getpid()))
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Symlink(target, fresh); err != nil {
		return err
	}
	if err := os.Rename(fresh, filepath.Join(out, latestName)); err != nil {
		return err
	}
	return After(persist(out))
}

// Replace writes a file in one step and durably: a reader sees the one before or this one, whole.
func Replace(path string, data []byte) (err error) {
	folder, prefix := filepath.Dir(path), freshPrefix+filepath.Base(path)+"-"
	_ = Abandoned(folder, prefix) // for one that can't be removed, nothing is lost
	f, err := os.CreateTemp(folder, fmt.Sprintf("%s%d-", prefix, os.Getpid()))
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	_, err = f.Write(data)
	if err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return persist(filepath.Dir(path))
}

func syncAll(folder string, stop func() error) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := errors.Join(stop(), persist(filepath.Join(folder, e.Name()))); err != nil {
			return err
		}
	}
	return persist(folder)
}

// persist waits until a file, or the list of names in a folder, is on the disk.
func persist(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
