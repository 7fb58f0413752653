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
	var parsed interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &parsed) {
		line, value := 0, ""
		if t := parsed.GetToken(); t != nil && t.Position != nil {
			line, value = t.Position.Line, t.Value
		}
		return placed(file, line, errors.New(plain(parsed.GetMessage(), value)))
	}
	return placed(file, lineOf(data, path), err)
}

func placed(file string, line int, err error) error {
	if line == 0 {
		return fmt.Errorf("%s: %w", file, err)
	}
	return fmt.Errorf("%s:%d: %w", file, line, err)
}

// lineOf is the line of the value at a YAML path, from 1, or 0 where there is none.
func lineOf(data []byte, path string) int {
	p, err := yaml.PathString(path)
	if err != nil {
		return 0
	}
	file, err := parser.ParseBytes(data, 0)
	if err != nil {
		return 0
	}
	node, err := p.FilterFile(file)
	if err != nil || node.GetToken() == nil {
		return 0
	}
	return node.GetToken().Position.Line
}

var goTypes = regexp.MustCompile(`cannot unmarshal (\S+) into Go (?:struct field|value)(?: \S+)? of type (\S+)`)

// plain says in the user's words what the parser says in Go's; value is the token that it stopped at.
func plain(message, value string) string {
	message = goTypes.ReplaceAllStringFunc(message, func(s string) string {
		m := goTypes.FindStringSubmatch(s)
		return fmt.Sprintf("%q: %s is given where %s is wanted", value, kindOf(m[1]), kindOf(m[2]))
	})
	return strings.Join(strings.Fields(message), " ")
}

// kindOf names a Go type as one who writes YAML would.
func kindOf(goType string) string {
	switch {
	case strings.HasPrefix(goType, "[]"), goType == "slice":
		return "a list"
	case strings.HasPrefix(goType, "map"):
		return "a mapping"
	case strings.HasSuffix(goType, "string"), strings.HasSuffix(goType, "Type"):
		return "a text"
	case strings.Contains(goType, "int"), strings.Contains(goType, "float"):
		return "a number"
	case goType == "bool":
		return "true or false"
	}
	return "a mapping"
}
