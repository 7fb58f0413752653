package faults

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// watcher tells what happens in an output folder and all folders that come to be in it, as inotify(7) sees it.
type watcher struct {
	file    *os.File
	folders map[int32]string
	root    string
	seen    map[string]int
}

const watched = unix.IN_CREATE | unix.IN_CLOSE_WRITE | unix.IN_MODIFY | unix.IN_MOVED_FROM | unix.IN_MOVED_TO | unix.IN_DELETE | unix.IN_OPEN

func watch(t *testing.T, root string) *watcher {
	t.Helper()
	fd, err := unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)
	if err != nil {
		t.Fatal(err)
	}
	w := &watcher{file: os.NewFile(uintptr(fd), "inotify"), folders: map[int32]string{}, root: root, seen: map[string]int{}}
	w.add(root)
	w.add(filepath.Join(root, "releases"))
	w.add(filepath.Join(root, ".cache"))
	return w
}

func (w *watcher) add(dir string) {
	connection, err := w.file.SyscallConn()
	if err != nil {
		return
	}
	connection.Control(func(fd uintptr) {
		if id, err := unix.InotifyAddWatch(int(fd), dir, watched); err == nil {
			w.folders[int32(id)] = dir
		}
	})
}

// each calls back with the name of every event until the watcher is closed. A name says what happened to what for the how manieth time,
// without the random part of names of drafts: it is the same in another run, as far as that does the same.
func (w *watcher) each(happened func(event string)) {
	buffer := make([]byte, 64<<10)
	for {
		n, err := w.file.Read(buffer)
		if err != nil {
			return
		}
		for data := buffer[:n]; len(data) >= unix.SizeofInotifyEvent; {
			id, mask, length := int32(binary.NativeEndian.Uint32(data)), binary.NativeEndian.Uint32(data[4:]), binary.NativeEndian.Uint32(data[12:])
			name := strings.TrimRight(string(data[unix.SizeofInotifyEvent:unix.SizeofInotifyEvent+length]), "\x00")
			data = data[unix.SizeofInotifyEvent+length:]
			path := filepath.Join(w.folders[id], name)
			if mask&unix.IN_CREATE != 0 && mask&unix.IN_ISDIR != 0 {
				w.add(path)
			}
			happened(w.name(mask, path))
		}
	}
}

var randomPart = regexp.MustCompile(`(\.draft-|run-|\.latest-(?:[a-z.]+-)?|\.log\.)[0-9]+(?:-[0-9]+)?`)

func (w *watcher) name(mask uint32, path string) string {
	rel, err := filepath.Rel(w.root, path)
	if err != nil {
		rel = path
	}
	rel = randomPart.ReplaceAllString(rel, "$1*")
	name := action(mask) + " " + rel
	w.seen[name]++
	return fmt.Sprintf("%s (%d)", name, w.seen[name])
}

func action(mask uint32) string {
	for _, a := range []struct {
		bit  uint32
		name string
	}{{unix.IN_CREATE, "create"}, {unix.IN_CLOSE_WRITE, "close"}, {unix.IN_MODIFY, "write"}, {unix.IN_MOVED_FROM, "rename from"},
		{unix.IN_MOVED_TO, "rename to"}, {unix.IN_DELETE, "delete"}, {unix.IN_OPEN, "open"}} {
		if mask&a.bit != 0 {
			return a.name
		}
	}
	return "event"
}
