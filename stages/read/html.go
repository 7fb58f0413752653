package read

import (
	"net/http"
	"strings"

	"golang.org/x/net/html"

	"ties.dev/ties/stages/read/trafilatura"
)

var webPage = format{
	name:    "HTML",
	matches: looksLikeHTML,
	read:    readHTML,
}

// looksLikeHTML sniffs as browsers do, and takes XHTML too: an XML declaration may stand before the page.
func looksLikeHTML(text string) bool {
	head := strings.TrimSpace(text[:min(len(text), headSize)])
	if strings.HasPrefix(head, "<?xml") {
		_, head, _ = strings.Cut(head, "?>")
	}
	return strings.HasPrefix(http.DetectContentType([]byte(head)), "text/html")
}

// maxTags is how many tags a page may have: it is the tree that takes memory,
// some 350 bytes a tag, and not the scripts and pictures in it.
const maxTags = 300_000

// shortestExtract is the least the extractor must find, in bytes, to be believed;
// below it the whole body is read. It looks for articles and finds none in a note.
const shortestExtract = 200

func readHTML(name, text string) (page, *Problem) {
	if strings.Count(text, "<") > maxTags {
		return page{}, &Problem{File: name, Message: "a page of more than 300,000 tags", Hint: "split it into its documents"}
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return page{}, &Problem{File: name, Message: "not a page that can be parsed", Value: err.Error(), Hint: "save the page again"}
	}
	found := page{meta: pageMeta(root)}
	if article := trafilatura.Article(root); article != nil {
		found.blocks = nodeBlocks(article)
	}
	if textSize(found.blocks) < shortestExtract {
		found.blocks = nodeBlocks(root)
	}
	return found, nil
}

// fragmentBlocks reads HTML that stands within another format.
func fragmentBlocks(fragment string) []block {
	root, err := html.Parse(strings.NewReader(fragment))
	if err != nil {
		return nil
	}
	return nodeBlocks(root)
}

func textSize(blocks []block) int {
	size := 0
	for _, b := range blocks {
		size += len(b.text)
	}
	return size
}
