//go:build !linux

package read

import "io/fs"

// record says nothing: a file is told by its size and the time of its last change.
func record(fs.FileInfo) (changed, inode int64) { return 0, 0 }
