package read

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// A container is a kind of file that holds many documents. One more kind is one more file of this package and one more line of
// holders.
type container struct {
	name       string
	extensions []string // without .gz, which any of them may have behind it
	matches    func(head []byte) bool
	parts      func(f File, in *bufio.Reader) iter.Seq2[part, *Problem]
}

var holders = []container{articleArray, articleObject, articleLines, webArchive, articleTable}

// part is one document of a container, as it stands there.
type part struct {
	id   string // "" for its number
	line int    // where it starts, in a file of lines; 0 elsewhere
	raw  []byte
	meta Meta

	remarks []Problem // on what is said of it and can't be used
}

// containerOf recognises a container by its extension and its first bytes; nil for a file that is a document, or is none.
func containerOf(name string) *container {
	if filepath.Base(name) == manifestName {
		return nil
	}
	extension := strings.ToLower(filepath.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz")))
	for i := range holders {
		c := &holders[i]
		for _, e := range c.extensions {
			if e == extension && c.matches(headOf(name)) {
				return c
			}
		}
	}
	return nil
}

// headOf is the first bytes of a file, decompressed; none where it can't be read.
func headOf(name string) []byte {
	in, closer, err := open(name)
	if err != nil {
		return nil
	}
	defer closer.Close()
	head, _ := in.Peek(headSize) // an error leaves what there is
	return head
}

// open reads a file, through gzip where it is compressed. Members of one gzip file follow each other, as in a web archive.
func open(name string) (*bufio.Reader, io.Closer, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	in := bufio.NewReaderSize(f, 64<<10)
	if magic, _ := in.Peek(2); string(magic) != "\x1f\x8b" {
		return in, f, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, nil, errors.Join(err, f.Close())
	}
	return bufio.NewReaderSize(z, 64<<10), f, nil
}

// IsContainer holds for a file that is many documents: see Parts.
func (f *File) IsContainer() bool { return f.holds != nil }

// Parts are the documents of a container, in its order, each with its bytes. What can't be read is a Problem in its place. A
// document's ID is the container's with its own behind it, or its number from 1 where it has none.
func (f *File) Parts() iter.Seq2[File, *Problem] {
	return func(yield func(File, *Problem) bool) {
		in, closer, err := open(f.Path)
		if err != nil {
			yield(f.part(1, &part{}), &Problem{File: f.Path, Message: reason(err), Hint: "check that it exists and may be read"})
			return
		}
		defer closer.Close()
		n, theirs := 0, false
		defer func() {
			if theirs {
				return // the panic is not of what reads the container
			}
			if p := recover(); p != nil { // of a library that reads it
				yield(f.part(n+1, &part{}), &Problem{File: f.Path, Message: "can't be read as " + f.holds.name, Value: fmt.Sprint(p), Hint: "write it again; what follows is not read"})
			}
		}()
		for p, problem := range f.holds.parts(*f, in) {
			n++
			theirs = true
			if problem == nil && !isName(p.id) {
				problem = &Problem{File: f.Path, Line: p.line, Message: "an ID that is no text: it holds a control character", Value: strconv.Quote(p.id), Hint: "give it another; the other documents are read"}
				p.id = ""
			}
			if !yield(f.part(n, &p), problem) {
				return
			}
			theirs = false
		}
		if n == 0 {
			yield(f.part(1, &part{}), &Problem{File: f.Path, Message: "holds no document", Hint: "remove it"})
		}
	}
}

func (f *File) part(n int, p *part) File {
	number := fmt.Sprintf("%09d", n) // so that parts are in order by their paths
	id := p.id
	if id == "" {
		id = number
	}
	return File{ID: f.ID + "/" + id, Rel: f.Rel + "/" + number, Path: f.Path, Line: p.line, Size: int64(len(p.raw)), Meta: p.meta, raw: p.raw, remarks: p.remarks}
}
