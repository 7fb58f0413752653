package commands

import (
	"fmt"
	"strings"
	"unicode"
)

// oneLine is a text of a document as a line for a terminal: what would move the cursor, or turn the direction of the text around it, is
// written as its number.
func oneLine(s string) string { return visible(strings.Join(strings.Fields(s), " ")) }

func visible(s string) string {
	if strings.IndexFunc(s, unseen) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unseen(r) {
			fmt.Fprintf(&b, `\u{%X}`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unseen are control characters, and those that set the direction of text (Unicode's property Bidi_Control, UAX #9).
func unseen(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// inMarkdown is a text of a document as a line of Markdown that shows it as it is, and does nothing else: no markup, link, table cell
// or HTML of its own.
func inMarkdown(s string) string { return markup.Replace(oneLine(s)) }

var markup = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`,
	"~", `\~`, "#", `\#`, "!", `\!`, "://", `\://`)

// inSpreadsheet is a value as a cell of CSV. Spreadsheets take a cell for a formula that begins with one of = + - @, a tab or a
// carriage return (https://owasp.org/www-community/attacks/CSV_Injection); numbers do so rightly.
func inSpreadsheet(v any) string {
	text := cell(v)
	switch v.(type) {
	case string, []string:
		if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
			return "'" + text
		}
	}
	return text
}
