package trafilatura

import (
	"strings"
	"testing"

	"github.com/go-shiori/dom"
	"golang.org/x/net/html"
)

const page = `<html><head><title>Harbour</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article class="article-body"><h1>The harbour opens again</h1>
<p>After nine months of work the harbour took its first ships on Monday, and the mayor cut a ribbon that had been kept dry since spring.</p>
<p>Fishermen had waited for it longest: for them the year had been one of short trips from a pier that was built for bathers.</p>
<p>Share on Facebook</p></article>
<div class="author-bio"><p>The author has written of harbours since he could swim, and lives by one with two dogs and a boat that does not float.</p></div>
<div class="comments"><p>First!</p></div></body></html>`

func TestArticle(t *testing.T) {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	before := dom.OuterHTML(doc)
	text := dom.TextContent(Article(doc))
	for _, want := range []string{"took its first ships", "built for bathers"} {
		if !strings.Contains(text, want) {
			t.Errorf("the article lacks %q: %s", want, text)
		}
	}
	for _, unwanted := range []string{"Sport", "Facebook", "two dogs", "First!"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("the article holds %q", unwanted)
		}
	}
	if dom.OuterHTML(doc) != before {
		t.Error("the page is not as it was")
	}
}

func TestNoArticle(t *testing.T) {
	doc, err := html.Parse(strings.NewReader("<html><body><nav>Home</nav></body></html>"))
	if err != nil {
		t.Fatal(err)
	}
	if a := Article(doc); a != nil {
		t.Errorf("an article is found where there is none: %s", dom.OuterHTML(a))
	}
}

func TestButtons(t *testing.T) {
	for line, want := range map[string]bool{"Share by E-Mail": true, "Print": true, "More on this...": true, "They print books": false, "More on this.........": false} {
		if isButton(line) != want {
			t.Errorf("%q: a button is %v", line, !want)
		}
	}
}
