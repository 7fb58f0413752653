package read

import (
	"regexp"
	"strings"
)

// markdown is Markdown with or without front matter, and plain text in which
// some tool has left Markdown's links.
var markdown = format{name: "Markdown", matches: looksLikeMarkdown, read: readMarkdown}

// markdownMark is what plain text does not hold: a link, a heading, a fence, a
// table's rule, bold text, a link in angle brackets.
var markdownMark = regexp.MustCompile(`\]\([^()\s]*\)|(?m:^#{1,6} \S)|(?m:^(?:` + "```" + `|~~~))|(?m:^\|? ?:?-{3,}:? ?\|)|\*\*\w[^*\n]*\*\*|<https?://[^<>\s]+>`)

// markdownWindow is how far a mark is looked for, in bytes.
const markdownWindow = 256 << 10

func looksLikeMarkdown(text string) bool {
	if _, _, found := cutFrontMatter(text); found || unread("", text) != nil {
		return true
	}
	head := text[:min(len(text), markdownWindow)]
	// The marks' rarest characters first: a regular expression is slow on plain text.
	return strings.ContainsAny(head, "#`~*<|") && markdownMark.MatchString(head) ||
		strings.Contains(head, "](") && markdownMark.MatchString(head)
}

// maxMarkdown is the longest Markdown that is read, in bytes: its tree takes some
// 60 bytes for each of them.
const maxMarkdown = 3 << 20

func readMarkdown(name, text string) (page, *Problem) {
	if len(text) > maxMarkdown {
		return page{}, &Problem{File: name, Message: "Markdown of more than 3 MB", Hint: "split it into its documents"}
	}
	var problem *Problem
	front, body, found := cutFrontMatter(text)
	var meta Meta
	var remarks []Problem
	if !found {
		if problem := unread(name, text); problem != nil {
			return page{}, problem
		}
	} else if meta, remarks, problem = frontMatter(name, front); problem != nil {
		return page{}, problem
	}
	if problem := nestedMarkdown(name, text); problem != nil {
		return page{}, problem
	}
	blocks := markdownBlocks(body, !found)
	if len(blocks) > 0 && blocks[0].kind == heading {
		meta = meta.or(Meta{Title: blocks[0].text})
	}
	return page{meta: meta, blocks: blocks, remarks: remarks}, nil
}
