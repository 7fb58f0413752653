package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"ties.dev/ties/schemas"
	"ties.dev/ties/seeds"
	"ties.dev/ties/stages/extract"
)

// settle waits until a change of a file is old enough for its time to tell it, see read.Stamp.
func settle() error { time.Sleep(2100 * time.Millisecond); return nil }

// triggers are the words and names that ties scans for, one a line.
func triggers() ([]string, error) {
	g, err := seeds.Default()
	if err != nil {
		return nil, err
	}
	var words []string
	for _, t := range g.Terms {
		words = append(words, t.Text)
	}
	for _, l := range g.Leaders {
		words = append(append(words, l.Name, l.Short), append(l.Full, l.Alone...)...)
	}
	for _, o := range g.Organizations {
		words = append(append(words, o.Code, o.Name), append(o.Aliases, o.Nicknames...)...)
	}
	for _, e := range g.Events {
		words = append(append(words, e.Name), append(e.Terms, e.Sites...)...)
	}
	for _, o := range g.Offices {
		words = append(words, o.Singular, o.Plural)
	}
	tables, err := schemas.LoadTables(schemas.Declared())
	if err != nil {
		return nil, err
	}
	files, err := extract.Load(tables, extract.Declared())
	if err != nil {
		return nil, err
	}
	for _, c := range extract.Classes(files) {
		words = slices.Concat(words, c.Words, c.Nouns, c.Verbs)
	}
	words = slices.DeleteFunc(words, func(w string) bool { return len(w) < 4 }) // of closed classes most, which the scan passes over
	slices.Sort(words)
	return slices.Compact(words), nil
}

// ripgrep counts the lines that hold one of the words.
func (b *bench) ripgrep(dir string, _ int) (c command, name, aim string, err error) {
	rg := filepath.Join(b.tools, "ripgrep", "usr", "bin", "rg")
	if _, err := os.Stat(rg); err != nil {
		return c, "", "", errors.New("ripgrep is not at hand")
	}
	words, err := triggers()
	if err != nil {
		return c, "", "", err
	}
	list := filepath.Join(b.dir, "triggers")
	if err := os.WriteFile(list, []byte(strings.Join(words, "\n")+"\n"), 0o644); err != nil {
		return c, "", "", err
	}
	return command{name: rg, args: []string{"-j1", "-c", "-i", "-F", "-f", list, dir}}, "`rg -j1 -c -i -F` of " + strconv.Itoa(len(words)) + " words (ratio: its seconds over ours)", "at least 0.2", nil
}

// wink finds sentences and entities.
func (b *bench) wink(dir string, _ int) (c command, name, aim string, err error) {
	if _, err := os.Stat(filepath.Join(b.tools, "wink", "node_modules", "wink-nlp")); err != nil {
		return c, "", "", errors.New("wink-nlp is not at hand")
	}
	script, err := filepath.Abs("wink.js")
	if err != nil {
		return c, "", "", err
	}
	tools, err := filepath.Abs(filepath.Join(b.tools, "wink"))
	return command{name: "node", args: []string{script, dir}, dir: tools}, "wink-nlp (sentences and entities)", "at least 10", err
}
