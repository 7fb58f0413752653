package supply

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite docs/licenses.tsv; read the difference, and the new texts")

const list = "../docs/licenses.tsv"

// licenses that may go into a program under Apache-2.0, by words that stand in their text and in no other's. The first that fits is
// taken, the longer before the shorter.
var licenses = []struct {
	name  string // SPDX, https://spdx.org/licenses/
	words []string
}{
	{"Apache-2.0", []string{"Apache License", "Version 2.0, January 2004", "Grant of Patent License"}},
	{"Apache-2.0", []string{"under the Apache License, Version 2.0", "you may not use this file except in compliance with the License"}},
	{"MPL-2.0", []string{"Mozilla Public License Version 2.0", "Exhibit A - Source Code Form License Notice"}},
	{"BSD-3-Clause", []string{"Redistribution and use in source and binary forms", "may be used to endorse or promote products", "THIS SOFTWARE IS PROVIDED BY"}},
	{"BSD-2-Clause", []string{"Redistribution and use in source and binary forms", "THIS SOFTWARE IS PROVIDED BY"}},
	{"MIT", []string{"Permission is hereby granted, free of charge, to any person obtaining a copy", "without restriction, including without limitation the rights to use, copy, modify"}},
	{"ISC", []string{"Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted"}},
	{"ISC", []string{"Permission to use, copy, modify, and distribute this software for any purpose with or without fee is hereby granted"}},
}

// copyleft stands in no text that is accepted, whatever else does.
var copyleft = []string{"GNU GENERAL PUBLIC LICENSE", "GNU LESSER GENERAL PUBLIC LICENSE", "GNU AFFERO GENERAL PUBLIC LICENSE", "Commons Clause", "Business Source License"}

// TestLicenses reads the licence of every module whose packages are linked into the command, on every system that releases are made
// for, and compares them with the list: a module that comes, or a text that changes, is read by a person first.
func TestLicenses(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("module\tlicence\tfile\tsha256\n")
	for _, module := range modules(t) {
		path, dir, _ := strings.Cut(module, " ")
		names := texts(t, dir)
		if len(names) == 0 {
			t.Errorf("%s: no text of a licence in %s", path, dir)
		}
		for _, name := range names {
			data, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			if len(bytes.TrimSpace(data)) == 0 {
				continue // beside another that has a text
			}
			licence := classify(string(data))
			if licence == "" {
				t.Errorf("%s: %s is no licence that is accepted", path, name)
			}
			fmt.Fprintf(&b, "%s\t%s\t%s\t%x\n", path, licence, name, sha256.Sum256(data))
		}
	}
	if *update {
		if err := os.WriteFile(list, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(list)
	if err != nil || !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s is not what the modules say (%v): read the licences, then run go test ./supply -update. They say\n%s", list, err, &b)
	}
}

// modules are the path and folder of each, sorted.
func modules(t *testing.T) []string {
	t.Helper()
	var all []string
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}", "..")
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		all = append(all, strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' })...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// texts are the files of a module that hold its licence, by their usual names.
func texts(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		if !e.IsDir() && !strings.HasSuffix(upper, ".GO") && (strings.HasPrefix(upper, "LICENSE") || strings.HasPrefix(upper, "LICENCE") || strings.HasPrefix(upper, "COPYING")) {
			names = append(names, e.Name())
		}
	}
	return names
}

func classify(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, words := range copyleft {
		if strings.Contains(text, words) {
			return ""
		}
	}
	for _, l := range licenses {
		if !slices.ContainsFunc(l.words, func(w string) bool { return !strings.Contains(strings.ToLower(text), strings.ToLower(w)) }) {
			return l.name
		}
	}
	return ""
}
