package pipeline

import (
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/read"
)

// Documents reads a whole corpus, in the order of its paths. What can't be read is among the problems.
func Documents(dir string) ([]schemas.Document, []read.Problem) {
	files, problems := read.Corpus(dir)
	var docs []schemas.Document
	for _, f := range files {
		doc, problem := read.Document(f)
		if problem != nil {
			problems = append(problems, *problem)
			continue
		}
		docs = append(docs, doc)
	}
	return docs, problems
}
