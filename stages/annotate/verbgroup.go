package annotate

// verbGroupAt reports whether a verb group starts at unit i, adverbs and a negation before it included.
func (s *Sentence) verbGroupAt(i int) bool {
	for tag(s, i) == TagNeg || tag(s, i) == TagAdv {
		i++
	}
	switch tag(s, i) {
	case TagModal, TagBe, TagHave, TagDo, TagTo, TagVerb:
		return true
	}
	return false
}

// verbGroup collects a verb group from unit i on, fills in the chunk and returns the unit after it.
func (s *Sentence) verbGroup(g *grammar, c *Chunk, i int) int {
	c.Kind = VerbGroup
	start, aux := i, TagOther
loop:
	for ; i < len(s.Units); i++ {
		u := &s.Units[i]
		switch u.Tag {
		case TagNeg:
			c.Neg = true
		case TagAdv:
			if !s.verbGroupAt(i) {
				break loop
			}
		case TagTo:
			if i > start && aux != TagOther || c.Lemma != "" {
				break loop
			}
			c.Infinite = true
		case TagModal:
			if c.Lemma != "" || aux != TagOther {
				break loop
			}
			c.Modal, c.Finite, aux, c.Head = u.Word, true, TagModal, i
		case TagBe, TagHave, TagDo:
			if aux == TagBe && u.Word != "been" && u.Word != "being" {
				break loop
			}
			s.auxiliary(c, u, aux)
			aux, c.Head = u.Tag, i
		case TagVerb:
			s.mainVerb(g, c, i, aux)
			i++
			break loop
		default:
			break loop
		}
		c.Last = i
	}
	if c.Lemma == "" {
		c.Lemma = map[Tag]string{TagBe: "be", TagHave: "have", TagDo: "do", TagModal: "be"}[aux]
	}
	c.Finite = c.Finite && !c.Infinite
	for i < len(s.Units) && s.Units[i].Tag == TagNeg { // "is not", "was never"
		c.Neg, c.Last = true, i
		i++
	}
	return max(i, c.Last+1)
}

func (s *Sentence) auxiliary(c *Chunk, u *Unit, aux Tag) {
	switch u.Word {
	case "being", "having", "doing":
		c.Gerund = aux == TagOther
	case "be", "been", "have", "do", "done":
		c.Finite = c.Finite || u.Word == "have" || u.Word == "do" && aux == TagOther
	default:
		c.Finite = true
	}
	c.Past = c.Past || u.Word == "was" || u.Word == "were" || u.Word == "had" || u.Word == "did"
	c.Perfect = c.Perfect || u.Tag == TagHave
	if u.Tag == TagHave && c.Perfect && u.Word != "had" && !c.Infinite {
		c.Past = true // has attended
	}
}

func (s *Sentence) mainVerb(g *grammar, c *Chunk, i int, aux Tag) {
	u := &s.Units[i]
	c.Lemma, c.Head, c.Last = u.Lemma, i, i
	if c.Lemma == "" {
		c.Lemma = u.known.lemma
	}
	if c.Lemma == "" {
		c.Lemma = u.Word
	}
	participle := u.Form&formParticiple != 0
	switch {
	case aux == TagBe:
		c.Passive = participle
	case aux != TagOther || c.Infinite:
	case u.Form&formGerund != 0:
		c.Gerund = true
	case u.Form&(formPast|formParticiple) == formParticiple && u.Form&formBase != 0 && !s.reduced(i):
		c.Finite = true // half of it comes and goes, most come and become
	case u.Form&(formPast|formParticiple) != 0:
		c.Past, c.Finite = true, u.Form&formPast != 0
		c.Reduced = !c.Finite || s.reduced(i) && (u.Form&formParticiple != 0 || !invertible[u.Lemma])
		if c.Reduced {
			c.Finite = false
		}
	default:
		c.Finite = true
	}
}

// reduced tells "a bloc dominated by Russia" from "Russia dominated the bloc" by the agent that follows,
// and "leaders invited to the parade" by the lack of an object.
func (s *Sentence) reduced(i int) bool {
	if i+1 < len(s.Units) && s.Units[i+1].Word == "by" {
		return true
	}
	if tag(s, i-1) == TagComma && s.agentFollows(i) {
		return true
	}
	verb := i
	if s.calledSo(i) || s.beforeGerund(i) || s.singledOut(i) || s.madeUpOf(i) {
		return true
	}
	for i > 0 && tag(s, i-1) == TagAdv && tag(s, verb+1) == TagPrep { // currently suspended from
		i--
	}
	if i > 0 && tag(s, i-1) == TagComma && s.asideEndsInVerb(verb) {
		return true
	}
	return i == 0 || tag(s, i-1) == TagComma && tag(s, verb+1) == TagPrep && s.Units[verb].Form&formParticiple != 0 && s.Units[verb].Form&(formPast|formBase) == 0
}

// beforeGerund holds for a participle between a noun behind "with" and the gerund that tells of it: "with transfers received amounting to …".
func (s *Sentence) beforeGerund(i int) bool {
	if i+1 >= len(s.Units) || s.Units[i].Form&formParticiple == 0 || s.Units[i+1].Tag != TagVerb || s.Units[i+1].Form&formGerund == 0 {
		return false
	}
	for i--; i > 0; i-- {
		switch s.Units[i].Tag {
		case TagNoun, TagName, TagAdj, TagDet, TagPoss:
		default:
			return s.Units[i].Word == "with"
		}
	}
	return false
}

// namings are verbs whose participle behind a comma says what something is called: "the CSTO, often defined the eastern NATO".
var namings = map[string]bool{"call": true, "define": true, "dub": true, "know": true, "name": true, "nickname": true, "style": true, "term": true, "title": true}

// calledSo holds for a participle of naming behind a comma, with adverbs between.
func (s *Sentence) calledSo(i int) bool {
	if !namings[s.Units[i].Lemma] || s.Units[i].Form&formParticiple == 0 {
		return false
	}
	for i--; tag(s, i) == TagAdv; i-- {
	}
	return tag(s, i) == TagComma && i > 0 && (tag(s, i-1) == TagName || tag(s, i-1) == TagNoun || tag(s, i-1) == TagClose)
}

// madeUpOf holds for a participle of what something consists of, which no subject before it can have as its past form: "a bloc made up of".
func (s *Sentence) madeUpOf(i int) bool {
	u := &s.Units[i]
	return i+1 < len(s.Units) && s.Units[i+1].Word == "of" && u.Cue("consist") != nil && u.Lemma != "consist" && u.Form&(formPast|formParticiple) != 0
}

// singledOut holds for a participle that says what one predicate is the first or the only one of: "became the first state admitted to".
func (s *Sentence) singledOut(i int) bool {
	if s.Units[i].Form&formParticiple == 0 || tag(s, i+1) != TagPrep && tag(s, i+1) != TagTo || tag(s, i-1) != TagNoun {
		return false
	}
	first := false
	for i--; i > 0; i-- {
		switch u := &s.Units[i]; u.Tag {
		case TagNoun, TagAdj, TagHyphen, TagNum, TagName:
			first = first || u.Word == "first" || u.Cue("latest") != nil
		case TagDet:
			return first && u.Word == "the" && linkingForms[s.Units[i-1].Word]
		default:
			return false
		}
	}
	return false
}

// linkingForms are the past forms that put a predicate equal to their subject.
var linkingForms = map[string]bool{"was": true, "were": true, "is": true, "became": true, "become": true, "becomes": true, "been": true, "be": true}

// agentFollows holds where a time stands between a participle and its agent: ", followed in 2004 by Estonia".
func (s *Sentence) agentFollows(i int) bool {
	if s.Units[i].Form&formParticiple == 0 || tag(s, i+1) != TagPrep && tag(s, i+1) != TagDate {
		return false
	}
	for j := i + 1; j <= i+4 && j < len(s.Units); j++ {
		switch {
		case s.Units[j].Word == "by":
			return true
		case tag(s, j) != TagPrep && tag(s, j) != TagDate && tag(s, j) != TagAdv:
			return false
		}
	}
	return false
}

// asideEndsInVerb holds for a participle before a preposition whose aside a comma closes right before a verb:
// "Niger, suspended from the bloc, sent no one".
func (s *Sentence) asideEndsInVerb(i int) bool {
	next := tag(s, i+1)
	if next == TagDate {
		next = tag(s, i+2) // suspended since 2021 from the bloc
	}
	if next != TagPrep && next != TagTo && !(next == TagComma && tag(s, i+1) == TagDate) || s.Units[i].Form&formParticiple == 0 {
		return false
	}
	for i++; i < len(s.Units) && tag(s, i) != TagComma; i++ {
		switch tag(s, i) {
		case TagVerb:
			if f := s.Units[i].Form; tag(s, i-1) != TagTo && (f&formBase == 0 || f&(formPast|formS) != 0) {
				return false
			}
		case TagBe, TagHave, TagModal, TagRel, TagSub:
			return false
		}
	}
	for i++; tag(s, i) == TagAdv; i++ {
	}
	switch tag(s, i) {
	case TagVerb, TagBe, TagHave, TagModal, TagDo:
		return true
	}
	return false
}
