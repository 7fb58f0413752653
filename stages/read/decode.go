package read

import (
	"bytes"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// marked are the encodings that say what they are by a byte order mark. The mark
// of UTF-32 starts as that of UTF-16 does.
var marked = []struct {
	name  string
	marks []string
	encoding.Encoding
}{
	{"UTF-32", []string{"\xFF\xFE\x00\x00", "\x00\x00\xFE\xFF"}, utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM)},
	{"UTF-16", []string{"\xFF\xFE", "\xFE\xFF"}, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)},
}

// decode gives a file's text as valid UTF-8. UTF-16 and UTF-32 must say so by their
// byte order mark, and a page in another encoding by its meta tag; nothing is guessed.
func decode(name string, raw []byte) (string, *Problem) {
	for _, m := range marked {
		if !slices.ContainsFunc(m.marks, func(mark string) bool { return bytes.HasPrefix(raw, []byte(mark)) }) {
			continue
		}
		text, err := m.NewDecoder().Bytes(raw)
		if err != nil || bytes.IndexByte(text, 0) >= 0 {
			return "", &Problem{File: name, Message: "not valid " + m.name, Hint: "save it as UTF-8"}
		}
		return string(text), nil
	}
	if problem := binary(name, raw); problem != nil {
		return "", problem
	}
	if utf8.Valid(raw) {
		return strings.TrimPrefix(string(raw), "\uFEFF"), nil
	}
	if text, ok := declared(raw); ok {
		return text, nil
	}
	return "", invalid(name, raw)
}

// binary refuses what no reader of text can read.
func binary(name string, raw []byte) *Problem {
	kind := http.DetectContentType(raw)
	sure := kind == "application/pdf" || !utf8.Valid(raw) // "BMW said" starts as a bitmap does
	if sure && !strings.HasPrefix(kind, "text/") && kind != "application/octet-stream" {
		return &Problem{File: name, Message: "not a text", Value: kind, Hint: "convert it to text or HTML"}
	}
	if at := bytes.IndexByte(raw, 0); at >= 0 {
		return &Problem{File: name, Offset: int64(at), HasOffset: true, Message: "a NUL byte: not a text", Hint: "convert it to UTF-8 text"}
	}
	return nil
}

// charsetName is <meta charset="..."> and <meta http-equiv content="text/html; charset=...">.
var charsetName = regexp.MustCompile(`(?i)<meta[^>]{1,200}charset\s*=\s*["']?\s*([a-z0-9_:-]+)`)

// declared decodes a page whose head names an encoding other than UTF-8.
func declared(raw []byte) (string, bool) {
	name := charsetName.FindSubmatch(raw[:min(len(raw), headSize)])
	if name == nil {
		return "", false
	}
	encoding, canonical := charset.Lookup(string(name[1]))
	if encoding == nil || canonical == "utf-8" {
		return "", false
	}
	text, err := encoding.NewDecoder().Bytes(raw)
	return string(text), err == nil && utf8.Valid(text)
}

func invalid(name string, raw []byte) *Problem {
	at := 0
	for at < len(raw) {
		r, size := utf8.DecodeRune(raw[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return &Problem{
		File: name, Line: 1 + bytes.Count(raw[:at], []byte("\n")), Offset: int64(at), HasOffset: true,
		Message: "not valid UTF-8", Value: hexByte(raw[at]), Hint: "save it as UTF-8",
	}
}

func hexByte(b byte) string {
	const digits = "0123456789ABCDEF"
	return "0x" + string(digits[b>>4]) + string(digits[b&15])
}
