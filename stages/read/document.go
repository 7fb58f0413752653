package read

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"slices"

	"ties.dev/ties/schemas"
)

// MaxSize is the largest file, or part of an archive, that is read, in bytes: five
// long novels. What is larger is an archive of documents and not a document. A
// text full of facts takes thirty times its size while it is worked on.
const MaxSize = 6 << 20

// Document opens a file, recognises its format by its content and cleans its
// text. Where it returns a Problem that stops it the document is empty.
func Document(f File) (schemas.Document, *Problem) {
	raw, problem := f.bytes()
	if problem != nil {
		return schemas.Document{}, problem
	}
	doc, problem := f.read(raw)
	if problem.Stops() && f.Line > 0 {
		problem.Line = f.Line // of the container
	}
	return doc, problem
}

// bytes are the file's, or the part's of a container.
func (f *File) bytes() ([]byte, *Problem) {
	if f.raw != nil {
		if len(f.raw) > MaxSize {
			return nil, tooLarge(f.Path)
		}
		return f.raw, nil
	}
	return load(f.Path)
}

func (f *File) read(raw []byte) (schemas.Document, *Problem) {
	text, problem := decode(f.Path, raw)
	if problem == nil {
		problem = data(f.Path, text)
	}
	if problem != nil {
		return schemas.Document{}, problem
	}
	page, problem := recognise(text).read(f.Path, text)
	if problem != nil {
		return schemas.Document{}, problem
	}
	cleaned := tidy(page.blocks)
	if cleaned == "" {
		return schemas.Document{}, &Problem{File: f.Path, Message: "no text is left after cleaning", Hint: "remove the file, or check that the page was saved whole"}
	}
	doc := document(*f, raw, page.meta, cleaned)
	remarks := slices.Concat(f.remarks, page.remarks)
	if doc.Published == (schemas.Date{}) {
		undated(remarks)
	}
	return doc, remarksOn(f.Path, f.Line, remarks)
}

func document(f File, raw []byte, own Meta, text string) schemas.Document {
	meta := f.Meta.or(own).valid()
	basis := "metadata"
	if meta.Published == (schemas.Date{}) {
		meta.Published, basis = dateline(text), "text"
	}
	if meta.Published == (schemas.Date{}) {
		basis = ""
	}
	sum := sha256.Sum256(raw)
	return schemas.Document{
		ID: f.ID, Title: meta.Title, Publisher: meta.Publisher, Author: meta.Author,
		Published: meta.Published, PublishedBasis: basis,
		URL: meta.URL, Language: meta.Language,
		SHA256: hex.EncodeToString(sum[:]), Text: text,
	}
}

// load reads a file whole, but asks for its size first.
func load(name string) ([]byte, *Problem) {
	f, err := os.Open(name)
	if err != nil {
		return nil, &Problem{File: name, Message: reason(err), Hint: "check that it exists and may be read"}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, &Problem{File: name, Message: reason(err)}
	}
	if !info.Mode().IsRegular() {
		return nil, &Problem{File: name, Message: "not a regular file", Hint: "a corpus holds files and folders"}
	}
	if info.Size() > MaxSize {
		return nil, tooLarge(name)
	}
	raw := make([]byte, info.Size()+1) // one more shows a file that grows meanwhile
	n, err := io.ReadFull(f, raw)
	switch {
	case err == nil:
		return nil, &Problem{File: name, Message: "grew while it was read", Hint: "run again when it is written"}
	case err != io.ErrUnexpectedEOF && err != io.EOF:
		return nil, &Problem{File: name, Message: reason(err)}
	case n == 0:
		return nil, &Problem{File: name, Message: "is empty", Hint: "remove it"}
	}
	if now, err := f.Stat(); err != nil || int64(n) != info.Size() || now.Size() != info.Size() || !now.ModTime().Equal(info.ModTime()) {
		return nil, &Problem{File: name, Message: "changed while it was read", Hint: "run again when it is written"}
	}
	return raw[:n], nil
}

func tooLarge(name string) *Problem {
	return &Problem{File: name, Message: "is larger than 6 MB", Hint: "split it into its documents"}
}
