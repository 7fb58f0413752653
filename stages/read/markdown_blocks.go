package read

import (
	"bufio"
	"bytes"
	"html"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	written "github.com/yuin/goldmark/renderer/html"
	source "github.com/yuin/goldmark/text"
)

// commonMark is CommonMark with GitHub's tables.
var commonMark = goldmark.New(goldmark.WithExtensions(extension.Table))

// markdownBlocks walks the syntax tree of a Markdown text. Within a paragraph a
// line end is a space, as CommonMark has it; in a loose text, which only holds
// some Markdown, long lines are the paragraphs of a text without blank lines.
func markdownBlocks(text string, loose bool) []block {
	w := markdownWalk{source: []byte(text), loose: loose}
	w.children(commonMark.Parser().Parse(source.NewReader(w.source)))
	return w.blocks
}

type markdownWalk struct {
	source   []byte
	loose    bool
	blocks   []block
	captions []string // of the images within the paragraph at hand
	hidden   string   // the raw element that stands open in it, "script" or "style"
}

func (w *markdownWalk) children(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

func (w *markdownWalk) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.add(heading, w.inline(n))
	case *ast.Paragraph, *ast.TextBlock:
		w.add(prose, w.inline(n))
	case *ast.List:
		w.list(n)
	case *tables.TableHeader, *tables.TableRow:
		w.add(row, strings.Join(w.cells(n), " | "))
	case *ast.CodeBlock: // in a corpus of texts an indented paragraph is a paragraph
		w.blocks = append(w.blocks, markdownBlocks(dedent(w.lines(n)), w.loose)...)
	case *ast.FencedCodeBlock:
		if !w.isCode(n) {
			w.blocks = append(w.blocks, textBlocks(spaces(w.lines(n)))...)
		}
	case *ast.HTMLBlock:
		w.blocks = append(w.blocks, fragmentBlocks(w.lines(n))...)
	default: // block quotes, tables
		w.children(n)
	}
}

// list marks the first block of each item; what else an item holds follows it.
func (w *markdownWalk) list(list *ast.List) {
	number := list.Start
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		from := len(w.blocks)
		w.children(n)
		mark := "• "
		if list.IsOrdered() {
			mark = strconv.Itoa(number) + ". "
			number++
		}
		if from < len(w.blocks) && w.blocks[from].kind == prose {
			w.blocks[from] = block{item, mark + w.blocks[from].text}
		}
	}
}

func (w *markdownWalk) cells(row ast.Node) []string {
	var cells []string
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		if cell := oneLine(w.inline(n)); cell != "" {
			cells = append(cells, cell)
		}
	}
	return cells
}

func (w *markdownWalk) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(w.source))
	}
	return b.String()
}

func dedent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimLeft(line, " \t"))
	}
	return b.String()
}

// add appends a block of one line, and the captions of its images behind it.
func (w *markdownWalk) add(kind kind, text string) {
	if kind == prose && w.severalParagraphs(text) {
		w.blocks = append(w.blocks, textBlocks(spaces(text))...)
	} else if text = oneLine(text); text != "" {
		w.blocks = append(w.blocks, block{kind, text})
	}
	for _, alt := range w.captions {
		w.blocks = append(w.blocks, block{caption, alt})
	}
	w.captions = nil
}

// severalParagraphs looks for bullets that are not Markdown's, for rows of a table
// that has no bars, and in a loose text for lines too long to be wrapped.
func (w *markdownWalk) severalParagraphs(text string) bool {
	if !strings.Contains(text, "\n") {
		return false
	}
	lines := strings.Split(text, "\n")
	return strings.Contains(text, "\n•") || bareRows(lines) || w.loose && widest(lines) > wrapLimit
}

// bareRows holds for three short lines or more that start anew each: nobody wraps
// a text so narrowly.
func bareRows(lines []string) bool {
	width := widest(lines)
	if len(lines) < 3 || width >= wrapMinimum && !mostlyShort(lines, width/2) {
		return false
	}
	return !slices.ContainsFunc(lines[1:], startsLower)
}

// oneLine tidies the characters of a block that holds no line ends of its own.
func oneLine(text string) string {
	return strings.Join(strings.Fields(spaces(text)), " ")
}

// inline gives the text within a block: of links their text, of images nothing.
func (w *markdownWalk) inline(parent ast.Node) string {
	w.hidden = ""
	var b bytes.Buffer
	out := bufio.NewWriter(&b)
	w.writeInline(out, parent)
	_ = out.Flush() // a bytes.Buffer takes everything
	return html.UnescapeString(b.String())
}

// writeInline writes text as HTML would hold it, since only goldmark's writer
// resolves escapes and entities together, as CommonMark (section 2.4, 2.5) asks.
func (w *markdownWalk) writeInline(out *bufio.Writer, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if raw, ok := n.(*ast.RawHTML); ok {
			w.pass(raw)
			continue
		}
		if w.hidden != "" {
			continue
		}
		switch n := n.(type) {
		case *ast.Text:
			written.DefaultWriter.Write(out, n.Segment.Value(w.source))
			if n.SoftLineBreak() || n.HardLineBreak() {
				_ = out.WriteByte('\n')
			}
		case *ast.String:
			written.DefaultWriter.Write(out, n.Value)
		case *ast.AutoLink:
			written.DefaultWriter.RawWrite(out, n.Label(w.source))
		case *ast.Image:
			if alt := oneLine(w.inline(n)); alt != "" {
				w.captions = append(w.captions, alt)
			}
		case *ast.CodeSpan:
			w.writeCode(out, n)
		default: // emphasis, links
			w.writeInline(out, n)
		}
	}
}

// pass notes a tag: what it encloses is written by itself, but for scripts and styles.
func (w *markdownWalk) pass(tag *ast.RawHTML) {
	text := strings.ToLower(string(tag.Segments.Value(w.source)))
	for _, name := range []string{"script", "style"} {
		switch {
		case w.hidden == name && strings.HasPrefix(text, "</"+name):
			w.hidden = ""
		case w.hidden == "" && strings.HasPrefix(text, "<"+name) && !strings.HasSuffix(text, "/>"):
			w.hidden = name
		}
	}
}

// isCode holds for a block of code, which says nothing of the world. A fence that nothing closes is none, and in a text that holds only
// some Markdown a line of tildes is a rule.
func (w *markdownWalk) isCode(n *ast.FencedCodeBlock) bool {
	if n.Lines().Len() == 0 {
		return true
	}
	rest := bytes.TrimLeft(w.source[n.Lines().At(n.Lines().Len()-1).Stop:], " \t>")
	return bytes.HasPrefix(rest, []byte("```")) || !w.loose && bytes.HasPrefix(rest, []byte("~~~"))
}

// writeCode writes a code span, in which nothing is an escape.
func (w *markdownWalk) writeCode(out *bufio.Writer, code ast.Node) {
	for n := code.FirstChild(); n != nil; n = n.NextSibling() {
		if text, ok := n.(*ast.Text); ok {
			written.DefaultWriter.RawWrite(out, text.Segment.Value(w.source))
		}
	}
}
