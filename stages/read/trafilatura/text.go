package trafilatura

import (
	"strings"

	"golang.org/x/net/html"

	"ties.dev/ties/stages/read/trafilatura/etree"
)

func trim(s string) string { return strings.Join(strings.Fields(s), " ") }

func textCharsTest(s string) bool { return trim(s) != "" }

// buttons are what a line ends with that shares or prints a page, in lower case.
var buttons = []string{"drucken", "email", "e-mail", "facebook", "flipboard", "google", "instagram", "linkedin", "mail", "pdf", "pinterest",
	"pocket", "print", "qq", "reddit", "twitter", "wechat", "weibo", "whatsapp", "xing", "mehr zum thema", "mehr zum thema:"}

// furthers is what a line ends with that leads to other articles, up to eight dots after it.
const furthers, dots = "more on this", 8

func textFilter(n *html.Node) bool {
	text := etree.Text(n)
	if text == "" {
		text = etree.Tail(n)
	}
	if !textCharsTest(text) {
		return true
	}
	for line := range strings.SplitSeq(text, "\n") {
		if isButton(line) {
			return true
		}
	}
	return false
}

func isButton(line string) bool {
	end := strings.ToLower(line[max(0, len(line)-32):])
	for _, b := range buttons {
		if strings.HasSuffix(end, b) {
			return true
		}
	}
	bare := strings.TrimRight(end, ".")
	return len(end)-len(bare) <= dots && strings.HasSuffix(bare, furthers)
}
