package annotate

import (
	"strings"

	"ties.dev/ties/stages/annotate/quantity"
)

// sharesAuxiliary gives a bare verb behind "and" the modal or the "to" of the verb before it: "will visit Moscow and attend".
func (s *Sentence) sharesAuxiliary(v, q int) bool {
	c, first := &s.Chunks[v], &s.Chunks[q]
	u := &s.Units[c.Head]
	if c.First != c.Last || u.Tag != TagVerb || u.Form&formBase == 0 || u.Form&formPast != 0 || first.Modal == "" && !first.Infinite {
		return false
	}
	c.Modal, c.Neg = first.Modal, first.Neg
	if first.Infinite {
		c.Infinite, c.Finite, c.Parent = true, false, first.Parent
	}
	return true
}

// blamed is the object of a verb of praise or blame before "for" at p, whose act the gerund behind it tells; -1 for none.
func (s *Sentence) blamed(p int) int {
	if s.Units[s.Chunks[p].First].Word != "for" {
		return -1
	}
	for v := p - 1; v >= 0; v-- {
		if c := &s.Chunks[v]; c.Kind == VerbGroup {
			if c.Object >= 0 && c.Object < p && praising[c.Lemma] && !c.Passive {
				return s.listHead(c.Object)
			}
			return -1
		}
	}
	return -1
}

// praising are verbs whose object did what "for" and a gerund say.
var praising = map[string]bool{"thank": true, "praise": true, "criticise": true, "criticize": true, "blame": true, "condemn": true, "applaud": true, "attack": true,
	"punish": true, "chide": true, "commend": true, "congratulate": true, "scold": true, "rebuke": true}

// frontedRelative holds for the verb of a relative clause on a phrase that starts the sentence with its preposition.
func (s *Sentence) frontedRelative(p int) bool {
	rel := s.relativeOf(p)
	if rel < 1 {
		return false
	}
	n := s.antecedent(rel)
	return n >= 0 && s.Chunks[n].Case == 0
}

// invertedBe is the subject behind the first finite verb after v where that is "be" and no comma comes between, or -1.
func (s *Sentence) invertedBe(v int) int {
	for q := v + 1; q+1 < len(s.Chunks); q++ {
		switch c := &s.Chunks[q]; {
		case c.Kind == Comma:
			return -1
		case c.Kind == VerbGroup && c.Finite:
			if k := q + 1; c.Lemma == "be" && s.Chunks[k].Kind == Colon {
				q++
			}
			if c.Lemma == "be" && q+1 < len(s.Chunks) && s.Chunks[q+1].Kind == NounPhrase {
				return s.firstPhrase(q + 1)
			}
			return -1
		}
	}
	return -1
}

// firstPhrase is the phrase at i, or what it possesses.
func (s *Sentence) firstPhrase(i int) int {
	if s.owns(i) {
		return i + 1
	}
	return i
}

// invertible are verbs of place that can stand before their subject: "Around the president sat X and Y".
var invertible = map[string]bool{"stand": true, "come": true, "sit": true, "walk": true, "follow": true,
	"march": true, "stride": true, "stroll": true, "perch": true, "trail": true, "remain": true, "pose": true, "arrive": true, "step": true}

// inverted is the subject after the verb: "Among the guests were the leaders of …".
func (s *Sentence) inverted(v int) int {
	if s.Chunks[v].Lemma != "be" && !s.Chunks[v].Passive && !invertible[s.Chunks[v].Lemma] {
		return -1
	}
	k := v + 1
	if k+1 < len(s.Chunks) && s.Chunks[k].Kind == Adverb && s.Chunks[k+1].Kind == NounPhrase { // in it are also A and B
		k++
	}
	if k < len(s.Chunks) && s.Chunks[k].Kind == NounPhrase && s.Chunks[k].Case < 0 {
		return s.firstPhrase(k)
	}
	return -1
}

// placed holds where the phrase at p, before a verb of place, says where or in which turn and is not its subject, which a name behind the
// verb is: "a few seats away sat X", "joining him was X", "first up the steps was X".
func (s *Sentence) placed(v, p int) bool {
	c := &s.Chunks[p]
	if s.Chunks[v].Lemma != "be" && !invertible[s.Chunks[v].Lemma] || c.Case >= 0 && !s.opensBare(v) || !s.namesBehind(v) {
		return false
	}
	if p == 1 && s.Chunks[0].Kind == VerbGroup && s.Chunks[0].Gerund {
		return s.Chunks[v].Lemma == "be"
	}
	if p == 1 && s.Chunks[0].Kind == Adverb && upward[s.Units[s.Chunks[0].First].Word] {
		return true // up the steps came X
	}
	tag := s.Units[c.First].Tag
	return p == 0 && (tag == TagNum || tag == TagDet && c.Det != "the") && s.Units[c.Head].Cue("stretch") != nil || s.opensBare(v)
}

// upward are particles that a place can follow as its preposition.
var upward = map[string]bool{"up": true, "down": true, "in": true, "out": true, "off": true, "across": true, "through": true, "inside": true, "outside": true}

// namesBehind holds where a name, or an office and whose it is, stands behind the verb group.
func (s *Sentence) namesBehind(v int) bool {
	if v+1 >= len(s.Chunks) || s.Chunks[v+1].Kind != NounPhrase {
		return false
	}
	c := &s.Chunks[s.firstPhrase(v+1)]
	head := &s.Units[c.Head]
	return head.Tag == TagName || s.Units[s.Chunks[v+1].First].Tag == TagName || head.Has(Office) && c.Det == "the"
}

// opensBare holds where the sentence opens with an adjective, a participle or an ordinal without an article, and no comma or other
// finite verb stands between it and the verb group: "close behind came X", "last to arrive was X".
func (s *Sentence) opensBare(v int) bool {
	c := &s.Chunks[0]
	u := &s.Units[c.Last]
	if v == 0 || c.Kind != NounPhrase || c.First != c.Last && !(c.Last == c.First+1 && strings.HasSuffix(s.Units[c.First].Word, "ly")) || u.Meanings != nil && (u.Has(Country) || u.Has(Person)) ||
		u.Tag != TagAdj && u.Word != "not" && u.known.verb&formParticiple == 0 && !(u.Quantity >= 0 && s.Quantities[u.Quantity].Unit == quantity.Ordinal) {
		return false
	}
	for p := 1; p < v; p++ {
		if k := &s.Chunks[p]; k.Kind == Comma && s.Chunks[p-1].Kind != Adverb && s.Chunks[p+1].Kind != Adverb || k.Kind == VerbGroup && !k.Infinite || k.Kind == Relative || k.Kind == Subordinator {
			return false
		}
	}
	return true
}

// allFronted holds where nothing but phrases with prepositions and participles with theirs stands before the verb group in its clause,
// and a comma right before it.
func (s *Sentence) allFronted(v int) bool {
	if v < 2 || s.Chunks[v-1].Kind != Comma {
		return false
	}
	for p := v - 1; p >= 0; p-- {
		switch c := &s.Chunks[p]; c.Kind {
		case Semicolon, Colon, Dash:
			return p < v-1
		case NounPhrase:
			if c.Case < 0 && c.Gen < 0 && !c.Owned && (p == 0 || !s.Chunks[p-1].Gerund && !s.Chunks[p-1].Reduced) {
				return false
			}
		case VerbGroup:
			if c.Finite {
				return false
			}
		case Subordinator, Relative, Coordinator:
			return false
		}
	}
	return true
}
