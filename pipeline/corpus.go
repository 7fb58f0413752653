package pipeline

import (
	"context"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/read"
)

// Taken is a document with the claims that it gave.
type Taken struct {
	Document schemas.Document
	Claims   []schemas.Claim
}

// Take reads a whole corpus and takes its claims, in the order of its documents' ids. What can't be used is among the problems.
// Documents keep their text, also where they give no claim.
func (d *Declarations) Take(ctx context.Context, dir string, workers int) ([]Taken, []read.Problem) {
	var taken []Taken
	var problems, unlisted []read.Problem
	none := &cache{} // keeps nothing
	for y := range work(ctx, none.join(listed(read.Walk(dir), func(p read.Problem) { unlisted = append(unlisted, p) })), workers, task.memory, d.task) {
		problems = append(problems, y.problem.Each()...)
		if y.document.ID == "" {
			continue
		}
		taken = append(taken, Taken{y.document, y.claims})
	}
	problems = append(problems, unlisted...)
	problems = slices.DeleteFunc(problems, func(p read.Problem) bool { return p.Notice })
	slices.SortFunc(taken, func(a, b Taken) int { return strings.Compare(a.Document.ID, b.Document.ID) })
	slices.SortFunc(problems, compareProblems)
	return taken, problems
}
