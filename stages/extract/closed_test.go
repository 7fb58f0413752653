package extract

import (
	"strings"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

func ownExtractor(t *testing.T) *Extractor {
	t.Helper()
	g, err := seeds.Default()
	if err != nil {
		t.Fatal(err)
	}
	tables, err := schemas.LoadTables(schemas.Declared())
	if err != nil {
		t.Fatal(err)
	}
	files, err := Load(tables, Declared())
	if err != nil {
		t.Fatal(err)
	}
	return New(annotate.NewLexicon(g, Classes(files)), tables, files)
}

// TestMasksHaveRoom holds every class of cues to a bit of its own: two that share one open sentences for each other's rules, and where
// one is of a word such as "the", every sentence there is.
func TestMasksHaveRoom(t *testing.T) {
	if spare := ownExtractor(t).Lexicon.Spare(); spare < 0 {
		t.Errorf("%d classes of cues have no bit: raise maskWords in stages/annotate/mask.go", -spare)
	}
}

// speech names states and tells nothing that a table takes.
const speech = `My country is convinced that no nation can meet the challenges of our time alone, however wealthy it may be. ` +
	`That is why Kenya has placed peace at the centre of its work, and calls on all to do the same. ` +
	`Our people have seen what the rising sea does in a single night, and ask what those who caused it are ready to give. ` +
	`When the drought came, Ghana sent grain before anyone had asked for it. ` +
	`We do not forget this, and we teach our children the names of those who came. ` +
	`The young people of Portugal wrote to us about the forests that burn each summer. ` +
	`Their letters are kept in our capital, in a room that everyone may enter. ` +
	`Hope is a harvest that must be sown each year anew.` + "\n\n"

// TestSpeechStaysClosed counts the sentences of a speech that are opened, and the rules that wait in them.
func TestSpeechStaysClosed(t *testing.T) {
	x := ownExtractor(t)
	doc := &schemas.Document{Text: strings.Repeat(speech, 20), Published: schemas.Date{Year: 2023, Month: 5, Day: 10}}
	var d annotate.Document
	x.Lexicon.Scan(&d, doc)
	r := resolve.New(&d)
	open := x.gates.open(&d, r.HasMain)
	defer open.done()
	opened, rules := 0, 0
	for i := range d.Len() {
		if here := open.sentence(i, r, newMemory()); len(here) > 0 {
			opened, rules = opened+1, rules+len(here)
		}
	}
	if opened > d.Len()/4 || rules > d.Len() {
		t.Errorf("of %d sentences %d are opened, for %d rules", d.Len(), opened, rules)
	}
}
