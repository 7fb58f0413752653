package annotate

import "ties.dev/ties/stages/annotate/scan"

// addWord lets WordMask find a word of a class that the scan of the document passes over.
func (l *Lexicon) addWord(class, term string) {
	bit := l.bit(class)
	l.common.Set(bit)
	for _, form := range [...]string{term, term + "n"} { // "isn't" is read as is and n't, and scanned as isn and t
		n := l.words.Add(form)
		if n < 0 {
			return
		}
		for int(n) >= len(l.wordMasks) {
			l.wordMasks = append(l.wordMasks, Mask{})
		}
		l.wordMasks[n].Set(bit)
	}
}

// WordClass is the mask of a class of its own for a word of the grammar, for rules that wait for that very word. It is called before
// the first document is scanned; a class that is there already keeps its words.
func (l *Lexicon) WordClass(class string, words ...string) Mask {
	if l.HasClass(class) {
		return l.ClassMask(class)
	}
	for _, w := range words {
		l.addWord(class, w)
	}
	return l.ClassMask(class)
}

// MarkClass is the mask of a class for characters, each a byte, that rules wait for. It is called before the first document is scanned,
// and a character belongs to one class.
func (l *Lexicon) MarkClass(class, characters string) Mask {
	if !l.HasClass(class) {
		bit := l.bit(class)
		l.common.Set(bit)
		for i := range len(characters) {
			l.marks[characters[i]] = uint16(bit)
		}
	}
	return l.ClassMask(class)
}

// WordMask is what the words of closed classes and the marks in sentence i can stand for, beside its SentenceMask. It costs a scan of the
// sentence, a twentieth of its analysis.
func (d *Document) WordMask(i int) (m Mask) {
	s := &d.sentences[i]
	var room [64]scan.Hit
	for _, h := range d.Lexicon.words.Append(room[:0], d.Text, int(s.start), int(s.end)) {
		m.Add(&d.Lexicon.wordMasks[h.Term])
	}
	for i := s.start; i < s.end; i++ {
		if bit := d.Lexicon.marks[d.Text[i]]; bit != 0 {
			m.Set(int(bit))
		}
	}
	return m
}
