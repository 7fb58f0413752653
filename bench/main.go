// Command bench measures ties side by side with its peers on one machine, writes what it found into docs/performance.md and draws
// the plots beside it. `make bench` sets up the peers and runs it; what is not at hand is said and left out.
//
// Rates a core are by the seconds of processor that a whole run took, its start and its publishing included, so that what else the
// machine does hardly moves them. Runs of two commands that are compared take turns.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

// settings are what a bench is asked for.
type settings struct {
	ties   string // the command
	shared string // folder of the texts
	docs   string // where the page and the plots are
	tools  string // folder of the peers
	python string // with duckdb
	only   string // the first letters of the name of a part; "" for all

	mb    int // size to which texts are repeated
	dense int // the same of texts full of facts
	rows  int // claims that are written
	runs  int
	quick bool
}

func main() {
	var s settings
	flag.StringVar(&s.ties, "ties", "../bin/ties", "the command")
	flag.StringVar(&s.shared, "shared", "../../shared", "folder of the texts")
	flag.StringVar(&s.docs, "docs", "../docs", "folder of performance.md; \"\" to print alone")
	flag.StringVar(&s.tools, "tools", "../.tools", "folder of the peers")
	flag.StringVar(&s.python, "python", "../.venv/bin/python", "Python with duckdb")
	flag.StringVar(&s.only, "only", "", "only parts whose name starts so")
	flag.IntVar(&s.mb, "mb", 200, "megabytes to which texts are repeated")
	flag.IntVar(&s.dense, "dense", 200, "the same of texts full of facts")
	flag.IntVar(&s.rows, "rows", 10_000_000, "claims that are written")
	flag.IntVar(&s.runs, "runs", 5, "runs of each command")
	flag.BoolVar(&s.quick, "quick", false, "small texts and three runs; nothing is written to docs")
	writeOnly := flag.String("write", "", "write -rows claims under this folder, and do nothing else")
	flag.Parse()
	if *writeOnly != "" {
		exit(writeClaims(*writeOnly, s.rows))
		return
	}
	if s.quick {
		s.mb, s.dense, s.rows, s.runs, s.docs = 8, 2, 200_000, 3, ""
	}
	exit(run(s))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(s settings) error {
	var err error
	if s.ties, err = filepath.Abs(s.ties); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "ties-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := &bench{settings: s, dir: dir}
	for _, p := range parts {
		if len(s.only) > len(p.name) || p.name[:len(s.only)] != s.only {
			continue
		}
		if err := p.do(b); err != nil {
			b.skip(p.name, err.Error())
		}
	}
	return b.write()
}

// part is one thing that is measured.
type part struct {
	name string
	do   func(*bench) error
}

var parts = []part{
	{"start", (*bench).start},
	{"silent", func(b *bench) error { return b.text("silent", "general-gibbon", b.mb, nil) }},
	{"typical", func(b *bench) error { return b.text("typical", "un-general-debate-2016-2022", b.mb, (*bench).ripgrep) }},
	{"dense", func(b *bench) error { return b.text("dense", denseText, b.dense, (*bench).wink) }},
	{"factbook", func(b *bench) error { return b.text("factbook", "world-factbook-2024", b.dense, nil) }},
	{"workers", (*bench).workers},
	{"again", (*bench).again},
	{"writing", (*bench).writing},
	{"shapes", (*bench).shapes},
	{"growth", (*bench).growth},
}
