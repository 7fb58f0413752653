package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
)

// articleArray is a JSON array of articles, each with the keys that it has in JSON lines.
var articleArray = container{
	name:       "JSON",
	extensions: []string{".json", ".jsonl", ".ndjson"},
	matches:    func(head []byte) bool { return bytes.HasPrefix(withoutMark(head), []byte("[")) },
	parts:      readArray,
}

// articleObject is one article as a JSON object, or several behind one another.
var articleObject = container{
	name:       "JSON",
	extensions: []string{".json"},
	matches:    func(head []byte) bool { return bytes.HasPrefix(withoutMark(head), []byte("{")) },
	parts:      readArray,
}

// withoutMark is the start of a text without the byte order mark and the spaces before it.
func withoutMark(head []byte) []byte {
	return bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF")))
}

// readArray reads object by object. Where the JSON is broken, what follows can't be told apart and is not read.
func readArray(f File, in *bufio.Reader) iter.Seq2[part, *Problem] {
	return func(yield func(part, *Problem) bool) {
		if mark, _ := in.Peek(3); string(mark) == "\uFEFF" {
			_, _ = in.Discard(len(mark)) // it is there
		}
		told := keysTold{}
		bounded := &perArticle{in: in, left: MaxSize}
		objects := json.NewDecoder(bounded)
		fail := func(n int, err error) {
			yield(part{}, &Problem{File: f.Path, Message: fmt.Sprintf("article %d is not JSON: %v", n, err), Hint: "what follows is not read; mend it, or write one article a line"})
		}
		array := beginsArray(in)
		if array {
			if _, err := objects.Token(); err != nil {
				fail(1, err)
				return
			}
		}
		for n := 1; ; n++ {
			bounded.left = MaxSize
			if array && !objects.More() {
				break
			}
			var object json.RawMessage
			if err := objects.Decode(&object); errors.Is(err, io.EOF) && !array {
				return
			} else if err != nil {
				fail(n, cut(err))
				return
			}
			p, problem := article(object, 0, told)
			if problem != nil {
				problem.File, problem.Message = f.Path, fmt.Sprintf("article %d: %s", n, problem.Message)
			}
			if !yield(p, problem) {
				return
			}
		}
		if problem := behindArray(objects); problem != nil {
			problem.File = f.Path
			yield(part{}, problem)
		}
	}
}

// behindArray reports an array that is not closed, or has something behind it.
func behindArray(objects *json.Decoder) *Problem {
	if _, err := objects.Token(); err != nil {
		return &Problem{Message: "an array that is not closed", Value: cut(err).Error(), Hint: "what stands before it is read"}
	}
	if _, err := objects.Token(); !errors.Is(err, io.EOF) {
		return &Problem{Message: "something stands behind the array", Hint: "put it into the array, or write one article a line"}
	}
	return nil
}

func beginsArray(in *bufio.Reader) bool {
	head, _ := in.Peek(headSize) // an error leaves what there is
	return bytes.HasPrefix(bytes.TrimSpace(head), []byte("["))
}

// perArticle ends a reader where an article takes more than a document may.
type perArticle struct {
	in   io.Reader
	left int
}

var errLargeArticle = errors.New("it takes more than 6 MB")

func (r *perArticle) Read(to []byte) (int, error) {
	if r.left <= 0 && len(to) > 0 {
		return 0, errLargeArticle
	}
	n, err := r.in.Read(to)
	r.left -= n
	return n, err
}
