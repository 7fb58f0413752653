package read

import (
	"fmt"
	"strconv"
	"strings"
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

	Also []Problem `json:",omitempty"` // further ones of the same document, for which it is read as well
}

// Each gives a document's problems one by one; none for nil.
func (p *Problem) Each() []Problem {
	if p == nil {
		return nil
	}
	first := *p
	first.Also = nil
	return append([]Problem{first}, p.Also...)
}

// Stops holds for a problem for which the document is not read; it does not for nil.
func (p *Problem) Stops() bool { return p != nil && !p.Read }

// valueWidth is how many runes of an offending value are shown.
const valueWidth = 80

// Error gives "file:line: byte N: message: value; left out (hint)", without what is not known. The middle tells what becomes of the
// file, the line or the row.
func (p *Problem) Error() string {
	var b strings.Builder
	if !isName(p.File) {
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
	b.WriteString(p.outcome())
	if p.Hint != "" {
		b.WriteString(" (" + p.Hint + ")")
	}
	return b.String()
}

func (p *Problem) outcome() string {
	switch {
	case p.Notice:
		return ""
	case p.Read:
		return "; read without it"
	}
	return "; left out"
}

func cutValue(value string) string {
	value = strings.Join(strings.Fields(strings.ToValidUTF8(value, "\uFFFD")), " ")
	if runes := []rune(value); len(runes) > valueWidth {
		return string(runes[:valueWidth]) + "…"
	}
	return value
}
