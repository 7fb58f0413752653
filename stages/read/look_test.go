package read

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func TestLook(t *testing.T) {
	start := time.Now()
	files, problems := Corpus(os.Getenv("LOOK"))
	for _, p := range problems {
		fmt.Println("PROBLEM", p.Error())
	}
	var n, dropped, bio, md int
	for _, f := range files {
		raw, _ := os.ReadFile(f.Path)
		d, p := Document(f)
		if p != nil {
			fmt.Println("PROBLEM", p)
			continue
		}
		n += len(d.Text)
		if recognise(string(raw)).name != "plain text" {
			md++
			fmt.Println("FORMAT", recognise(string(raw)).name, f.ID, markdownMark.FindString(string(raw)))
		}
		for _, b := range textBlocks(spaces(string(raw))) {
			if furniture.matches(b.text) {
				dropped++
				if dropped < 25 {
					fmt.Println("DROP", f.ID, b.text)
				}
			}
			if isBio(b) && !strings.Contains(d.Text, b.text) {
				bio++
				fmt.Println("BIO", f.ID, b.text[:min(200, len(b.text))])
			}
		}
		bl := textBlocks(spaces(string(raw)))
		k := 0
		for i := 0; i+1 < len(bl); i++ {
			if runsOn(bl[i], bl[i+1]) {
				k++
				if k < 3 {
					fmt.Printf("JOIN %s: …%q + %q\n", f.ID, lastBytes(bl[i].text, 60), bl[i+1].text[:min(60, len(bl[i+1].text))])
				}
			}
		}
		if d.PublishedBasis == "text" {
			fmt.Println("DATE", f.ID, d.Published)
		}
	}
	fmt.Println(len(files), n, dropped, bio, md, time.Since(start))
}
