package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/stages/read"
)

// hostile are six shapes of text that slow matchers down.
var hostile = []struct{ name, piece string }{
	{"brackets that stay open", "Norway (Sweden "},
	{"a list without an end", "Norway and Sweden, Denmark as well as "},
	{"one sentence of facts", "Sweden is the largest trading partner of Norway and remittances made up 31 percent of GDP, "},
	{"pronouns", "They attended the summit. It joined the bloc. "},
	{"numbers", "31 percent of 27 percent to 14.5 and "},
	{"no space", "remittances31%of2023Norway"},
}

// shapes measures one document of each hostile shape, from 1 KB to 5 MB: what is larger than 6 MB is refused unread.
func (b *bench) shapes() error {
	d, err := pipeline.Declare("", "")
	if err != nil {
		return err
	}
	sizes := []int{1_000, 10_000, 100_000, 1_000_000, 5_000_000}
	if b.quick {
		sizes = sizes[:4]
	}
	var curves []curve
	worst, slowest := 0.0, ""
	for _, h := range hostile {
		c := curve{name: h.name}
		for _, size := range sizes {
			took, err := b.one(d, strings.Repeat(h.piece, size/len(h.piece)+1)[:size])
			if err != nil {
				return err
			}
			c.points = append(c.points, point{float64(size) / 1000, took})
			if size == 1_000_000 && took > worst {
				worst, slowest = took, h.name
			}
		}
		curves = append(curves, c)
	}
	b.add(line{what: "one document of 1 MB, the slowest of six hostile shapes (" + slowest + "), s", ours: short(worst), aim: "1"})
	return b.draw("shapes.svg", "One document of a hostile shape", "KB", "seconds", true, curves)
}

// one is the median of three readings of one document, in seconds.
func (b *bench) one(d *pipeline.Declarations, text string) (float64, error) {
	path := filepath.Join(b.dir, "shape.txt")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		return 0, err
	}
	files, _ := read.Corpus(path)
	var took []float64
	for range 3 {
		started := time.Now()
		doc, problem := read.Document(files[0])
		if problem != nil && !problem.Read {
			return 0, fmt.Errorf("%s", problem.Error())
		}
		d.Extractor.Claims(&doc)
		took = append(took, time.Since(started).Seconds())
	}
	slices.Sort(took)
	return took[1], nil
}

// growth measures throughput and memory against the size of the corpus.
func (b *bench) growth() error {
	list, err := b.texts(denseText)
	if err != nil {
		return err
	}
	speeches, err := b.texts("un-general-debate-2016-2022")
	if err != nil {
		return err
	}
	rate, memory := curve{name: "MB/s a core"}, curve{name: "MiB"}
	for mb := max(b.dense/32, 1); mb <= b.dense; mb *= 2 {
		dir, size, err := b.corpus("mixed", mixed(list, speeches), mb)
		if err != nil {
			return err
		}
		all, err := inTurn(min(b.runs, 3), b.build(dir, "--no-cache"))
		if err != nil {
			return err
		}
		rate.points = append(rate.points, point{float64(mb), float64(size) / 1e6 / over(all[0], cpu).median})
		memory.points = append(memory.points, point{float64(mb), over(all[0], peak).median})
		os.RemoveAll(dir)
	}
	first, last := memory.points[0], memory.points[len(memory.points)-1]
	b.add(line{what: fmt.Sprintf("peak memory on %.0f MB of speeches and articles, and on %.0f MB, MiB", last.x, first.x), ours: short(last.y), peer: short(first.y), ratio: short(last.y / first.y), aim: "300; 1.2 from 100 MB to 1 GB"})
	if err := b.draw("throughput.svg", "Throughput against the size of the corpus", "MB", "MB/s a core", false, []curve{rate}); err != nil {
		return err
	}
	return b.draw("memory.svg", "Peak memory against the size of the corpus", "MB", "MiB", false, []curve{memory})
}

// mixed has an article behind each speech.
func mixed(articles, speeches []string) (list []string) {
	for i, s := range speeches {
		list = append(list, s, articles[i%len(articles)])
	}
	return list
}
