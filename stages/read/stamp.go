package read

import (
	"io/fs"
	"time"
)

// Stamp tells one state of a file from another without reading it. A zero Stamp tells nothing.
type Stamp struct {
	Size     int64 // bytes
	Modified int64 // nanoseconds since 1970
	Changed  int64 // the same of the file's own record, which no program can set back; 0 where the system does not say
	Inode    int64 // number of the file on its disk; 0 where the system does not say
}

// settling is how old a change must be for the next one to have another time, whatever the file system's clock counts in.
const settling = 2 * time.Second

// stamp is the stamp of a file, or none where it was changed so lately that a further change may not show.
func stamp(info fs.FileInfo) Stamp {
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	s.Changed, s.Inode = record(info)
	if latest := max(s.Modified, s.Changed); time.Since(time.Unix(0, latest)) < settling {
		return Stamp{}
	}
	return s
}
