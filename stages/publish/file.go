package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
)

// format is one way in which every table is written.
type format struct {
	extension string
	name      string
	media     string // as registered with IANA
	croissant string // as Croissant's reader knows it
	writer    func(out io.WriteSeeker, r relation) (recordWriter, error)
}

const parquetExtension, arrowExtension = ".parquet", ".arrow"

var formats = []format{
	{parquetExtension, "parquet", "application/vnd.apache.parquet", "application/x-parquet", newParquetWriter},
	{arrowExtension, "arrow", "application/vnd.apache.arrow.file", "application/vnd.apache.arrow.file", newArrowWriter},
}

// file is one data file as the metadata describes it.
type file struct {
	relation relation
	format   format
	name     string
	rows     int
	bytes    int64
	sha256   string // hexadecimal
}

func digest(path string) (size int64, sum string, err error) {
	in, err := os.Open(path)
	if err != nil {
		return 0, "", err
	}
	defer in.Close()
	h := sha256.New()
	size, err = io.Copy(h, in)
	return size, hex.EncodeToString(h.Sum(nil)), err
}
