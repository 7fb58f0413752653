package faults

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestQuota gives the output folder a quota of its own, smaller and larger: the limit of a subvolume of btrfs (btrfs-qgroup(8)). It takes
// root, a loop device, and the tools of btrfs; the test is skipped without them.
func TestQuota(t *testing.T) {
	s := newSite(t)
	need := size(t, s.base())
	disk := s.btrfs(t)
	n, refused := count(2, 10), 0
	for i := range n {
		if err := os.RemoveAll(s.out); err != nil {
			t.Fatal(err)
		}
		volume := filepath.Join(disk, "out"+strconv.Itoa(i))
		tool(t, "btrfs", "subvolume", "create", volume)
		s.out = volume
		copyTree(t, s.base(), s.out)
		tool(t, "sync", "-f", disk)
		tool(t, "btrfs", "qgroup", "limit", strconv.Itoa(need+100+i*600/n)+"K", volume)
		code, said := run(t, s.buildSecond(t))
		if code != 0 {
			refused++
		}
		if code != 0 && (code != 7 && code != 11 || !strings.Contains(said, "quota exceeded")) {
			t.Errorf("quota %d: exit code %d\n%s", i, code, said)
		}
		s.whole(t, "a quota")
		s.tidy(t, "a quota")
		tool(t, "btrfs", "qgroup", "limit", "none", volume)
	}
	if refused < n/3 {
		t.Errorf("the quota was met only %d times of %d", refused, n)
	}
	tried(t, "a quota (of a subvolume of btrfs)", refused, "nothing lost: exit code 7, draft removed, latest untouched", s.recovers(t, "a quota"))
}

// btrfs mounts an empty file system of that kind, with quotas.
func (s *site) btrfs(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"mkfs.btrfs", "btrfs", "mount"} {
		if _, err := exec.LookPath(name); err != nil || os.Geteuid() != 0 {
			t.Skip("a file system with quotas takes root and btrfs-progs")
		}
	}
	image, disk := filepath.Join(s.dir, "disk.img"), filepath.Join(s.dir, "disk")
	for _, err := range []error{os.WriteFile(image, nil, 0o600), os.Truncate(image, 400<<20), os.Mkdir(disk, 0o755)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	tool(t, "mkfs.btrfs", "-q", image)
	if out, err := exec.Command("mount", "-o", "loop", image, disk).CombinedOutput(); err != nil {
		t.Skipf("no loop device: %s", out)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(disk, 0); err != nil {
			t.Errorf("unmount: %v", err)
		}
	})
	tool(t, "btrfs", "quota", "enable", disk)
	return disk
}

func tool(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
}
