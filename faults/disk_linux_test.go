package faults

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// mounted puts a small file system of its own under the output folder, which is full beyond `kilobytes`. Mounting is root's right: the
// test is skipped for anybody else.
func (s *site) mounted(t *testing.T, kilobytes int) {
	t.Helper()
	s.unmount(t)
	if err := os.RemoveAll(s.out); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(s.out, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := unix.Mount("tmpfs", s.out, "tmpfs", 0, fmt.Sprintf("size=%dk,mode=755", kilobytes)); err != nil {
		t.Skipf("a file system of %d KB could not be mounted, which takes root: %v", kilobytes, err)
	}
	copyTree(t, s.base(), s.out)
}

func (s *site) unmount(t *testing.T) {
	t.Helper()
	if err := unix.Unmount(s.out, 0); err != nil && err != unix.EINVAL && err != unix.ENOENT && err != unix.EPERM {
		t.Errorf("unmount: %v", err)
	}
}

// TestDiskFull gives a build less and less space: it ends with its own exit code, says so, removes what it wrote, and leaves latest.
func TestDiskFull(t *testing.T) {
	s := newSite(t)
	need := size(t, s.base())
	t.Cleanup(func() { s.unmount(t) })
	n, full := count(3, 20), 0
	for i := range n {
		kilobytes := need + 40 + i*600/n
		s.mounted(t, kilobytes)
		code, said := run(t, s.buildSecond(t))
		if code != 0 {
			full++
		}
		if code != 0 && (code != 7 && code != 11 || !strings.Contains(said, "no space left on device")) {
			t.Errorf("%d KB: exit code %d\n%s", kilobytes, code, said)
		}
		s.whole(t, "a full disk")
		s.tidy(t, "a full disk")
	}
	s.unmount(t)
	s.reset(t)
	tried(t, "disk full (a tmpfs of 20 sizes)", full, "nothing lost: exit code 7, draft removed, latest untouched", s.recovers(t, "a full disk"))
	if full < n/2 {
		t.Errorf("the disk was full only %d times of %d", full, n)
	}
}

// size is what a folder takes on a tmpfs, in kilobytes: whole pages.
func size(t *testing.T, dir string) int {
	t.Helper()
	pages := 0
	err := filepath.Walk(dir, func(_ string, info os.FileInfo, err error) error {
		if err == nil {
			pages += 1 + int(info.Size()+4095)/4096
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages * 4
}

// TestFileSizeLimit has the system refuse any file beyond a size, as a limit of the user does: setrlimit(2) of the build's own process. The signal that
// goes with it, SIGXFSZ, is one that Go ignores.
func TestFileSizeLimit(t *testing.T) {
	s := newSite(t)
	n, refused := count(2, 10), 0
	for i := range n {
		blocks := 4 + i*40/n // of 1024 bytes
		path, err := command()
		if err != nil {
			t.Fatal(err)
		}
		script := fmt.Sprintf("ulimit -f %d; exec %s build --corpus %s --out %s", blocks, path, s.second, s.out)
		code, said := run(t, exec.Command("bash", "-c", script))
		if code != 7 && code != 11 && code != 0 || code != 0 && !strings.Contains(said, "file too large") {
			t.Errorf("%d KB a file: exit code %d\n%s", blocks, code, said)
		}
		if code != 0 {
			refused++
		}
		s.whole(t, "a quota")
		s.tidy(t, "a quota")
		if code == 0 {
			s.reset(t)
		}
	}
	if refused < n/2 {
		t.Errorf("the limit was met only %d times of %d", refused, n)
	}
	tried(t, "a limit on the size of a file", refused, "nothing lost: exit code 7, draft removed", s.recovers(t, "a quota"))
}

// TestReadOnly has the output folder, and then a release in it, where nobody may write.
func TestReadOnly(t *testing.T) {
	s := newSite(t)
	if err := unix.Mount(s.out, s.out, "", unix.MS_BIND, ""); err != nil {
		t.Skipf("a read-only mount could not be made, which takes root: %v", err)
	}
	defer s.unmount(t)
	if err := unix.Mount("", s.out, "", unix.MS_BIND|unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	for range count(1, 5) {
		code, said := run(t, s.buildSecond(t))
		if code != 1 || !strings.Contains(said, "read-only file system") || strings.Contains(said, "panic") {
			t.Errorf("exit code %d\n%s", code, said)
		}
		s.whole(t, "a read-only folder")
	}
	s.unmount(t)
	tried(t, "read-only output folder", count(1, 5), "nothing lost: exit code 1", s.recovers(t, "a read-only folder"))
}

// TestNobody builds as a user who may not write to the output folder, and one who may not read a document.
func TestNobody(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("another user's process takes root")
	}
	s := newSite(t)
	for dir := s.dir; len(dir) > 1; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && info.Mode().Perm()&0o005 != 0o005 {
			os.Chmod(dir, info.Mode().Perm()|0o055)
			t.Cleanup(func() { os.Chmod(dir, info.Mode().Perm()) })
		}
	}
	path, err := command()
	if err != nil {
		t.Fatal(err)
	}
	os.Chmod(filepath.Dir(path), 0o755)
	cmd := s.buildSecond(t)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	if code, said := run(t, cmd); code != 1 || !strings.Contains(said, "permission denied") {
		t.Errorf("exit code %d\n%s", code, said)
	}
	s.whole(t, "a build by nobody")
	tried(t, "output folder of another user", 1, "nothing lost: exit code 1", s.recovers(t, "a build by nobody"))
}
