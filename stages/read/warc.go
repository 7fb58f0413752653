package read

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"golang.org/x/net/html/charset"
)

// webArchive is a WARC file, ISO 28500: records of a version line, named fields, an empty line and as many bytes as
// Content-Length says. The documents are its responses that are pages or texts.
var webArchive = container{
	name:       "WARC",
	extensions: []string{".warc"},
	matches:    func(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/")) },
	parts:      readArchive,
}

func readArchive(f File, in *bufio.Reader) iter.Seq2[part, *Problem] {
	return func(yield func(part, *Problem) bool) {
		for n := 1; ; n++ {
			fields, size, err := recordHead(in)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(part{}, &Problem{File: f.Path, Message: fmt.Sprintf("record %d is broken: %v", n, err), Hint: "what follows is not read"})
				return
			}
			block := &io.LimitedReader{R: in, N: size}
			var p part
			var problem *Problem
			wanted := false
			if fields.Get("Warc-Type") == "response" {
				p, problem, wanted = response(fields, block)
			}
			if _, err := io.Copy(io.Discard, block); err != nil || block.N > 0 {
				yield(part{}, &Problem{File: f.Path, Message: fmt.Sprintf("record %d is cut short: %v", n, cut(cmp.Or(err, io.EOF))), Hint: "what follows is not read"})
				return
			}
			if problem != nil {
				problem.File = f.Path
			}
			if (wanted || problem != nil) && !yield(p, problem) {
				return
			}
		}
	}
}

// recordHead reads a record up to its block; io.EOF at the end of the archive.
func recordHead(in *bufio.Reader) (textproto.MIMEHeader, int64, error) {
	reader := textproto.NewReader(in)
	version, err := reader.ReadLine()
	for err == nil && version == "" { // two empty lines end the record before
		version, err = reader.ReadLine()
	}
	if err != nil {
		return nil, 0, err
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, 0, fmt.Errorf("it starts with %q and not with WARC/1.0", cutValue(version))
	}
	fields, err := reader.ReadMIMEHeader()
	if err != nil {
		return nil, 0, cut(err)
	}
	size, err := strconv.ParseInt(fields.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return nil, 0, fmt.Errorf("its Content-Length is %q", fields.Get("Content-Length"))
	}
	return fields, size, nil
}

func cut(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// response is the page of an HTTP response; not wanted where it is none, or was not found.
func response(fields textproto.MIMEHeader, block io.Reader) (p part, problem *Problem, wanted bool) {
	address := strings.Trim(fields.Get("Warc-Target-Uri"), "<>")
	answer, err := http.ReadResponse(bufio.NewReader(block), nil)
	if err != nil {
		return p, &Problem{Message: "a response that can't be parsed", Value: address, Hint: "the other records are read"}, false
	}
	defer answer.Body.Close()
	kind := answer.Header.Get("Content-Type")
	if answer.StatusCode != http.StatusOK || !strings.HasPrefix(kind, "text/") && !strings.HasPrefix(kind, "application/xhtml") {
		return p, nil, false
	}
	body, err := decompressed(answer)
	if err != nil {
		return p, &Problem{Message: err.Error(), Value: address, Hint: "archive it uncompressed; the other records are read"}, false
	}
	raw, err := io.ReadAll(io.LimitReader(body, MaxSize+1))
	if err != nil || len(raw) > MaxSize {
		return p, &Problem{Message: "a page that is cut short or larger than 6 MB", Value: address, Hint: "the other records are read"}, false
	}
	p = part{id: strings.Trim(fields.Get("Warc-Record-Id"), "<>"), raw: toUTF8(raw, kind), meta: Meta{URL: address}}
	return p, nil, true
}

// decompressed is the body of a response as its server had it before the Content-Encoding, RFC 9110, section 8.4.
// What archived it may have decoded it already, and kept its headers.
func decompressed(answer *http.Response) (io.Reader, error) {
	in := bufio.NewReader(answer.Body)
	head, _ := in.Peek(2) // an error leaves what there is
	switch coding := strings.ToLower(strings.TrimSpace(answer.Header.Get("Content-Encoding"))); coding {
	case "", "identity":
		return in, nil
	case "gzip", "x-gzip":
		if string(head) != "\x1f\x8b" {
			return in, nil
		}
		return gzip.NewReader(in)
	case "deflate": // is zlib by the standard, and without its frame by some servers
		if len(head) == 2 && head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
			return zlib.NewReader(in)
		}
		return flate.NewReader(in), nil
	default:
		return nil, fmt.Errorf("a response in the Content-Encoding %s, which is not read", cutValue(coding))
	}
}

// toUTF8 decodes a page in the encoding that its server names; what names none is left for decode.
func toUTF8(raw []byte, kind string) []byte {
	_, name, found := strings.Cut(strings.ToLower(kind), "charset=")
	encoding, canonical := charset.Lookup(strings.Trim(name, `"' ;`))
	if !found || encoding == nil || canonical == "utf-8" {
		return raw
	}
	text, err := encoding.NewDecoder().Bytes(raw)
	if err != nil {
		return raw
	}
	return text
}
