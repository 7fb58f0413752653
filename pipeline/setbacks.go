package pipeline

import (
	"cmp"
	"slices"

	"ties.dev/ties/stages/read"
)

// setbacks are the problems of a run: all counted, and the first listed, in the order of files and lines, whichever worker
// met them first.
type setbacks struct {
	n    int
	list []read.Problem
}

// setbacksListed bounds what is kept where a whole archive can't be read.
const setbacksListed = 1000

func (s *setbacks) add(problems ...read.Problem) {
	for i := range problems {
		s.insert(problems[i])
	}
}

// findings are the problems of a run apart: what is left out, what documents are read without, and what costs nothing.
type findings struct{ failed, warned, noticed setbacks }

func (f *findings) add(p read.Problem) {
	switch {
	case p.Notice:
		f.noticed.add(p)
	case p.Read:
		f.warned.add(p)
	default:
		f.failed.add(p)
	}
}

func (f *findings) merge(other *findings) {
	f.failed.merge(&other.failed)
	f.warned.merge(&other.warned)
	f.noticed.merge(&other.noticed)
}

// merge adds those that were gathered elsewhere.
func (s *setbacks) merge(other *setbacks) {
	unlisted := other.n - len(other.list)
	s.add(other.list...)
	s.n += unlisted
}

func (s *setbacks) insert(p read.Problem) {
	s.n++
	place, _ := slices.BinarySearchFunc(s.list, p, compareProblems)
	if place == setbacksListed {
		return
	}
	s.list = slices.Insert(s.list, place, p)
	s.list = s.list[:min(len(s.list), setbacksListed)]
}

func compareProblems(a, b read.Problem) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Offset, b.Offset), cmp.Compare(a.Message, b.Message))
}
