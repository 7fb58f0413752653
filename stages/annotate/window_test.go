package annotate_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
)

// TestLongTextIsLetGo reads a text of four megabytes to its end: what its sentences take is not kept, and the first is analysed
// again as it was.
func TestLongTextIsLetGo(t *testing.T) {
	gazetteer, err := seeds.Default()
	if err != nil {
		t.Fatal(err)
	}
	line := "Peru and Chile sent 12 percent of their exports to Brazil in 2019, and Bolivia sent 9 percent.\n"
	doc := annotate.NewLexicon(gazetteer, nil).Annotate(&schemas.Document{Text: strings.Repeat(line, 4<<20/len(line))})
	first := fmt.Sprintf("%+v", *doc.Sentence(0))
	before := live()
	for i := range doc.Len() {
		doc.Sentence(i)
	}
	if grown := live() - before; grown > 64<<20 {
		t.Errorf("analysing a text of 4 MB keeps %d MB", grown>>20)
	}
	if again := fmt.Sprintf("%+v", *doc.Sentence(0)); again != first {
		t.Errorf("the first sentence is analysed to\n%s\nand was\n%s", again, first)
	}
}

func live() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
