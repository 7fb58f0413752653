package schemas

import (
	"strings"
)

// value is what stands behind a key or a dash, perhaps over several lines where it is a collection in brackets. It ends its line.
func (r *plainReader) value(text string) plainNode {
	var n plainNode
	var rest string
	switch text[0] {
	case '&', '*':
		n, rest = r.name(text)
	case '[', '{':
		n, rest = r.flow(text)
	case '"', '\'':
		n, rest = r.quoted(text)
	default:
		n, rest = r.bare(text, ""), ""
	}
	if rest = strings.TrimLeft(rest, " "); rest != "" && rest[0] != '#' {
		return r.fail()
	}
	r.at++
	if r.odd {
		return r.fail()
	}
	return n
}

// flow is a collection in brackets at the start of the text, and what stands behind it.
func (r *plainReader) flow(text string) (n plainNode, rest string) {
	end := byte(']')
	n.kind = plainSequence
	if text[0] == '{' {
		n.kind, end = plainMapping, '}'
	}
	text = r.ahead(text[1:])
	for !r.odd && text[0] != end {
		if n.kind == plainMapping {
			var ok bool
			var key string
			if key, text, ok = cutKey(text); !ok || n.has(key) {
				return r.fail(), ""
			}
			n.keys = append(n.keys, key)
			text = r.ahead(text)
		}
		var item plainNode
		item, text = r.item(text)
		n.items = append(n.items, item)
		if text = r.ahead(text); r.odd || text[0] == end {
			break
		}
		if text[0] != ',' {
			return r.fail(), ""
		}
		text = r.ahead(text[1:])
	}
	if r.odd {
		return plainNode{}, ""
	}
	return n, text[1:]
}

// item is one value within brackets.
func (r *plainReader) item(text string) (n plainNode, rest string) {
	if r.odd {
		return n, ""
	}
	switch text[0] {
	case '&', '*':
		return r.name(text)
	case '[', '{':
		return r.flow(text)
	case '"', '\'':
		return r.quoted(text)
	}
	end := strings.IndexAny(text, ",[]{}")
	if end <= 0 || text[end] == '[' || text[end] == '{' {
		return r.fail(), ""
	}
	return r.bare(text[:end], ",[]{}"), text[end:]
}

// ahead is what comes next within brackets: in this line, or in the one after it.
func (r *plainReader) ahead(text string) string {
	text = strings.TrimLeft(text, " ")
	for text == "" || text[0] == '#' {
		if r.at+1 >= len(r.lines) {
			r.fail()
			return ""
		}
		r.at++
		text = r.lines[r.at].text
	}
	return text
}

// name gives a value in brackets or quotation marks a name (&), or tells the one that has it again (*).
func (r *plainReader) name(text string) (n plainNode, rest string) {
	end := 1
	for end < len(text) && strings.IndexByte(nameBytes, text[end]) >= 0 {
		end++
	}
	name, rest := text[1:end], strings.TrimLeft(text[end:], " ")
	if !isName(name) {
		return r.fail(), ""
	}
	if text[0] == '*' {
		n, known := r.named[name]
		if end < len(text) && strings.IndexByte(" ]}", text[end]) < 0 && !strings.HasPrefix(text[end:], ", ") {
			known = false // signs that belong to the name
		}
		if !known {
			return r.fail(), ""
		}
		return n, rest
	}
	if rest == "" || rest == text[end:] || strings.IndexByte(`[{"'`, rest[0]) < 0 || r.has(name) {
		return r.fail(), ""
	}
	n, rest = r.item(rest)
	r.named[name] = n
	return n, rest
}

func (r *plainReader) has(name string) bool {
	_, ok := r.named[name]
	return ok
}

// quoted is a text in quotation marks that ends in its line. Of escapes, those of the mark itself and of a line's end are known.
func (r *plainReader) quoted(text string) (n plainNode, rest string) {
	mark := text[0]
	var b strings.Builder
	for i := 1; i < len(text); i++ {
		c := text[i]
		switch {
		case c == mark && mark == '\'' && i+1 < len(text) && text[i+1] == mark:
			i++
		case c == mark:
			return plainNode{kind: plainScalar, text: b.String(), quoted: true}, text[i+1:]
		case c == '\\' && mark == '"':
			if i++; i == len(text) {
				return r.fail(), ""
			}
			switch c = text[i]; c {
			case '"', '\\':
			case 'n':
				c = '\n'
			default:
				return r.fail(), ""
			}
		}
		b.WriteByte(c)
	}
	return r.fail(), ""
}

// bare is a text without quotation marks.
func (r *plainReader) bare(text, forbidden string) plainNode {
	if i := strings.Index(text, " #"); i >= 0 && forbidden == "" {
		text = text[:i]
	}
	text = strings.TrimRight(text, " ")
	if text == "" || strings.Contains(text, ": ") || strings.HasSuffix(text, ":") || strings.IndexByte("&*!|>?%@`\"'#,[]{}", text[0]) >= 0 ||
		strings.HasPrefix(text, "- ") || forbidden != "" && strings.ContainsAny(text, forbidden+"#\"") {
		return r.fail()
	}
	return plainNode{kind: plainScalar, text: text}
}
