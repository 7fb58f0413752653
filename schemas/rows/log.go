package rows

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"os"
)

// ErrBroken is the error of a log in which a byte is not what was written.
var ErrBroken = errors.New("broken")

// castagnoli is the polynomial for which processors have an instruction.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Log writes rows to a file from which a flipped byte or a cut end is told: each row stands behind its length and its CRC-32C.
type Log struct {
	file *os.File
	out  *bufio.Writer
	buf  []byte
}

// CreateLog makes a new, empty log.
func CreateLog(path string) (*Log, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &Log{file: f, out: bufio.NewWriterSize(f, runBuffer)}, nil
}

// Add writes a row.
func (l *Log) Add(row []any) error {
	l.buf = Append(append(l.buf[:0], 0, 0, 0, 0), row)
	binary.LittleEndian.PutUint32(l.buf, crc32.Checksum(l.buf[4:], castagnoli))
	return writeRecord(l.out, l.buf)
}

// Close waits until the log is on the disk.
func (l *Log) Close() error {
	return errors.Join(l.out.Flush(), l.file.Sync(), l.file.Close())
}

// ReadLog gives the rows of a log in the order in which they were added. The first that is not as it was written ends it with an
// ErrBroken that names the file.
func ReadLog(path string) iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(nil, err)
			return
		}
		defer f.Close()
		r := bufio.NewReaderSize(f, runBuffer)
		for n := 1; ; n++ {
			row, err := readChecked(r)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(nil, fmt.Errorf("%s: row %d: %w: %w", path, n, ErrBroken, err))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

func readChecked(r *bufio.Reader) ([]any, error) {
	record, err := readBytes(r, nil)
	if err != nil {
		return nil, err
	}
	if len(record) < 4 || binary.LittleEndian.Uint32(record) != crc32.Checksum(record[4:], castagnoli) {
		return nil, errors.New("its checksum is another")
	}
	return Decode(record[4:])
}
