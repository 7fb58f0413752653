package read

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// skipped elements hold no text of the author's.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true,
	atom.Nav: true, atom.Header: true, atom.Footer: true, atom.Aside: true, atom.Form: true,
	atom.Button: true, atom.Select: true, atom.Textarea: true, atom.Iframe: true, atom.Svg: true,
}

// inlineElements run on within a line; every other element stands for itself.
var inlineElements = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true,
	atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true,
	atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true,
}

// nodeBlocks walks a tree of HTML elements.
func nodeBlocks(root *html.Node) []block {
	w := htmlWalk{}
	w.node(root)
	w.flush(prose)
	return w.blocks
}

type htmlWalk struct {
	blocks []block
	line   strings.Builder // the running text since the last block; <br> is "\n"
}

func (w *htmlWalk) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		w.line.WriteString(strings.Map(lineEndsToSpaces, n.Data))
	case n.Type == html.ElementNode && skipped[tag(n)]:
	case n.Type == html.ElementNode && tag(n) == atom.Br:
		w.line.WriteByte('\n')
	case n.Type == html.ElementNode && !inlineElements[tag(n)]:
		w.flush(prose)
		w.element(n)
	default:
		w.children(n)
	}
}

// tag names an element. The extractor's own nodes come without a DataAtom.
func tag(n *html.Node) atom.Atom {
	return atom.Lookup([]byte(n.Data))
}

// lineEndsToSpaces undoes the layout of the page's source.
func lineEndsToSpaces(r rune) rune {
	if r == '\n' || r == '\r' || r == '\f' {
		return ' '
	}
	return r
}

func (w *htmlWalk) element(n *html.Node) {
	switch tag(n) {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.children(n)
		w.flush(heading)
	case atom.Figcaption, atom.Caption:
		w.children(n)
		w.flush(caption)
	case atom.Ul, atom.Ol:
		w.list(n)
	case atom.Tr:
		w.row(n)
	case atom.Pre:
		w.blocks = append(w.blocks, textBlocks(spaces(textOf(n)))...)
	default:
		w.children(n)
		w.flush(prose)
	}
}

func (w *htmlWalk) children(n *html.Node) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		w.node(child)
	}
}

// list marks the first block of each item.
func (w *htmlWalk) list(list *html.Node) {
	number := 0
	for child := list.FirstChild; child != nil; child = child.NextSibling {
		from := len(w.blocks)
		w.node(child)
		w.flush(prose)
		if tag(child) != atom.Li || from == len(w.blocks) || w.blocks[from].kind != prose {
			continue
		}
		mark := "• "
		if tag(list) == atom.Ol {
			number++
			mark = strconv.Itoa(number) + ". "
		}
		w.blocks[from] = block{item, mark + w.blocks[from].text}
	}
}

func (w *htmlWalk) row(tr *html.Node) {
	var cells []string
	for cell := tr.FirstChild; cell != nil; cell = cell.NextSibling {
		if text := oneLine(textOf(cell)); text != "" {
			cells = append(cells, text)
		}
	}
	if len(cells) == 1 { // the tables that old pages are laid out with
		w.children(tr)
		w.flush(prose)
		return
	}
	if len(cells) > 0 {
		w.blocks = append(w.blocks, block{row, strings.Join(cells, " | ")})
	}
}

// flush closes the running text. Only prose can be several paragraphs, which
// some pages part by <br><br>.
func (w *htmlWalk) flush(kind kind) {
	text := w.line.String()
	w.line.Reset()
	if kind == prose && strings.Contains(text, "\n") {
		w.blocks = append(w.blocks, textBlocks(spaces(text))...)
		return
	}
	if text = oneLine(text); text != "" {
		w.blocks = append(w.blocks, block{kind, text})
	}
}

// textOf is the text under a node, as it stands in the source.
func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	if n.Type == html.ElementNode && skipped[tag(n)] {
		return ""
	}
	var b strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		b.WriteString(textOf(child))
		if child.Type == html.ElementNode && !inlineElements[tag(child)] {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
