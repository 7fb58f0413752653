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
		line, last, known = line+1, text, known || slices.Contains(metaKeys, strings.Trim(key, `"`))
	}
	if !known {
		return nil
	}
	return &Problem{File: name, Line: line, Message: "front matter is never closed; it ends with", Value: last, Hint: "write a line --- below it"}
}

// frontMatter reads the keys of manifest.jsonl from YAML, which starts on the file's second line, and remarks on what can't be used
// of it. The Problem is that of YAML which can't be read.
func frontMatter(name, front string) (Meta, []Problem, *Problem) {
	if problem := nestedYAML(name, front); problem != nil {
		return Meta{}, nil, problem
	}
	file, err := parser.ParseBytes([]byte(front), 0)
	if err != nil {
		return Meta{}, nil, badYAML(name, err)
	}
	var list []statement
	for _, doc := range file.Docs {
		switch body := doc.Body.(type) {
		case nil, *ast.CommentGroupNode:
		case *ast.MappingNode:
			for _, pair := range body.Values {
				list = append(list, statedYAML(pair))
			}
		case *ast.MappingValueNode: // a mapping of one key
			list = append(list, statedYAML(body))
		default:
			return Meta{}, nil, &Problem{File: name, Line: 1 + lineOf(body), Message: "front matter is not a list of keys", Value: body.String(), Hint: "write title: ..., one key a line"}
		}
	}
	meta, remarks := about(list)
	return meta, remarks, nil
}

func statedYAML(pair *ast.MappingValueNode) statement {
	s := statement{key: strings.Trim(strings.TrimSpace(pair.Key.String()), `"'`), line: 1 + lineOf(pair.Key)}
	if s.value, s.text = scalar(pair.Value); !s.text {
		s.value = pair.Value.String()
	}
	return s
}

// scalar takes strings, lists of them, null and, for dates such as 2023, whole numbers: the
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
	case *ast.SequenceNode:
		var list []string
		for _, each := range node.Values {
			value, ok := scalar(each)
			if _, nested := each.(*ast.SequenceNode); nested || !ok {
				return "", false
			}
			list = append(list, value)
		}
		return strings.Join(list, ", "), true
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
