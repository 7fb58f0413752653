package rows

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"math"
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
	return l.write(Append(append(l.buf[:0], 0, 0, 0, 0), row))
}

// AddRecord writes a row as a LogFile gave it.
func (l *Log) AddRecord(record []byte) error {
	return l.write(append(append(l.buf[:0], 0, 0, 0, 0), record...))
}

// write takes a row behind the place of its checksum.
func (l *Log) write(row []byte) error {
	l.buf = row
	binary.LittleEndian.PutUint32(l.buf, crc32.Checksum(l.buf[4:], castagnoli))
	return writeRecord(l.out, l.buf)
}

// Close waits until the log is on the disk.
func (l *Log) Close() error {
	return errors.Join(l.out.Flush(), l.file.Sync(), l.file.Close())
}

// LogFile is a log that is read, whatever becomes of its name meanwhile.
type LogFile struct{ *os.File }

// OpenLog opens a log.
func OpenLog(path string) (LogFile, error) {
	f, err := os.Open(path)
	return LogFile{f}, err
}

// Records gives the rows in the order in which they were added, from the first, encoded, each until the next is asked for. The first
// that is not as it was written ends them with an ErrBroken that names the file.
func (l LogFile) Records() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		r := bufio.NewReaderSize(io.NewSectionReader(l.File, 0, math.MaxInt64), runBuffer)
		var record []byte
		for n := 1; ; n++ {
			var err error
			record, err = readBytes(r, record)
			if errors.Is(err, io.EOF) {
				return
			}
			if err == nil && (len(record) < 4 || binary.LittleEndian.Uint32(record) != crc32.Checksum(record[4:], castagnoli)) {
				err = errors.New("its checksum is another")
			}
			if err != nil {
				yield(nil, fmt.Errorf("%s: row %d: %w: %w", l.Name(), n, ErrBroken, err))
				return
			}
			if !yield(record[4:], nil) {
				return
			}
		}
	}
}

// Rows gives the rows decoded. One that can't be ends them as well.
func (l LogFile) Rows() iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for record, err := range l.Records() {
			var row []any
			if err == nil {
				if row, err = Decode(record); err != nil {
					err = fmt.Errorf("%s: %w: %w", l.Name(), ErrBroken, err)
				}
			}
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// FirstText is the first value of an encoded row, which is a text.
func FirstText(record []byte) (string, error) {
	_, n := binary.Uvarint(record)
	if n <= 0 || n == len(record) || record[n] != text {
		return "", ErrEncoding
	}
	length, m := binary.Uvarint(record[n+1:])
	start := n + 1 + m
	if m <= 0 || length > uint64(len(record)-start) {
		return "", ErrEncoding
	}
	return string(record[start : start+int(length)]), nil
}
