package extract_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
)

// dense is a paragraph in which most sentences fire a rule.
const dense = `Remittances made up 31 percent of Kyrgyzstan's GDP in 2022, up from 24 percent in 2019. ` +
	`The presidents of Kazakhstan, Tajikistan and Uzbekistan attended the Victory Day parade in Moscow, and so did Armenia's prime minister. ` +
	`Armenia, Belarus and Kazakhstan are members of the Eurasian Economic Union, which Moscow leads. ` +
	`Russia is Kazakhstan's largest trading partner and accounted for a fifth of its exports last year.` + "\n\n"

// typical is a paragraph of a speech that names states and states no fact.
const typical = `My country is convinced that the challenges of our time cannot be met by any nation alone, however large or wealthy it may be. ` +
	`That is why Kenya and its neighbours in the region have placed peace at the centre of their work, and why we call on all members of this house to do the same. ` +
	`The people of our island have seen what the rising sea can do in a single night, and they ask what those who caused it are prepared to give. ` +
	`We thank the United Nations for the help that came when it was needed most.` + "\n\n"

// empty is a paragraph without a name of the lexicon.
const empty = `The emperor, who had spent the greater part of his youth in the camps, returned to the city with a mind hardened by the labours of the field. ` +
	`His ministers received him at the gates, and the crowd, which had waited since the dawn, was moved to tears at the sight of the standards. ` +
	`It was the opinion of the wisest among them that so gentle a reign would not last.` + "\n\n"

func BenchmarkClaims(b *testing.B) {
	x, _ := extractor(b)
	for name, text := range map[string]string{"dense": dense, "typical": typical, "empty": empty} {
		doc := &schemas.Document{ID: name, Text: strings.Repeat(text, 4096/len(text)+1), Published: schemas.Date{Year: 2023, Month: 5, Day: 10}}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(doc.Text)))
			b.ReportAllocs()
			for b.Loop() {
				x.Claims(doc)
			}
		})
	}
}

// BenchmarkCorpus times the claims of all documents of the folder that TIES_TEXT names, each text file one document.
func BenchmarkCorpus(b *testing.B) {
	folder := os.Getenv("TIES_TEXT")
	if folder == "" {
		b.Skip("TIES_TEXT names no folder of texts")
	}
	x, _ := extractor(b)
	docs, size := folderDocuments(b, folder)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			x.Claims(doc)
		}
	}
}

func folderDocuments(b *testing.B, folder string) (docs []*schemas.Document, size int64) {
	b.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".txt" {
			return err
		}
		data, err := os.ReadFile(path)
		docs = append(docs, &schemas.Document{ID: path, Text: string(data), Published: schemas.Date{Year: 2020, Month: 5, Day: 10}})
		size += int64(len(data))
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return docs, size
}

// BenchmarkScan times the one look at every byte, on the real text of the folder that TIES_TEXT names, or on the paragraphs above.
func BenchmarkScan(b *testing.B) {
	x, _ := extractor(b)
	text := strings.Repeat(dense+typical+empty, 100)
	if folder := os.Getenv("TIES_TEXT"); folder != "" {
		text = folderText(b, folder)
	}
	var d annotate.Document
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		x.Lexicon.Scan(&d, &schemas.Document{Text: text})
	}
}

// TestScanAllocates holds the scan to the memory that it has: a document of any length costs it none once the hits have room.
func TestScanAllocates(t *testing.T) {
	x, _ := extractor(t)
	doc := &schemas.Document{Text: strings.Repeat(dense+typical+empty, 20)}
	var d annotate.Document
	if n := testing.AllocsPerRun(10, func() { x.Lexicon.Scan(&d, doc) }); n != 0 {
		t.Errorf("the scan allocates %v times", n)
	}
}

func folderText(b *testing.B, folder string) string {
	b.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}
