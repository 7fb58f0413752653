package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// How a rule repeats what the text told last: as it was told ("so did X"), or as its own verb has it ("X did not").
const (
	same = "same"
	own  = "own"
)

// ellipsis holds for the auxiliary of a verb that is left out: of "X did", "Y was not", and with a word of the set in front
// ("so did X", "nor was Y") for an echo.
func ellipsis(s *annotate.Sentence, u int, echo bool) bool {
	i := chunkOf(s, u)
	if i < 0 || s.Chunks[i].Kind != annotate.VerbGroup || s.Chunks[i].Head != u {
		return false
	}
	switch s.Units[u].Tag {
	case annotate.TagBe, annotate.TagHave, annotate.TagDo, annotate.TagModal:
	default:
		return false
	}
	b := s.Chunks[i].First - 1
	if b > 0 && s.Units[b].Word == "too" {
		b--
	}
	if (b >= 0 && echoing[s.Units[b].Word]) != echo {
		return false
	}
	if !echo && (s.Units[u].Tag == annotate.TagBe || s.Units[u].Tag == annotate.TagHave) && i+1 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.Comma {
		return false // "is, we are told"
	}
	return echo && i+1 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.NounPhrase || !echo && s.Chunks[i].Subject >= 0 && cutOff(s, i+1)
}

// cutOff holds where nothing follows that the auxiliary could belong to: the end, a mark, "too", a coordinator.
func cutOff(s *annotate.Sentence, i int) bool {
	for i < len(s.Chunks) && agreeing[s.Units[s.Chunks[i].First].Word] && s.Chunks[i].First == s.Chunks[i].Last {
		i++
	}
	if i >= len(s.Chunks) {
		return true
	}
	if s.Chunks[i].Kind == annotate.Preposition && i+1 < len(s.Chunks) && s.Chunks[i+1].Kind == annotate.When {
		return !participleBehind(s, i+2)
	}
	if s.Chunks[i].Kind == annotate.VerbGroup && s.Chunks[i].Lemma == "be" && i == 1 {
		return true // Attending were …
	}
	switch s.Chunks[i].Kind {
	case annotate.Comma, annotate.Semicolon, annotate.Colon, annotate.Dash, annotate.Close, annotate.Subordinator, annotate.When:
		return true
	case annotate.Coordinator:
		return i+1 >= len(s.Chunks) || s.Chunks[i+1].Kind != annotate.Adverb && !again(s, i) && (s.Chunks[i+1].Kind != annotate.VerbGroup || s.Chunks[i+1].Finite)
	case annotate.Other:
		return s.Units[s.Chunks[i].First].Tag == annotate.TagStop
	}
	return false
}

// participleBehind holds where a participle follows, behind adverbs at most, to which the auxiliary before belongs: "have from May 1 formally become".
func participleBehind(s *annotate.Sentence, i int) bool {
	for i < len(s.Chunks) && s.Chunks[i].Kind == annotate.Adverb {
		i++
	}
	return i < len(s.Chunks) && s.Chunks[i].Kind == annotate.VerbGroup && s.Chunks[i].First == s.Chunks[i].Head
}

// again holds for a coordinator at i behind which the verb before it is said once more, with what it belongs to: "refused and continues
// to refuse to do so".
func again(s *annotate.Sentence, i int) bool {
	before := ""
	for j := i - 1; j >= 0 && before == ""; j-- {
		before = s.Chunks[j].Lemma
	}
	for j := i + 1; j < len(s.Chunks) && j <= i+againReach; j++ {
		if c := &s.Chunks[j]; c.Kind == annotate.VerbGroup && c.Lemma == before {
			return true
		}
	}
	return false
}

// againReach is how many phrases behind the coordinator the verb may be said once more.
const againReach = 3

// lastTold is the statement that the rule repeats.
func (m *match) lastTold() (resolve.Told, bool) {
	return m.r.LastTold(m.rule.Table.Name, m.s.Index, m.chunk)
}

// repeated is the value of the outcome column for a repeated statement under the outcome of its own auxiliary.
func (m *match) repeated(outcome string) (string, bool) {
	last, ok := m.lastTold()
	if !ok || outcome == dropped {
		return "", false
	}
	no := outcome == Negated || outcome == Refused
	switch {
	case m.rule.Repeats == same && outcome == Planned && last.Status == m.rule.Outcome[Asserted]:
		return m.rule.Outcome[Planned], true // "as will X"
	case m.rule.Repeats == same || m.agreesWith():
		return last.Status, true
	case no == last.Denied && !no && m.s.Chunks[m.chunk].Past && last.Status == m.rule.Outcome[Planned]:
		return m.rule.Outcome[Asserted], true // "was to come, and did"
	case no == last.Denied:
		return last.Status, true
	}
	value, ok := m.rule.Flip[last.Status]
	return value, ok
}

// agreesWith holds where "too", "either" or "likewise" follows the auxiliary.
func (m *match) agreesWith() bool {
	for i := m.chunk; i <= m.chunk+1 && i < len(m.s.Chunks); i++ {
		if m.word(i, agreeing) {
			return true
		}
	}
	return false
}

// remember lets later statements repeat this one.
func (m *match) remember(status string, denied bool) {
	for _, v := range m.values {
		if v.occasion != nil {
			m.r.Tell(resolve.Told{Table: m.rule.Table.Name, Sentence: m.s.Index, Chunk: m.chunk, Occasion: *v.occasion, Status: status, Denied: denied})
		}
	}
}
