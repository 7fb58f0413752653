package annotate

import (
	"strings"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"unicode"

	"ties.dev/ties/seeds"
)

// verbForm is a set of the forms that a word can be of a verb.
type verbForm uint8

const (
	formBase verbForm = 1 << iota
	formS
	formPast
	formParticiple
	formGerund
)

// grammar holds the closed word classes and the verbs, by lower-case word.
type grammar struct {
	tags      map[string]Tag
	phrases   map[string][]phrase // multi-word function words by their first word, longest first
	verbs     map[string]verbForm
	lemmas    map[string]string
	irregular map[string]seeds.Verb
	nounish   map[string]bool // words that are nouns unless the place asks for a verb
	known     map[string]*known
}

type phrase struct {
	words []string
	tag   Tag
}

var tagNames = map[string]Tag{"det": TagDet, "predet": TagPredet, "pron": TagPron, "poss": TagPoss, "prep": TagPrep, "conj": TagConj,
	"sub": TagSub, "rel": TagRel, "modal": TagModal, "be": TagBe, "have": TagHave, "do": TagDo, "neg": TagNeg, "adv": TagAdv,
	"adj": TagAdj, "except": TagExcept, "to": TagTo}

func newGrammar(g *seeds.Gazetteer) *grammar {
	gr := &grammar{tags: map[string]Tag{}, phrases: map[string][]phrase{}, verbs: map[string]verbForm{},
		lemmas: map[string]string{}, irregular: map[string]seeds.Verb{}, nounish: map[string]bool{}}
	for _, v := range g.Verbs {
		gr.addVerb(v)
	}
	for _, w := range g.Words {
		gr.addWord(w)
	}
	return gr
}

func (g *grammar) addWord(w seeds.Word) {
	words := strings.Fields(w.Text)
	tag := tagNames[w.Tag]
	switch {
	case w.Tag == "noun":
		g.nounish[w.Text] = true
	case len(words) > 1:
		list := append(g.phrases[words[0]], phrase{words, tag})
		for i := len(list) - 1; i > 0 && len(list[i].words) > len(list[i-1].words); i-- {
			list[i], list[i-1] = list[i-1], list[i]
		}
		g.phrases[words[0]] = list
	default:
		if _, ok := g.tags[w.Text]; !ok {
			g.tags[w.Text] = tag
		}
	}
}

func (g *grammar) addVerb(v seeds.Verb) {
	g.irregular[v.Base] = v
	set := func(word string, form verbForm) {
		g.verbs[word] |= form
		if _, ok := g.lemmas[word]; !ok {
			g.lemmas[word] = v.Base
		}
	}
	set(v.Base, formBase)
	set(thirdPerson(v.Base), formS)
	set(gerund(v.Base), formGerund)
	set(past(v.Base), formPast|formParticiple)
	if v.Past != "" {
		delete(g.verbs, past(v.Base))
		set(v.Past, formPast)
		set(v.Participle, formParticiple)
		if strings.HasSuffix(v.Past, "ed") { // travelled and traveled
			set(past(v.Base), formPast|formParticiple)
			set(strings.TrimSuffix(v.Past, "ed")+"ing", formGerund)
		}
	}
	g.lemmas[v.Base] = v.Base
}

// forms are all the forms of a verb, irregular ones included.
func (g *grammar) forms(base string) []string {
	if base == "be" {
		return []string{"be", "is", "are", "was", "were", "been", "being", "'s", "'re"}
	}
	if base == "have" {
		return []string{"have", "has", "had", "having"}
	}
	out := []string{base, thirdPerson(base), gerund(base)}
	if v, ok := g.irregular[base]; ok && v.Past != "" {
		out = append(out, v.Past, v.Participle)
		if strings.HasSuffix(v.Past, "ed") {
			out = append(out, strings.TrimSuffix(v.Past, "ed")+"ing", past(base))
		} else if len(v.Past) > 0 && doubles(base) {
			out = append(out, base+base[len(base)-1:]+"ing")
		}
		return out
	}
	return append(out, past(base))
}

func thirdPerson(base string) string {
	switch {
	case strings.HasSuffix(base, "y") && !vowelBefore(base, 1):
		return base[:len(base)-1] + "ies"
	case strings.HasSuffix(base, "s"), strings.HasSuffix(base, "x"), strings.HasSuffix(base, "z"),
		strings.HasSuffix(base, "ch"), strings.HasSuffix(base, "sh"), base == "go", base == "veto", base == "undergo", base == "echo", base == "forego":
		return base + "es"
	}
	return base + "s"
}

func past(base string) string {
	switch {
	case strings.HasSuffix(base, "e"):
		return base + "d"
	case strings.HasSuffix(base, "y") && !vowelBefore(base, 1):
		return base[:len(base)-1] + "ied"
	}
	return base + "ed"
}

func gerund(base string) string {
	switch {
	case strings.HasSuffix(base, "ie"):
		return base[:len(base)-2] + "ying"
	case strings.HasSuffix(base, "e") && !strings.HasSuffix(base, "ee") && !strings.HasSuffix(base, "oe") && base != "be":
		return base[:len(base)-1] + "ing"
	case doubles(base):
		return base + base[len(base)-1:] + "ing"
	}
	return base + "ing"
}

// doubles holds for short verbs that double their last letter: run, get, quit, begin.
func doubles(base string) bool {
	n := len(base)
	if n < 3 || strings.ContainsAny(base[n-1:], "wxyaeiouhkr") && base != "occur" && base != "refer" && base != "bar" && base != "spur" {
		return false
	}
	short := n <= 4 && vowelBefore(base, 1) && !vowelBefore(base, 2)
	return short || base == "begin" || strings.HasSuffix(base, "mit") || base == "forget"
}

func vowelBefore(s string, n int) bool {
	return len(s) > n && strings.ContainsAny(s[len(s)-1-n:len(s)-n], "aeiou")
}

// plural is the regular plural of the last word of a noun phrase.
func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "y") && !vowelBefore(noun, 1):
		return noun[:len(noun)-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}

// withoutDiacritics is the spelling in plain letters: Chișinău to Chisinau.
func withoutDiacritics(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0 {
		return s
	}
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		return s
	}
	return out
}
