package read

import (
	"encoding/json"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"ties.dev/ties/schemas"
)

// The names under which pages state each field, the most reliable first:
// Open Graph (ogp.me), schema.org, Dublin Core, Highwire Press, Parse.ly.
var (
	titleNames     = []string{"og:title", "json:headline", "citation_title", "dc.title", "twitter:title", "title", "h1"}
	publisherNames = []string{"og:site_name", "json:publisher", "citation_journal_title", "dc.publisher", "application-name"}
	authorNames    = []string{"author", "json:author", "citation_author", "dc.creator", "parsely-author", "article:author"}
	publishedNames = []string{"article:published_time", "json:datepublished", "datepublished", "citation_publication_date",
		"dc.date.issued", "dcterms.issued", "dc.date", "parsely-pub-date", "pubdate", "publishdate", "publish-date", "date"}
	urlNames      = []string{"canonical", "og:url"}
	languageNames = []string{"lang", "content-language", "og:locale"}
)

// pageMeta takes what the page states about itself, and guesses nothing from its text.
func pageMeta(root *html.Node) Meta {
	stated := map[string]string{}
	collectMeta(root, stated)
	meta := Meta{
		Title:     firstStated(stated, titleNames),
		Publisher: firstStated(stated, publisherNames),
		Author:    firstStated(stated, authorNames),
		URL:       firstStated(stated, urlNames),
		Language:  strings.ReplaceAll(firstStated(stated, languageNames), "_", "-"),
	}
	if strings.HasPrefix(meta.Author, "http") { // article:author may be a profile's address
		meta.Author = ""
	}
	if stated["og:title"] == "" && meta.Publisher != "" {
		meta.Title = withoutSite(meta.Title, meta.Publisher)
	}
	for _, name := range publishedNames {
		if date, ok := pageDate(stated[name]); ok {
			meta.Published = date
			break
		}
	}
	return meta
}

func firstStated(stated map[string]string, names []string) string {
	for _, name := range names {
		if stated[name] != "" {
			return stated[name]
		}
	}
	return ""
}

// withoutSite takes "| The Site" off the end of a window's title.
func withoutSite(title, site string) string {
	if before, ok := strings.CutSuffix(title, site); ok && before != "" {
		return strings.TrimRight(before, " |-–—·:")
	}
	return title
}

// pageDate reads the day off the timestamps that pages write, with or without a
// zone, and Highwire's 2023/05/09. Another form is no date: nothing is guessed.
func pageDate(value string) (schemas.Date, bool) {
	value = strings.ReplaceAll(value, "/", "-")
	if len(value) > 10 && strings.ContainsAny(value[10:11], "T ") {
		value = value[:10]
	}
	date, err := schemas.ParseDate(value)
	return date, err == nil && value != ""
}

// collectMeta fills stated with the first value of each name.
func collectMeta(n *html.Node, stated map[string]string) {
	state := func(name, value string) {
		if name = strings.ToLower(name); stated[name] == "" && name != "" {
			stated[name] = oneLine(value)
		}
	}
	switch n.DataAtom {
	case atom.Html:
		state("lang", attribute(n, "lang"))
	case atom.Meta:
		state(attribute(n, "property"), attribute(n, "content"))
		state(attribute(n, "name"), attribute(n, "content"))
		state(attribute(n, "itemprop"), attribute(n, "content"))
		state(attribute(n, "http-equiv"), attribute(n, "content"))
	case atom.Link:
		if attribute(n, "rel") == "canonical" {
			state("canonical", attribute(n, "href"))
		}
	case atom.Time:
		state(attribute(n, "itemprop"), attribute(n, "datetime"))
	case atom.Title, atom.H1:
		state(n.Data, textOf(n))
	case atom.Script:
		if attribute(n, "type") == "application/ld+json" && n.FirstChild != nil {
			collectJSON(n.FirstChild.Data, state)
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		collectMeta(child, stated)
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// collectJSON reads JSON-LD: an article, or a list or an @graph that holds one.
func collectJSON(text string, state func(name, value string)) {
	var value any
	if json.Unmarshal([]byte(text), &value) != nil {
		return
	}
	collectLinked(value, state)
}

func collectLinked(value any, state func(name, value string)) {
	switch value := value.(type) {
	case []any:
		for _, each := range value {
			collectLinked(each, state)
		}
	case map[string]any:
		if _, ok := value["headline"]; ok {
			for _, key := range []string{"headline", "datePublished", "publisher", "author"} {
				state("json:"+key, strings.Join(names(value[key]), ", "))
			}
		}
		collectLinked(value["@graph"], state)
	}
}

// names gives a text, or the names of a person, an organisation or a list of them.
func names(value any) []string {
	switch value := value.(type) {
	case string:
		return []string{html.UnescapeString(value)}
	case map[string]any:
		return names(value["name"])
	case []any:
		var all []string
		for _, each := range value {
			all = append(all, names(each)...)
		}
		return all
	}
	return nil
}
