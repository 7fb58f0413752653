package extract

import (
	"math/bits"
	"slices"
	"sync"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/resolve"
)

// gates find the rules that can fire in a sentence by what its terms can stand for, before it is tokenised. Rules are looked up by
// one term that they need, their anchor where the scan finds it, so that a sentence costs no more than the terms in it.
type gates struct {
	rules []*Rule
	byBit [annotate.MaskBits][]*Rule // by the bit of a term that the rule needs
	loose []*Rule                    // need no term that the scan finds
	it    annotate.Mask              // a pronoun that can stand for an event
	pool  sync.Pool
}

func newGates(l *annotate.Lexicon, rules []*Rule) *gates {
	g := &gates{rules: rules, it: l.WordClass("=it", "it")}
	for i, r := range rules {
		r.index = i
		r.prepare(l)
		r.compile(l)
		key := l.ClassMask(r.Anchor)
		key.Keep(&r.need.terms)
		if key == (annotate.Mask{}) {
			key = r.need.terms
		}
		if bit := key.First(); bit >= 0 {
			g.byBit[bit] = append(g.byBit[bit], r)
		} else {
			g.loose = append(g.loose, r)
		}
	}
	g.pool.New = func() any {
		return &opened{gates: g, can: make([]bool, len(rules)), set: make([]uint64, len(rules)/64+1)}
	}
	return g
}

// opened are the gates of one document: the rules for which it has every word that they can't do without.
type opened struct {
	*gates
	d     *annotate.Document
	can   []bool        // by rule: it can fire in the document
	keys  annotate.Mask // by which those are looked up
	loose []*Rule       // those that no term shows
	some  bool

	at          int // the sentence at hand
	r           *resolve.Reader
	mask, words annotate.Mask
	read        bool     // words are known
	set         []uint64 // rules that fit, a bit each
	here        []*Rule
	tries       tries
	fresh, idle bool // some of them can tell something by themselves; others wait for that
}

// held are the kinds of names by which a document can be about an event that it does not name.
var held = annotate.KindMask(annotate.Organization, annotate.Place)

// ofBlocs are the kinds of names that name an organisation: an event names who holds it.
var ofBlocs = annotate.KindMask(annotate.Organization, annotate.Event)

// open finds the rules that can fire in the document. about tells, when it is first needed, whether the document is about an event
// though it names none.
func (g *gates) open(d *annotate.Document, about func() bool) *opened {
	o := g.pool.Get().(*opened)
	o.d, o.keys, o.loose, o.some = d, annotate.Mask{}, o.loose[:0], false
	found := d.Mask()
	states := found.Meets(&named)
	blocs := found.Meets(&ofBlocs) || d.TitleMask().Meets(&ofBlocs)
	asked, isAbout := false, false
	aboutEvent := func() bool {
		if !asked {
			asked, isAbout = true, about()
		}
		return isAbout
	}
	for i, r := range g.rules {
		n := &r.need
		o.can[i] = (states || !n.stated) && (blocs || !n.bloc) && found.Covers(&n.terms) && found.Covers(&n.anywhere) &&
			(n.told == (annotate.Mask{}) || found.Meets(&n.told) || n.spoken && found.Covers(&held) && aboutEvent())
		o.some = o.some || o.can[i]
	}
	for bit, rules := range g.byBit {
		if slices.ContainsFunc(rules, func(r *Rule) bool { return o.can[r.index] }) {
			o.keys.Set(bit)
		}
	}
	for _, r := range g.loose {
		if o.can[r.index] {
			o.loose = append(o.loose, r)
		}
	}
	return o
}

// done gives the memory back.
func (o *opened) done() { o.d, o.r = nil, nil; o.pool.Put(o) }

// empty reports whether no rule can fire in the document.
func (o *opened) empty() bool { return !o.some }

// sentence are the rules that can fire in sentence i, in their order. Those that go on with what was told come in where something
// was told shortly before, or can be told in the sentence itself.
func (o *opened) sentence(i int, r *resolve.Reader, told memory) []*Rule {
	o.at, o.r, o.mask, o.read = i, r, o.d.SentenceMask(i), false
	clear(o.set)
	o.fresh, o.idle = false, false
	keys := o.mask
	keys.Keep(&o.keys)
	for w, word := range keys {
		for ; word != 0; word &= word - 1 {
			for _, rule := range o.byBit[w<<6+bits.TrailingZeros64(word)] {
				o.take(rule, told)
			}
		}
	}
	waiting := false
	for _, rule := range o.loose {
		if rule.need.memory < 0 || told.near(rule, r, i) {
			o.take(rule, told)
		} else {
			waiting = true
		}
	}
	for _, rule := range o.loose {
		if waiting && o.fresh {
			o.take(rule, told)
		}
	}
	o.list()
	if o.idle {
		o.dropIdle(told)
	}
	return o.here
}

// take notes a rule that fits, and whether it can tell something by itself.
func (o *opened) take(rule *Rule, told memory) {
	if !o.fits(rule) {
		return
	}
	o.set[rule.index>>6] |= 1 << (rule.index & 63)
	if rule.need.memory < 0 || told.near(rule, o.r, o.at) {
		o.fresh = true
	} else {
		o.idle = true
	}
}

// fits reports whether the sentence at hand has what the rule needs.
func (o *opened) fits(rule *Rule) bool {
	n := &rule.need
	if !o.can[rule.index] || !o.mask.Covers(&n.terms) || !n.meets(&o.mask, false) || n.entry && !lineAlone(o.d, o.at) {
		return false
	}
	if n.waits && !(o.withWords().Covers(&n.words) && n.meets(&o.words, true)) {
		return false
	}
	if n.flow != (annotate.Mask{}) && !o.flows(n) {
		return false
	}
	if !n.spoken || o.r.CanName(o.at) {
		return true
	}
	return (!n.silent || o.withWords().Meets(&o.it) || !o.r.Speech()) && o.r.NamesEvent()
}

// flows reports whether the sentence at hand or one shortly before it speaks of a flow; what was told of one was spoken of there too.
func (o *opened) flows(n *need) bool {
	if o.mask.Meets(&n.flow) || o.withWords().Meets(&n.flow) {
		return true
	}
	for i := o.at - 1; i >= 0 && i >= o.at-reach; i-- {
		if mask := o.d.SentenceMask(i); mask.Meets(&n.flow) {
			return true
		}
	}
	return false
}

// withWords is the mask of the sentence at hand with the words that the scan passes over.
func (o *opened) withWords() *annotate.Mask {
	if !o.read {
		o.words, o.read = o.d.WordMask(o.at), true
		o.words.Add(&o.mask)
	}
	return &o.words
}

// list puts the rules that fit into their order.
func (o *opened) list() {
	o.here = o.here[:0]
	for w, word := range o.set {
		for ; word != 0; word &= word - 1 {
			o.here = append(o.here, o.rules[w<<6+bits.TrailingZeros64(word)])
		}
	}
}

// dropIdle leaves out the rules that go on with what their table told, where it has told nothing near enough and nothing else
// can make it in this sentence.
func (o *opened) dropIdle(told memory) {
	var active []*schemas.Table
	for _, rule := range o.here {
		if (rule.need.memory < 0 || told.near(rule, o.r, o.at)) && !slices.Contains(active, rule.Table) {
			active = append(active, rule.Table)
		}
	}
	o.here = slices.DeleteFunc(o.here, func(rule *Rule) bool { return !slices.Contains(active, rule.Table) })
}

// near reports whether what the rule goes on with was told near enough before the sentence.
func (x memory) near(rule *Rule, r *resolve.Reader, sentence int) bool {
	if rule.Repeats != "" {
		return r.HasTold(rule.Table.Name, sentence)
	}
	list := x.told[rule.Table.Name]
	return len(list) > 0 && sentence-list[len(list)-1].sentence <= rule.need.memory
}

// meets reports whether the mask has something of each that is wanted; of what words passed over by the scan can be as well, only
// where it has those.
func (n *need) meets(mask *annotate.Mask, words bool) bool {
	for i := range n.some {
		if (words || !n.wordly[i]) && !mask.Meets(&n.some[i]) {
			return false
		}
	}
	return true
}

// lineAlone holds for a sentence that can be an entry of a list: alone in its paragraph, and short or behind a colon.
func lineAlone(d *annotate.Document, i int) bool {
	start, end, p := d.Bounds(i)
	if paragraphOf(d, i-1) == p || paragraphOf(d, i+1) == p {
		return false
	}
	return end-start <= longestEntry || i > 0 && behindColon(d, i)
}
