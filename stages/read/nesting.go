package read

import (
	"fmt"
	"strings"
)

// MaxNesting is how deep lists in front matter, or quotations and lists in Markdown, may stand in each other. Nobody writes ten; a
// parser asked for a hundred thousand takes gigabytes or hours.
const MaxNesting = 100

// nestedYAML reports front matter whose brackets stand too deep in each other. Those in quoted texts are counted, too.
func nestedYAML(name, front string) *Problem {
	deep, line := 0, 2 // the first line of front matter is the file's second
	for i := range len(front) {
		switch front[i] {
		case '\n':
			line++
		case '[', '{':
			deep++
		case ']', '}':
			deep = max(deep-1, 0)
		}
		if deep > MaxNesting {
			return tooDeep(name, line, "brackets")
		}
	}
	return nil
}

// nestedMarkdown reports a line that begins with too many marks of quotations and lists.
func nestedMarkdown(name, text string) *Problem {
	line := 0
	for text := range strings.Lines(text) {
		line++
		if containers(text) > MaxNesting {
			return tooDeep(name, line, "quotations or lists")
		}
	}
	return nil
}

// containers counts the marks that a line begins with: ">", and "-", "+" and "*" before a space, but for a rule, which is one of the
// latter over and over and nothing else.
func containers(line string) (n int) {
	rest := strings.TrimSpace(line)
	if strings.Trim(rest, "-* \t") == "" {
		return 0
	}
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '>':
			n++
		case c == ' ' || c == '\t':
		case strings.IndexByte("-+*", c) >= 0 && i+1 < len(rest) && (rest[i+1] == ' ' || rest[i+1] == '\t'):
			n++
		default:
			return n
		}
	}
	return n
}

func tooDeep(name string, line int, what string) *Problem {
	return &Problem{File: name, Line: line, Message: fmt.Sprintf("%s stand more than %d deep in each other", what, MaxNesting), Hint: "is it a text?"}
}
