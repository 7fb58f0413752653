package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// bench is a bench under way.
type bench struct {
	settings
	dir     string
	lines   []line
	skipped []string
}

// line is one line of the table.
type line struct {
	what       string
	ours, peer string // figures; peer is "" where there is none
	ratio, aim string
}

func (b *bench) add(l line) {
	b.lines = append(b.lines, l)
	fmt.Fprintf(os.Stderr, " %s: %s\n", l.what, l.ours)
}

func (b *bench) skip(part, why string) {
	b.skipped = append(b.skipped, part+": "+why)
	fmt.Fprintf(os.Stderr, " %s left out: %s\n", part, why)
}

// build is a run of ties from nothing.
func (b *bench) build(corpus string, args ...string) command {
	out := filepath.Join(b.dir, "out")
	return command{name: b.ties, args: append([]string{"build", "--corpus", corpus, "--out", out}, args...), before: func() error { return os.RemoveAll(out) },
		memory: func() (int64, error) { return reported(out) }}
}

// reported is the peak memory that a run of ties reports of itself, in bytes. What the system says of a child counts from what this
// process took when it began it.
func reported(out string) (int64, error) {
	data, err := os.ReadFile(filepath.Join(out, "run.json"))
	if err != nil {
		return 0, err
	}
	var run struct {
		Peak int64 `json:"peak_bytes"`
	}
	return run.Peak, json.Unmarshal(data, &run)
}

// start is the start of the command.
func (b *bench) start() error {
	all, err := inTurn(b.runs*2, command{name: b.ties, args: []string{"try", "France exported."}})
	if err != nil {
		return err
	}
	b.add(line{what: "start of `ties try \"…\"`, ms", ours: over(all[0], func(t taken) float64 { return t.wall * 1000 }).String(), aim: "50"})
	b.add(line{what: "the same, of processor, ms", ours: over(all[0], func(t taken) float64 { return t.cpu * 1000 }).String()})
	return nil
}

// aims are the rates in MB/s a core that texts are to reach.
var aims = map[string]string{"silent": "250", "typical": "150", "dense": "40", "factbook": "40"}

// text measures the whole job on a collection, on one core, beside a peer where there is one.
func (b *bench) text(part, name string, mb int, peer func(b *bench, dir string, size int) (command, string, string, error)) error {
	list, err := b.texts(name)
	if err != nil {
		return err
	}
	dir, size, err := b.corpus(name, list, mb)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	commands := []command{b.build(dir, "--workers", "1", "--no-cache")}
	var who, aim string
	if peer != nil {
		other, name, what, err := peer(b, dir, size)
		if err != nil {
			b.skip(part+" beside a peer", err.Error())
		} else {
			commands, who, aim = append(commands, other), name, what
		}
	}
	all, err := inTurn(b.runs, commands...)
	if err != nil {
		return err
	}
	rate := func(t taken) float64 { return float64(size) / 1e6 / t.cpu }
	b.add(line{what: fmt.Sprintf("whole job on `%s`, %d MB, MB/s a core", name, size/1_000_000), ours: over(all[0], rate).String(), aim: aims[part]})
	b.add(line{what: "the same, peak memory, MiB", ours: over(all[0], peak).String(), aim: "300"})
	if who != "" {
		b.add(line{what: "the same beside " + who + ", MB/s a core", ours: over(all[0], rate).String(), peer: over(all[1], rate).String(), ratio: ratios(all[1], all[0], cpu).String(), aim: aim})
	}
	return nil
}

// workers is the whole job with one worker and with two.
func (b *bench) workers() error {
	list, err := b.texts(denseText)
	if err != nil {
		return err
	}
	dir, _, err := b.corpus(denseText, list, max(b.dense/4, 2))
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	all, err := inTurn(b.runs, b.build(dir, "--workers", "1", "--no-cache"), b.build(dir, "--workers", "2", "--no-cache"))
	if err != nil {
		return err
	}
	b.add(line{what: "two workers, times as fast as one", ours: over(all[1], wall).String() + " s", peer: over(all[0], wall).String() + " s", ratio: ratios(all[0], all[1], wall).String(), aim: "1.85"})
	return nil
}

// again is a second run, with nothing changed and with a hundred documents changed.
func (b *bench) again() error {
	list, err := b.texts(denseText)
	if err != nil {
		return err
	}
	dir, _, err := b.corpus(denseText, list, b.dense)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(b.dir, "again")
	first := command{name: b.ties, args: []string{"build", "--corpus", dir, "--out", out}, before: func() error { return errors.Join(os.RemoveAll(out), settle()) }}
	second := first
	second.before = nil
	changed := second
	round := 0
	changed.before = func() error { round++; return errors.Join(b.change(dir, list, round), settle()) }
	all, err := inTurn(b.runs, first, second, changed)
	if err != nil {
		return err
	}
	percent := func(a, b []taken) string {
		s := ratios(a, b, wall)
		return spread{s.low * 100, s.median * 100, s.high * 100}.String()
	}
	b.add(line{what: fmt.Sprintf("nothing changed, %d MB full of facts, percent of the first run, of processor", b.dense), ours: over(all[1], cpu).String() + " s", peer: over(all[0], cpu).String() + " s", ratio: percent(all[1], all[0]), aim: "3"})
	b.add(line{what: "100 documents changed, the same", ours: over(all[2], cpu).String() + " s", peer: over(all[0], cpu).String() + " s", ratio: percent(all[2], all[0]), aim: "5"})
	return nil
}

// change gives a hundred documents the text of another one.
func (b *bench) change(dir string, list []string, round int) error {
	for i := range 100 {
		n := i * 7
		text := list[(n+round)%len(list)]
		path := document(dir, n, text)
		if _, err := os.Stat(path); err != nil {
			return nil
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
