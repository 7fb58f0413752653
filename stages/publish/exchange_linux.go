package publish

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange puts a draft in the place of a release, and that in the draft's, in one step; renameat2(2).
func exchange(draft, folder string) error {
	err := unix.Renameat2(unix.AT_FDCWD, draft, unix.AT_FDCWD, folder, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		return moveAside(draft, folder) // a file system without it
	}
	return err
}
