package annotate

import (
	"math/bits"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate/scan"
)

// Mask is a set of what terms can stand for: one bit a kind of meaning and one a cue class. Sentences and documents
// have the masks of their terms together, so that a rule can tell without analysis where it can't fire.
type Mask [maskWords]uint64

const maskWords = 10 // 640 bits: 16 for kinds, the rest for cue classes

// MaskBits is how many things a mask can tell apart.
const MaskBits = maskWords * 64

// classBits is the first bit that stands for a cue class.
const classBits = 16

// Add puts in what is in other.
func (m *Mask) Add(other *Mask) {
	for i := range m {
		m[i] |= other[i]
	}
}

// Set puts a bit in.
func (m *Mask) Set(bit int) { m[bit>>6] |= 1 << (bit & 63) }

// Has reports whether a bit is in.
func (m *Mask) Has(bit int) bool { return m[bit>>6]&(1<<(bit&63)) != 0 }

// Keep leaves what is in other too.
func (m *Mask) Keep(other *Mask) {
	for i := range m {
		m[i] &= other[i]
	}
}

// First is the first bit of the mask, or -1.
func (m *Mask) First() int {
	for i, word := range m {
		if word != 0 {
			return i<<6 + bits.TrailingZeros64(word)
		}
	}
	return -1
}

// Covers reports whether everything in other is in m.
func (m *Mask) Covers(other *Mask) bool {
	for i := range m {
		if other[i]&^m[i] != 0 {
			return false
		}
	}
	return true
}

// Meets reports whether something in other is in m.
func (m *Mask) Meets(other *Mask) bool {
	for i := range m {
		if other[i]&m[i] != 0 {
			return true
		}
	}
	return false
}

// KindMask is the mask of kinds of meaning.
func KindMask(kinds ...Kind) (m Mask) {
	for _, k := range kinds {
		m.Set(int(k))
	}
	return m
}

// ClassMask is the mask of cue classes. One that the lexicon does not have has no bit.
func (l *Lexicon) ClassMask(classes ...string) (m Mask) {
	for _, c := range classes {
		if bit, ok := l.classes[c]; ok {
			m.Set(bit)
		}
	}
	return m
}

// Common is the mask of the cue classes with a word of a closed class, which the scan passes over: WordMask finds those.
func (l *Lexicon) Common() Mask { return l.common }

// HasClass reports whether the lexicon has the cue class.
func (l *Lexicon) HasClass(class string) bool {
	_, ok := l.classes[class]
	return ok
}

// bit is the bit of a cue class, which it allots at the first call. Beyond the last bit classes share it:
// a sentence may then be analysed in vain, and none is passed over.
func (l *Lexicon) bit(class string) int {
	bit, ok := l.classes[class]
	if !ok {
		bit = min(classBits+len(l.classes), maskWords*64-1)
		l.classes[class] = bit
	}
	return bit
}

// Spare is how many further cue classes get a bit of their own.
func (l *Lexicon) Spare() int { return MaskBits - classBits - len(l.classes) }

func (l *Lexicon) maskOf(m *Meaning) int {
	if m.Kind == Cue || m.Kind == Trigger {
		return l.bit(m.Code)
	}
	return int(m.Kind)
}

// mask is what the hits in a text can stand for together.
func (l *Lexicon) mask(text string, hits []scan.Hit) (m Mask) {
	for i := range hits {
		h := &hits[i]
		if l.propers[h.Term] && !hasUpper(text[h.Start:h.End]) {
			continue // "who" is no World Health Organization
		}
		m.Add(&l.masks[h.Term])
	}
	return m
}

// proper reports whether a term stands for nothing unless it has a capital letter.
func (l *Lexicon) proper(term int) bool {
	for i := range l.meanings[term] {
		if m := &l.meanings[term][i]; !m.Proper || m.Exact != "" && m.Exact[0] >= 'a' {
			return false
		}
	}
	return true
}

// Mask is what the terms of the document can stand for.
func (d *Document) Mask() *Mask {
	if !d.masked {
		d.masked, d.mask = true, d.Lexicon.mask(d.Text, d.Hits)
	}
	return &d.mask
}

// SentenceMask is what the terms of sentence i can stand for.
func (d *Document) SentenceMask(i int) Mask { return d.Lexicon.mask(d.Text, d.HitsIn(i)) }

// TitleMask is what the terms of the document's title can stand for; the title need not stand in the text.
func (d *Document) TitleMask() *Mask {
	if d.Title == "" {
		return &Mask{}
	}
	return d.Lexicon.Annotate(&schemas.Document{Text: d.Title}).Mask()
}
