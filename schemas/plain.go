package schemas

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainNode is a value of a plain file: a scalar, a sequence, or a mapping with its keys in order.
type plainNode struct {
	kind   plainKind
	text   string // of a scalar
	quoted bool
	keys   []string // of a mapping
	items  []plainNode
}

type plainKind uint8

const (
	plainNull plainKind = iota
	plainScalar
	plainSequence
	plainMapping
)

// plainReader reads the YAML in which declarations are mostly written: block and flow collections, and scalars of one line. Whatever
// else it meets, mistakes included, it leaves to a full parser, which takes twenty times as long: odd is set, and what was read
// means nothing. Every start of a command reads all declarations.
type plainReader struct {
	lines []plainLine
	at    int // line that is next
	odd   bool
	named map[string]plainNode // values that are told again by their names: &name, *name
}

// plainLine is a line that holds something, without what it is indented by.
type plainLine struct {
	indent int
	text   string
}

// parsePlain reads a file; not ok where it is not plain.
func parsePlain(data string) (n plainNode, ok bool) {
	if strings.ContainsFunc(data, func(c rune) bool { return c != '\n' && (c == utf8.RuneError || !unicode.IsPrint(c)) }) {
		return n, false
	}
	r := &plainReader{lines: make([]plainLine, 0, strings.Count(data, "\n")+1), named: map[string]plainNode{}}
	for line := range strings.SplitSeq(data, "\n") {
		text := strings.TrimLeft(line, " ")
		if text == "" || text[0] == '#' {
			continue
		}
		if strings.HasPrefix(text, "---") || strings.HasPrefix(text, "...") {
			return n, false
		}
		r.lines = append(r.lines, plainLine{len(line) - len(text), text})
	}
	if len(r.lines) == 0 {
		return n, false
	}
	n = r.block(r.lines[0].indent)
	return n, !r.odd && r.at == len(r.lines)
}

func (r *plainReader) fail() plainNode {
	r.odd = true
	r.at = len(r.lines)
	return plainNode{}
}

// block is what stands at an indent: a sequence or a mapping.
func (r *plainReader) block(indent int) plainNode {
	if isItem(r.lines[r.at].text) {
		return r.sequence(indent)
	}
	return r.mapping(indent)
}

func isItem(text string) bool { return text == "-" || strings.HasPrefix(text, "- ") }

func (r *plainReader) sequence(indent int) plainNode {
	n := plainNode{kind: plainSequence}
	for r.at < len(r.lines) && r.lines[r.at].indent == indent && isItem(r.lines[r.at].text) {
		line := &r.lines[r.at]
		rest := strings.TrimLeft(line.text[1:], " ")
		if rest == "" || rest[0] == '#' || isItem(rest) {
			return r.fail()
		}
		line.indent, line.text = indent+len(line.text)-len(rest), rest // what stands behind the dash starts a block of its own
		if _, _, isKey := cutKey(rest); isKey {
			n.items = append(n.items, r.mapping(line.indent))
		} else {
			n.items = append(n.items, r.value(rest))
		}
	}
	if r.at < len(r.lines) && r.lines[r.at].indent > indent {
		return r.fail()
	}
	return n
}

func (r *plainReader) mapping(indent int) plainNode {
	n := plainNode{kind: plainMapping}
	for r.at < len(r.lines) && r.lines[r.at].indent == indent && !isItem(r.lines[r.at].text) {
		key, rest, ok := cutKey(r.lines[r.at].text)
		if !ok || n.has(key) {
			return r.fail()
		}
		n.keys = append(n.keys, key)
		if name, alone := nameAlone(rest); alone {
			r.at++
			n.items = append(n.items, r.nested(indent, name))
			continue
		}
		n.items = append(n.items, r.value(rest))
	}
	if r.at < len(r.lines) && r.lines[r.at].indent > indent {
		return r.fail()
	}
	return n
}

func (n *plainNode) has(key string) bool {
	for _, k := range n.keys {
		if k == key {
			return true
		}
	}
	return false
}

// nameAlone holds where nothing stands behind a key, or nothing but a name for the value under it.
func nameAlone(rest string) (name string, ok bool) {
	if rest == "" || rest[0] == '#' {
		return "", true
	}
	name, ok = strings.CutPrefix(rest, "&")
	return name, ok && isName(name)
}

func isName(s string) bool {
	return s != "" && s[0] >= 'a' && s[0] <= 'z' && strings.Trim(s, nameBytes) == ""
}

// nested is the value of a key that has nothing but perhaps a name for it behind it in its line. A sequence may stand as far left as its key.
func (r *plainReader) nested(indent int, name string) plainNode {
	if r.at == len(r.lines) {
		return plainNode{}
	}
	next := r.lines[r.at]
	if next.indent < indent || next.indent == indent && !isItem(next.text) {
		return plainNode{}
	}
	n := r.block(next.indent)
	if name != "" {
		r.named[name] = n
	}
	return n
}

// cutKey parts a line at its key: letters, digits and signs that mean nothing to YAML.
func cutKey(text string) (key, rest string, ok bool) {
	i := 0
	for i < len(text) && isKeyByte(text[i]) {
		i++
	}
	if i == 0 || i == len(text) || text[i] != ':' || i+1 < len(text) && text[i+1] != ' ' || !isText(text[:i]) {
		return "", "", false
	}
	return text[:i], strings.TrimLeft(text[i+1:], " "), true
}

const (
	nameBytes = "abcdefghijklmnopqrstuvwxyz0123456789_-"
	keyBytes  = nameBytes + "ABCDEFGHIJKLMNOPQRSTUVWXYZ.@"
)

func isKeyByte(b byte) bool { return strings.IndexByte(keyBytes, b) >= 0 }
