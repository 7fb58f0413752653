package read

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// articleLines is a file of JSON lines with an article each: `{"text": "…", "document_id": "…", "title": "…", "published": "…"}`.
var articleLines = container{
	name:       "JSON lines",
	extensions: []string{".jsonl", ".ndjson"},
	matches:    func(head []byte) bool { return !isGold(head) },
	parts:      readLines,
}

// Columns or keys of an article beside those of a manifest: its text, and its name.
var (
	textKeys = []string{"text", "content", "body"}
	idKeys   = []string{"document_id", "id"}
)

// isGold tells gold, which stands beside the texts that it is about, by the keys of its first line.
func isGold(head []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\uFEFF"))), []byte("\n"))
	var keys map[string]json.RawMessage
	return json.Unmarshal(line, &keys) == nil && keys["doc"] != nil && keys["relation"] != nil
}

func readLines(f File, in *bufio.Reader) iter.Seq2[part, *Problem] {
	return func(yield func(part, *Problem) bool) {
		told := keysTold{}
		for n := 1; ; n++ {
			line, err := boundedLine(in)
			if line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\uFEFF"))); len(line) > 0 || errors.Is(err, bufio.ErrTooLong) {
				p, problem := part{line: n}, (*Problem)(nil)
				if errors.Is(err, bufio.ErrTooLong) {
					problem = &Problem{Message: "an article of more than 6 MB", Hint: "split it; the other lines are read"}
				} else {
					p, problem = article(line, n, told)
				}
				if problem != nil {
					problem.File, problem.Line = f.Path, n
				}
				if !yield(p, problem) {
					return
				}
			}
			if err != nil && !errors.Is(err, bufio.ErrTooLong) {
				if !errors.Is(err, io.EOF) {
					yield(part{line: n}, &Problem{File: f.Path, Line: n, Message: reason(err), Hint: "what follows is not read"})
				}
				return
			}
		}
	}
}

// boundedLine reads a line. Of one that is longer than a document may be nothing is kept; the error is bufio.ErrTooLong then.
func boundedLine(in *bufio.Reader) (line []byte, err error) {
	for {
		piece, err := in.ReadSlice('\n')
		if line = append(line, piece...); len(line) > MaxSize {
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = in.ReadSlice('\n')
			}
			return nil, errors.Join(bufio.ErrTooLong, err)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, err
		}
	}
}

// article reads one line, or one object of an array. told are the unknown keys of those before.
func article(line []byte, n int, told keysTold) (part, *Problem) {
	p := part{line: n}
	if !utf8.Valid(line) {
		return p, &Problem{Message: "not valid UTF-8", Value: string(line), Hint: "write the file as UTF-8"}
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil || keys == nil {
		return p, &Problem{Message: "not a JSON object", Value: string(line), Hint: `write {"text": "...", "document_id": "a1", "published": "2023-05-09"}`}
	}
	var list []statement
	for _, key := range sortedKeys(keys) {
		switch {
		case slices.Contains(textKeys, key):
			if value, ok := jsonString(keys[key]); ok && p.raw == nil {
				p.raw = []byte(value)
			}
		case slices.Contains(idKeys, key):
			value, _ := jsonString(keys[key])
			if p.id = identifier(value, keys[key]); !isID(p.id) {
				return p, badID(p.id)
			}
		default:
			list = append(list, statedJSON(key, keys[key]))
		}
	}
	if len(p.raw) == 0 {
		return p, &Problem{Message: "no text", Value: string(line), Hint: `give the article as "text"`}
	}
	p.meta, p.remarks = about(told.news(list), articleKeys...)
	return p, nil
}

// articleKeys are the keys that an article has beside those of every document.
var articleKeys = []string{"text", "document_id"}

func badID(id string) *Problem {
	return &Problem{Message: "an ID that can't be one", Value: id, Hint: "write a name or a path, without control characters and without .."}
}

// identifier takes a number for the text that writes it.
func identifier(value string, raw json.RawMessage) string {
	if value != "" {
		return value
	}
	if s := string(raw); s != "null" && s != `""` {
		return s
	}
	return ""
}

// isID holds for a name, or a path down from the archive; "" is no ID, and no fault.
func isID(id string) bool {
	return id == "" || filepath.IsLocal(filepath.FromSlash(id)) && path.Clean(id) == id && !strings.ContainsFunc(id, unicode.IsControl)
}
