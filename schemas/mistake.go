package schemas

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Mistake gives an error in a declared YAML file its place: "file:line: what is wrong". The line is that of the value at path
// ("$.columns[2]"); where the parser found the error itself, that of the token at which it stopped. 0 leaves the line out.
func Mistake(file string, data []byte, path string, err error) error {
	if line, complaint, ok := Complaint(err); ok {
		return placed(file, line, errors.New(complaint))
	}
	return placed(file, lineOf(data, path), err)
}

// Complaint says what the YAML parser found wrong, with what to do, and in which line; not ok where the error is none of the parser's.
func Complaint(err error) (line int, complaint string, ok bool) {
	var parsed interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if !errors.As(err, &parsed) {
		return 0, "", false
	}
	value := ""
	if t := parsed.GetToken(); t != nil && t.Position != nil {
		line, value = t.Position.Line, t.Value
	}
	return line, plain(parsed.GetMessage(), value), true
}

func placed(file string, line int, err error) error {
	if line == 0 {
		return fmt.Errorf("%s: %w", file, err)
	}
	return fmt.Errorf("%s:%d: %w", file, line, err)
}

// lineOf is the line of the value at a YAML path, from 1; where there is none, that of the nearest thing around it, or 0.
func lineOf(data []byte, path string) int {
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return 0
	}
	for ; path != "" && path != "$"; path = path[:strings.LastIndexAny(path, ".[")] {
		p, err := yaml.PathString(path)
		if err != nil {
			continue
		}
		if node, err := p.FilterFile(file); err == nil && node != nil && node.GetToken() != nil {
			return node.GetToken().Position.Line
		}
	}
	return 0
}

// goTypes and usedWhere are how the parser says that a value is of another type than is wanted.
var (
	goTypes   = regexp.MustCompile(`cannot unmarshal (.+) into Go (?:struct field|value)(?: \S+)? of type (\S+)`)
	usedWhere = regexp.MustCompile(`^(\w+) was used where (\w+) is expected`)
)

// notYAML says of the parser's complaints what is wrong, and what to do; the first that a message holds.
var notYAML = []struct{ complaint, advice string }{
	{"sequence end token ']' not found", "a list that starts with [ is not closed: add ]"},
	{"or ']' must be specified", "the list before it is not closed: add ] or a comma"},
	{"or '}' must be specified", "the mapping before it is not closed: add } or a comma"},
	{"end token '}'", "a mapping that starts with { is not closed: add }"},
	{"end character of double-quoted", `a text that starts with " is not closed: add "`},
	{"end character of single-quoted", "a text that starts with ' is not closed: add ', and write '' for ' within it"},
	{"tab character", "a tab: indent with spaces"},
	{"found character '\t'", "a tab: indent with spaces"},
	{"mapping value is not allowed", "a second colon in a line, or a line that is indented wrongly: put the text in quotes, or mend the indentation"},
	{"value is not allowed", "this can't stand here: mend the indentation, or the brackets and quotes around it"},
	{"non-map value is specified", "a line without a key: write key: value, or indent it"},
	{"could not find alias", "a text can't start with *: put it in quotes"},
	{"could not find anchor", "a text can't start with &: put it in quotes"},
	{"reserved character", "a text can't start with this sign: put it in quotes"},
	{"directive", "a text can't start with %: put it in quotes"},
}

var definedTwice = regexp.MustCompile(`mapping key "(.*)" already defined`)

// plain says in the user's words what the parser says in Go's; value is the token that it stopped at.
func plain(message, value string) string {
	value = strings.Join(strings.Fields(value), " ")
	if m := goTypes.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%q: %s is given where %s is wanted", value, kindOf(m[1]), kindOf(m[2]))
	}
	if m := usedWhere.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%q: %s is given where %s is wanted", value, kindOf(m[1]), kindOf(m[2]))
	}
	if m := definedTwice.FindStringSubmatch(message); m != nil {
		return fmt.Sprintf("%q stands a second time: remove one of them", m[1])
	}
	for _, c := range notYAML {
		if strings.Contains(message, c.complaint) {
			return fmt.Sprintf("%q: %s", value, c.advice)
		}
	}
	return fmt.Sprintf("%q is not YAML: %s: mend the line, or put the text in quotes", value, strings.Join(strings.Fields(message), " "))
}

// kindOf names a type of Go or of YAML as one who writes YAML would.
func kindOf(name string) string {
	switch {
	case strings.HasPrefix(name, "[]"), name == "slice", name == "sequence":
		return "a list"
	case strings.HasPrefix(name, "map"):
		return "a mapping"
	case strings.HasSuffix(name, "string"), strings.HasSuffix(name, "Type"):
		return "a text"
	case strings.Contains(name, "int"), strings.Contains(name, "float"):
		return "a number"
	case strings.HasPrefix(name, "bool"):
		return "true or false"
	case name == "null":
		return "nothing"
	}
	return "a mapping"
}
