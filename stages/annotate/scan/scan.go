// Package scan finds every term of a lexicon in a text in one pass over its bytes.
//
// A term is a sequence of words. At each word of the text its hash is looked up among the first words of terms,
// and from there the trie of words is followed as far as it goes; the longest term wins. Case is folded for ASCII,
// apostrophes are folded, and a hyphen, a space and a line break between words are the same. The scan allocates nothing.
package scan

// Hit is one term found in the text, by byte offsets.
type Hit struct {
	Start, End int32
	Term       int32 // number that Add returned
}

// Automaton is a compiled set of terms. The zero value is empty; it is filled by Add and then only read.
type Automaton struct {
	edges []edge  // from a node by a separator and a word to the next node: open addressing, a power of two
	used  int     // edges taken
	nodes []int32 // term that ends at a node, or -1
	first [1 << 16 / 64]uint64
	terms int32
}

// edge leads on to a node; 0 for none, since no edge leads to the root.
type edge struct {
	key  uint64
	next int32
}

// New is an empty automaton.
func New() *Automaton {
	return &Automaton{edges: make([]edge, 1024), nodes: []int32{-1}}
}

// keyOf mixes where an edge comes from with the hash of its word. Two edges of one key are as unlikely as two words of one hash.
func keyOf(from int32, sep byte, word uint64) uint64 {
	k := (word ^ uint64(from)<<8 ^ uint64(sep)) * 0x9e3779b97f4a7c15
	return k ^ k>>32
}

// slot is where the edge of the key stands, or the free place for it.
func (a *Automaton) slot(key uint64) int {
	mask := len(a.edges) - 1
	i := int(key) & mask
	for a.edges[i].next != 0 && a.edges[i].key != key {
		i = (i + 1) & mask
	}
	return i
}

// Add puts a term in and returns its number; a term that is there already keeps its first number.
// A text without a word returns -1.
func (a *Automaton) Add(text string) int32 {
	node, sep := int32(0), byte(0)
	for i := 0; i < len(text); {
		start := wordStart(text, i)
		if start < 0 {
			break
		}
		if node != 0 {
			sep = separator(text[i:start])
		}
		hash, end := word(text, start)
		if node == 0 {
			a.first[hash&0xffff>>6] |= 1 << (hash & 63)
		}
		node = a.step(keyOf(node, sep, hash))
		i = end
	}
	if node == 0 {
		return -1
	}
	if a.nodes[node] < 0 {
		a.nodes[node] = a.terms
		a.terms++
	}
	return a.nodes[node]
}

func (a *Automaton) step(key uint64) int32 {
	i := a.slot(key)
	if a.edges[i].next != 0 {
		return a.edges[i].next
	}
	next := int32(len(a.nodes))
	a.nodes = append(a.nodes, -1)
	a.edges[i] = edge{key, next}
	if a.used++; a.used*2 > len(a.edges) {
		a.grow()
	}
	return next
}

func (a *Automaton) grow() {
	old := a.edges
	a.edges = make([]edge, 2*len(old))
	for _, e := range old {
		if e.next != 0 {
			a.edges[a.slot(e.key)] = e
		}
	}
}

// Append finds the terms in text[from:to] and appends them to hits in order of their start, without overlaps.
func (a *Automaton) Append(hits []Hit, text string, from, to int) []Hit {
	text = text[:to]
	for i := from; i < len(text); {
		if class[text[i]] == 0 {
			i++
			continue
		}
		start := i
		if text[i] >= 0x80 {
			if n := mark(text, i); n > 0 {
				i += n
				continue
			}
		}
		hash, end := word(text, start)
		if a.first[hash&0xffff>>6]&(1<<(hash&63)) != 0 {
			if term, stop := a.longest(text, hash, end); term >= 0 {
				hits = append(hits, Hit{int32(start), int32(stop), term})
				end = stop
			}
		}
		i = end
	}
	return hits
}

// longest follows the trie from a first word and returns the longest term with its end, or -1.
func (a *Automaton) longest(text string, hash uint64, end int) (term int32, stop int) {
	term = -1
	node := a.edges[a.slot(keyOf(0, 0, hash))].next
	for node != 0 {
		if a.nodes[node] >= 0 {
			term, stop = a.nodes[node], end
		}
		start := wordStart(text, end)
		if start < 0 || start-end > maxGap {
			return term, stop
		}
		sep := separator(text[end:start])
		if sep == 0 {
			return term, stop
		}
		hash, end = word(text, start)
		node = a.edges[a.slot(keyOf(node, sep, hash))].next
	}
	return term, stop
}

// maxGap is the longest run of bytes between two words of a term: a line break with its indentation.
const maxGap = 8

// wordStart is where the next word at or after i starts, or -1.
func wordStart(text string, i int) int {
	for i < len(text) {
		if class[text[i]] == 0 {
			i++
			continue
		}
		if text[i] >= 0x80 {
			if n := mark(text, i); n > 0 {
				i += n
				continue
			}
		}
		return i
	}
	return -1
}

// word is the hash of the word at start, ASCII case folded, and its end.
func word(text string, start int) (hash uint64, end int) {
	hash = 14695981039346656037 // FNV-1a
	i := start
	for i < len(text) {
		c := class[text[i]]
		if c == 0 || (text[i] >= 0x80 && mark(text, i) > 0) || (sign(c) && i > start) {
			break
		}
		hash = (hash ^ uint64(c)) * 1099511628211
		i++
		if sign(c) {
			break // "31%" is two words, and so is "$31"
		}
	}
	return hash ^ hash>>29, i
}

// sign holds for the signs that are words by themselves.
func sign(c byte) bool { return c == '%' || c == '$' }

// separator folds what stands between two words of a term to one byte; 0 is a break that no term crosses.
func separator(gap string) byte {
	switch gap {
	case " ", "-", "\n", "\u00a0", "\u2010", "\u2011", "–", ". ", " - ":
		return ' '
	case ".":
		return '.'
	case "'", "’", "‘", "' ", "’ ":
		return '\''
	case ", ":
		return ','
	case " (":
		return '('
	case "&", " & ":
		return '&'
	case "/":
		return '/'
	case "+":
		return '+'
	}
	return 0
}

// mark is the length of a punctuation mark or space outside ASCII at i, or 0 where a letter stands there.
// General Punctuation is U+2000-206F (E2 80 80 - E2 81 AF); no-break space, « and » are C2 A0, C2 AB, C2 BB.
func mark(text string, i int) int {
	switch text[i] {
	case 0xE2:
		if i+2 < len(text) && (text[i+1] == 0x80 || (text[i+1] == 0x81 && text[i+2] < 0xB0)) {
			return 3
		}
	case 0xC2:
		if i+1 < len(text) && text[i+1] < 0xC0 && text[i+1] != 0xAA && text[i+1] != 0xB5 && text[i+1] != 0xBA {
			return 2
		}
	}
	return 0
}

// class maps a byte to what is hashed for it: letters in lower case, digits and bytes outside ASCII as they are, 0 between words.
var class = func() (t [256]byte) {
	for c := range 256 {
		switch {
		case c >= 'A' && c <= 'Z':
			t[c] = byte(c) + 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c >= 0x80, sign(byte(c)):
			t[c] = byte(c)
		}
	}
	return t
}()
