package annotate

import (
	"slices"
	"strings"

	"ties.dev/ties/stages/annotate/dates"
	"ties.dev/ties/stages/annotate/quantity"
	"ties.dev/ties/stages/annotate/scan"
	"ties.dev/ties/stages/annotate/token"
)

// analyse fills in the sentence: tokens, units, chunks and their relations. hits are those inside it.
func (l *Lexicon) analyse(s *Sentence, text string, hits []scan.Hit) {
	s.Tokens = token.Append(s.Tokens[:0], text, s.Start, s.End)
	s.Quantities = quantity.Find(s.Quantities[:0], s.Tokens)
	s.Dates = dates.Find(s.Dates[:0], s.Tokens)
	l.units(s, text, l.refit(text, hits))
	l.grammar.tag(s)
	s.chunk(l.grammar)
	s.relate()
	s.inheritUnits()
	s.Row, s.Series = s.isRow(), s.isSeries()
	s.index()
}

// index notes the chunk of each unit, and what the units can stand for together.
func (s *Sentence) index() {
	s.Holds = Mask{}
	for u := range s.Units {
		s.Units[u].Chunk = -1
		for i := range s.Units[u].Meanings {
			s.Holds.Set(s.Units[u].Meanings[i].Class)
		}
	}
	for i := range s.Chunks {
		for u := s.Chunks[i].First; u <= s.Chunks[i].Last; u++ {
			s.Units[u].Chunk = i
		}
	}
}

// span is a run of tokens that is to be one unit.
type span struct {
	first, last int
	unit        Unit
}

// units cuts the sentence into units: names and cues of the lexicon, quantities, dates, function phrases, single tokens.
func (l *Lexicon) units(s *Sentence, text string, hits []scan.Hit) {
	s.Units = s.Units[:0]
	s.Question = len(s.Tokens) > 0 && s.Tokens[len(s.Tokens)-1].Text == "?"
	var q, d, h int
	for i := 0; i < len(s.Tokens); {
		best := span{i, i, Unit{Quantity: -1, Date: -1}}
		word := l.grammar.word(s.Tokens[i].Lower)
		for ; d < len(s.Dates) && s.Dates[d].First < i; d++ {
		}
		for ; q < len(s.Quantities) && s.Quantities[q].First < i; q++ {
		}
		for ; h < len(hits) && int(hits[h].Start) < s.Tokens[i].Start; h++ {
		}
		if q < len(s.Quantities) && s.Quantities[q].First == i {
			best = span{i, s.Quantities[q].Last, Unit{Quantity: q, Date: -1}}
		}
		if d < len(s.Dates) && s.Dates[d].First == i && s.Dates[d].Last >= best.last && !l.eventFrom(s, hits[h:], s.Dates[d].First, s.Dates[d].Last) {
			best = span{i, s.Dates[d].Last, Unit{Quantity: -1, Date: d}}
		}
		if h < len(hits) && int(hits[h].Start) == s.Tokens[i].Start {
			if sp, ok := l.term(s, text, hits[h], i); ok && (sp.last > best.last || best.unit.Quantity < 0 && best.unit.Date < 0) {
				best = sp
			}
		}
		if best.first == best.last && onlyCues(best.unit.Meanings) && best.unit.Date < 0 && best.unit.Quantity < 0 {
			best = l.functionPhrase(s, best, word)
		} else if onlyCues(best.unit.Meanings) && best.unit.Meanings != nil {
			if p := l.functionPhrase(s, span{best.first, best.first, Unit{}}, word); p.last == best.last {
				best.unit.Tag = p.unit.Tag // a cue that is a function phrase as well
			}
		}
		if best.first == best.last {
			best.unit.Meanings = withClosed(best.unit.Meanings, word.closed)
		} else {
			word = l.grammar.word(s.Tokens[best.last].Lower)
		}
		i = best.last + 1
		if s.Tokens[best.first].Kind == token.Mark && marks[s.Tokens[best.first].Text] == TagQuote {
			continue // quotation marks stand outside the grammar
		}
		best.unit.First, best.unit.Last = best.first, best.last
		best.unit.Word, best.unit.known = s.Tokens[best.last].Lower, word
		s.Units = append(s.Units, best.unit)
	}
}

// withClosed adds the cues that a word of a closed class can be.
func withClosed(meanings, closed []Meaning) []Meaning {
	switch {
	case closed == nil:
		return meanings
	case meanings == nil:
		return closed
	default:
		return slices.Concat(meanings, closed)
	}
}

// eventFrom holds where an event's name begins inside the date from first to last and reaches beyond it: "the May 9 parade".
func (l *Lexicon) eventFrom(s *Sentence, hits []scan.Hit, first, last int) bool {
	for _, hit := range hits {
		if int(hit.Start) > s.Tokens[last].Start {
			return false
		}
		if int(hit.Start) <= s.Tokens[first].Start || int(hit.End) <= s.Tokens[last].End {
			continue
		}
		for i := range l.meanings[hit.Term] {
			if l.meanings[hit.Term][i].Kind == Event {
				return true
			}
		}
	}
	return false
}

// term is the unit of a hit of the lexicon, unless none of its meanings fits the letters.
func (l *Lexicon) term(s *Sentence, text string, hit scan.Hit, i int) (span, bool) {
	last := i
	for last+1 < len(s.Tokens) && s.Tokens[last+1].Start < int(hit.End) {
		last++
	}
	if end := s.Tokens[last].End; end > int(hit.End)+1 {
		return span{}, false // the term ends inside a word
	}
	surface := text[hit.Start:hit.End]
	if end := s.Tokens[last].End; end > int(hit.End) {
		surface = text[hit.Start:end] // U.S.
	}
	fitting := fitting(l.meanings[hit.Term], surface)
	plus := last+1 < len(s.Tokens) && s.Tokens[last+1].Text == "+"
	if fitting = withSign(fitting, plus); plus && len(fitting) > 0 && fitting[0].Plus {
		last++
	}
	if len(fitting) == 0 {
		return span{}, false
	}
	return span{i, last, Unit{Meanings: fitting, Quantity: -1, Date: -1}}, true
}

// withSign leaves the meanings that a plus sign behind the term asks for, where it has one, and else those without: OPEC and OPEC+.
func withSign(all []Meaning, plus bool) []Meaning {
	if !slices.ContainsFunc(all, func(m Meaning) bool { return m.Plus }) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(m Meaning) bool { return m.Plus != plus })
}

// fitting are the meanings that the letters allow; the list itself where all do.
func fitting(all []Meaning, surface string) []Meaning {
	if !slices.ContainsFunc(all, func(m Meaning) bool { return !m.fits(surface) }) {
		return all
	}
	var some []Meaning
	for i := range all {
		if all[i].fits(surface) {
			some = append(some, all[i])
		}
	}
	return some
}

// onlyCues holds where a unit names nothing, so that it may be part of a function phrase: the "with" of "with the exception of".
func onlyCues(meanings []Meaning) bool {
	return !slices.ContainsFunc(meanings, func(m Meaning) bool { return m.Kind != Cue })
}

// functionPhrase joins words that are one for the grammar: "as well as", "such as", "according to".
func (l *Lexicon) functionPhrase(s *Sentence, sp span, first *known) span {
	for _, p := range first.phrases {
		if matches(s.Tokens[sp.first:], p.words) && !l.opensInfinitive(s, p, sp.first+len(p.words)) && !l.beforeBe(s, p, sp.first+len(p.words)) {
			return span{sp.first, sp.first + len(p.words) - 1, Unit{Tag: p.tag, Quantity: -1, Date: -1}}
		}
	}
	return sp
}

// beforeBe holds where a form of "be" follows "among them": the phrase then opens an inverted clause.
func (l *Lexicon) beforeBe(s *Sentence, p phrase, next int) bool {
	return p.words[0] == "among" && next < len(s.Tokens) && l.grammar.tags[s.Tokens[next].Lower] == TagBe
}

// opensInfinitive holds where the "to" that ends a preposition belongs to a verb instead: "due to join" against "due to rain".
func (l *Lexicon) opensInfinitive(s *Sentence, p phrase, next int) bool {
	if p.tag != TagPrep || p.words[len(p.words)-1] != "to" || next >= len(s.Tokens) {
		return false
	}
	word := s.Tokens[next].Lower
	return l.grammar.verbs[word]&formBase != 0 && !l.grammar.nounish[word]
}

func matches(toks []token.Token, words []string) bool {
	if len(toks) < len(words) {
		return false
	}
	for i, w := range words {
		if toks[i].Lower != w {
			return false
		}
	}
	return true
}

// Phrase is the words of the units from first to last in lower case, single spaces between.
func (s *Sentence) Phrase(first, last int) string {
	var b strings.Builder
	for i := s.Units[first].First; i <= s.Units[last].Last; i++ {
		if b.Len() > 0 && s.Tokens[i].Space {
			b.WriteByte(' ')
		}
		b.WriteString(s.Tokens[i].Lower)
	}
	return b.String()
}
