package read

import (
	"bytes"
	"net/http"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
)

// decode gives a file's text as valid UTF-8. UTF-16 must say so by its byte
// order mark, and a page in another encoding by its meta tag; nothing is guessed.
func decode(name string, raw []byte) (string, *Problem) {
	if bytes.HasPrefix(raw, []byte("\xFE\xFF")) || bytes.HasPrefix(raw, []byte("\xFF\xFE")) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(raw)
		if err != nil {
			return "", &Problem{File: name, Message: "not valid UTF-16", Hint: "save it as UTF-8"}
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
