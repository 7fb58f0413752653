package read

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// A Problem is what is wrong with one place of a corpus, and what to do.
// It stops that file or that line, unless it says that the document is read without it; the rest of the corpus goes on.
type Problem struct {
	File    string // path, as it can be opened
	Line    int    // from 1; 0 where the whole file is meant
	Offset  int64  // bytes from the start of the file; meaningful where HasOffset
	Value   string // the offending value, cut to valueWidth
	Message string
	Hint    string // what to do

	HasOffset bool
	Read      bool // the document is read, without what stands here
	Notice    bool // so it is, and nothing is lost by it
}

// Stops holds for a problem for which the document is not read; it does not for nil.
func (p *Problem) Stops() bool { return p != nil && !p.Read }

// valueWidth is how many runes of an offending value are shown.
const valueWidth = 80

// Error gives "file:line: byte N: message: value (hint)", without what is not known.
func (p *Problem) Error() string {
	var b strings.Builder
	if strings.ContainsFunc(p.File, unicode.IsControl) {
		b.WriteString(strconv.Quote(p.File)) // a problem is one line
	} else {
		b.WriteString(p.File)
	}
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
	}
	if p.HasOffset {
		fmt.Fprintf(&b, ": byte %d", p.Offset)
	}
	b.WriteString(": " + p.Message)
	if p.Value != "" {
		b.WriteString(": " + cutValue(p.Value))
	}
	if p.Hint != "" {
		b.WriteString(" (" + p.Hint + ")")
	}
	return b.String()
}

func cutValue(value string) string {
	value = strings.Join(strings.Fields(strings.ToValidUTF8(value, "\uFFFD")), " ")
	if runes := []rune(value); len(runes) > valueWidth {
		return string(runes[:valueWidth]) + "…"
	}
	return value
}
