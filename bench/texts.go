package main

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// denseText names the articles whose every document gives facts.
const denseText = "articles"

// texts are the documents of a collection, in the order of their names.
func (b *bench) texts(name string) (list []string, err error) {
	if name == denseText {
		return b.articles()
	}
	f, err := os.Open(filepath.Join(b.shared, "data", "corpus", name+".tar.gz"))
	if err != nil {
		return nil, errors.New(name + " is not at hand")
	}
	defer f.Close()
	plain, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	in := tar.NewReader(plain)
	found := map[string]string{}
	for {
		header, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if header.Typeflag == tar.TypeReg && isText(header.Name) {
			data, err := io.ReadAll(in)
			if err != nil {
				return nil, err
			}
			found[header.Name] = string(data)
		}
	}
	return inOrder(found)
}

func isText(name string) bool {
	base := filepath.Base(name)
	return slices.Contains([]string{".txt", ".json", ".md"}, filepath.Ext(base)) && !strings.HasPrefix(base, "README") && !strings.HasPrefix(base, "LICENSE")
}

func (b *bench) articles() ([]string, error) {
	found := map[string]string{}
	for _, folder := range []string{"seeds", "dev/texts"} {
		entries, err := os.ReadDir(filepath.Join(b.shared, folder))
		if err != nil {
			return nil, errors.New("the articles are not at hand")
		}
		for _, e := range entries {
			if data, err := os.ReadFile(filepath.Join(b.shared, folder, e.Name())); err == nil && isText(e.Name()) {
				found[folder+"/"+e.Name()] = string(data)
			}
		}
	}
	return inOrder(found)
}

func inOrder(found map[string]string) (list []string, err error) {
	if len(found) == 0 {
		return nil, errors.New("no text is in it")
	}
	names := make([]string, 0, len(found))
	for name := range found {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		list = append(list, found[name])
	}
	return list, nil
}

// corpus writes the texts again and again under new names, until they are so many megabytes, and gives the folder and its bytes.
func (b *bench) corpus(name string, list []string, mb int) (dir string, size int, err error) {
	dir = filepath.Join(b.dir, fmt.Sprintf("%s-%d", name, mb))
	for n := 0; size < mb*1_000_000; n++ {
		text := list[n%len(list)]
		folder := filepath.Join(dir, fmt.Sprintf("f%05d", n/500))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return "", 0, err
		}
		if err := os.WriteFile(document(dir, n, text), []byte(text), 0o644); err != nil {
			return "", 0, err
		}
		size += len(text)
	}
	return dir, size, nil
}

// document is the path of the nth document of a corpus.
func document(dir string, n int, text string) string {
	extension := ".txt"
	if strings.HasPrefix(strings.TrimSpace(text), "{") {
		extension = ".json"
	}
	return filepath.Join(dir, fmt.Sprintf("f%05d", n/500), fmt.Sprintf("d%07d%s", n, extension))
}
