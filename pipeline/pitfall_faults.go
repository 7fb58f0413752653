//go:build faults

package pipeline

import (
	"os"
	"strings"

	"ties.dev/ties/schemas"
)

// pitfall panics on a document whose text holds what TIES_PITFALL has, as a mistake of the program would on a text that meets it.
func pitfall(doc *schemas.Document) {
	if mark := os.Getenv("TIES_PITFALL"); mark != "" && strings.Contains(doc.Text, mark) {
		panic("pitfall: " + mark)
	}
}
