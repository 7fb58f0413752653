package read

import (
	"regexp"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"ties.dev/ties/schemas"
)

// cutFrontMatter parts a text that starts with a line "---" at the next such
// line (or "..."). Without a second one there is no front matter.
func cutFrontMatter(text string) (front, body string, found bool) {
	rest, ok := cutFence(text)
	if !ok || strings.HasPrefix(text, "...") {
		return "", text, false
	}
	for at := 0; at < len(rest); {
		if body, ok := cutFence(rest[at:]); ok {
			return rest[:at], body, true
		}
		end := strings.IndexByte(rest[at:], '\n')
		if end < 0 {
			break
		}
		at += end + 1
	}
	return "", text, false
}

// cutFence takes a line "---" or "..." off the start of a text.
func cutFence(text string) (rest string, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimRight(line, " \t\r")
	return rest, line == "---" || line == "..."
}

// frontMatterKeyLine is a line of a front matter: a key of the metadata, or another word, before a colon.
var frontMatterKeyLine = regexp.MustCompile(`^(?:"[^"\n]+"|[A-Za-z][\w-]*):(?:[ \t].*)?$`)

// unread reports a front matter that can't be told from the text.
func unread(name, text string) *Problem {
	if problem := foreign(name, text); problem != nil {
		return problem
	}
	return unclosed(name, text)
}

// unclosed reports a front matter that no second line "---" ends: keys of the metadata right below the first. A lone line
// "---" above prose is a rule.
func unclosed(name, text string) *Problem {
	rest, ok := cutFence(text)
	if !ok || strings.HasPrefix(text, "...") {
		return nil
	}
	line, last, known := 1, "", false
	for text := range strings.Lines(rest) {
		text = strings.TrimRight(text, " \t\r\n")
		if !frontMatterKeyLine.MatchString(text) {
			break
		}
		key, _, _ := strings.Cut(text, ":")
		line, last, known = line+1, text, known || slices.Contains(strings.Split(metaKeys, ", "), strings.Trim(key, `"`))
	}
	if !known {
		return nil
	}
	return &Problem{File: name, Line: line, Message: "front matter is never closed; it ends with", Value: last, Hint: "write a line --- below it"}
}

// frontMatter reads the keys of manifest.jsonl from YAML, and passes over others, of which the Problem tells. The YAML starts on
// the file's second line.
func frontMatter(name, front string) (Meta, *Problem) {
	if problem := nestedYAML(name, front); problem != nil {
		return Meta{}, problem
	}
	file, err := parser.ParseBytes([]byte(front), 0)
	if err != nil {
		return Meta{}, badYAML(name, err)
	}
	var meta Meta
	var others []otherKey
	for _, doc := range file.Docs {
		switch body := doc.Body.(type) {
		case nil, *ast.CommentGroupNode:
		case *ast.MappingNode:
			for _, pair := range body.Values {
				if problem := frontMatterKey(name, pair, &meta, &others); problem != nil {
					return Meta{}, problem
				}
			}
		case *ast.MappingValueNode: // a mapping of one key
			if problem := frontMatterKey(name, body, &meta, &others); problem != nil {
				return Meta{}, problem
			}
		default:
			return Meta{}, &Problem{File: name, Line: 1 + lineOf(body), Message: "front matter is not a list of keys", Value: body.String(), Hint: "write title: ..., one key a line"}
		}
	}
	return meta, passedOver(name, others)
}

// otherKey is a key of a front matter that no document has, with the one that may be meant.
type otherKey struct {
	key, meant string
	line       int
}

// passedOver tells of keys that are not used: as a notice, unless one of them is like a key that would be.
func passedOver(name string, others []otherKey) *Problem {
	if len(others) == 0 {
		return nil
	}
	if i := slices.IndexFunc(others, func(o otherKey) bool { return o.meant != "" }); i >= 0 {
		o := others[i]
		return &Problem{File: name, Line: o.line, Message: "unknown key, and not used", Value: o.key, Hint: "did you mean " + o.meant + "? The document is read without it", Read: true}
	}
	var keys []string
	for _, o := range others {
		keys = append(keys, o.key)
	}
	return &Problem{File: name, Line: others[0].line, Message: "keys that are passed over", Value: strings.Join(keys, ", "), Hint: "known are " + metaKeys, Read: true, Notice: true}
}

func frontMatterKey(name string, pair *ast.MappingValueNode, meta *Meta, others *[]otherKey) *Problem {
	key := strings.Trim(strings.TrimSpace(pair.Key.String()), `"'`)
	if known := strings.Split(metaKeys, ", "); !slices.Contains(known, key) {
		*others = append(*others, otherKey{key, schemas.Nearest(key, strings.Split(usedKeys, ", ")), 1 + lineOf(pair.Key)})
		return nil
	}
	at := Problem{File: name, Line: 1 + lineOf(pair.Key)}
	value, ok := scalar(pair.Value)
	if !ok {
		at.Message, at.Value, at.Hint = key+" is not a text", pair.Value.String(), "write one text, in quotes where it looks like something else"
		return &at
	}
	if key == "published" && value == "" {
		return nil
	}
	if message, hint := meta.set(key, value); message != "" {
		at.Message, at.Value, at.Hint = message, value, hint
		return &at
	}
	return nil
}

// scalar takes strings, null and, for dates such as 2023, whole numbers: the
// digits as written. A number as a title is allowed for the same reason.
func scalar(node ast.Node) (string, bool) {
	switch node := node.(type) {
	case *ast.StringNode:
		return node.Value, true
	case *ast.LiteralNode:
		return node.Value.Value, true
	case *ast.IntegerNode:
		return node.GetToken().Value, true
	case *ast.NullNode:
		return "", true
	}
	return "", false
}

func lineOf(node ast.Node) int {
	return node.GetToken().Position.Line
}

func badYAML(name string, err error) *Problem {
	p := &Problem{File: name, Line: 1, Message: "front matter is not YAML", Hint: "write title: ..., one key a line, between two lines ---"}
	if line, complaint, ok := schemas.Complaint(err); ok {
		p.Line, p.Message, p.Hint = 1+line, "front matter: "+complaint, ""
	}
	return p
}

// foreign reports a front matter in TOML, between two lines "+++".
func foreign(name, text string) *Problem {
	line, rest, _ := strings.Cut(text, "\n")
	if strings.TrimSpace(line) != "+++" || !strings.Contains(rest, "\n+++") {
		return nil
	}
	return &Problem{File: name, Line: 1, Message: "front matter is not YAML", Value: "+++", Hint: "write title: ..., one key a line, between two lines ---"}
}
