package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ties.dev/ties/stages/annotate/quantity"
)

// nounPhrase collects a noun phrase from unit i on, fills in the chunk and returns the unit after it and its 's.
func (s *Sentence) nounPhrase(c *Chunk, i int) int {
	c.Kind = NounPhrase
	start := i
	for i < len(s.Units) && (i == start || s.inPhrase(i, c, start) && !s.leavesPlace(i)) {
		u := &s.Units[i]
		switch u.Tag {
		case TagDet, TagPredet:
			c.Det = u.Word
			c.Negative = c.Negative || u.Word == "no" || u.Word == "neither" || u.Word == "not"
		case TagPoss:
			c.Owner = u.Word
		case TagPron:
			c.Negative = c.Negative || u.Word == "none" || u.Word == "nobody" || u.Word == "nothing"
		}
		c.Last = i
		i++
		if u.Tag == TagPron && tag(s, i) != TagPredet {
			break
		}
	}
	c.Head = s.head(c)
	if tag(s, i) == TagGen {
		c.Owned = true
		return i + 1
	}
	return i
}

// head is the last noun or name of the phrase; a person's name wins over what follows it.
func (s *Sentence) head(c *Chunk) int {
	head := c.Last
	for i := c.Last; i >= c.First; i-- {
		switch s.Units[i].Tag {
		case TagNoun, TagName, TagNum, TagPron:
			return i
		}
	}
	return head
}

// inPhrase reports whether unit i can be part of a noun phrase that started at c.First.
func (s *Sentence) inPhrase(i int, c *Chunk, start int) bool {
	u := &s.Units[i]
	first := i == start
	last := tag(s, i-1)
	switch u.Tag {
	case TagNoun, TagAdj:
		return !(u.Cue("conferred") != nil && !first && (last == TagName && s.Units[i-1].Has(Country) || last == TagNoun && s.Units[i-1].Cue("own_state") != nil))
	case TagName:
		if !first && start == 1 && tag(s, 0) == TagPrep && last == TagNoun && s.Units[i].Has(Person) && !s.Units[i-1].Has(Office) {
			return false // In the end X came
		}
		if !first && start == 1 && tag(s, 0) == TagPrep && tag(s, 1) == TagDet && last == TagNoun && u.Has(Country) && s.Units[i-1].Cue("state_noun") == nil && s.Units[i-1].Cue("region_noun") == nil && !s.Units[i-1].Has(Office) && verbal(tag(s, i+1)) {
			return false // In the other direction China leads
		}
		if !first && u.Has(Country) && last == TagNoun && spans[s.Units[i-1].Word] {
			return false // for three years Qatar stayed
		}
		return first || !(last == TagDate && s.Units[i].Has(Country))
	case TagDate:
		return !s.standsAlone(i)
	case TagPron:
		return first
	case TagDet, TagPoss:
		return first || i == start+1 && s.styled(i) || onlyQuantifiers(s, start, i) || u.Word == "other" && (last == TagNum || last == TagNoun && s.Units[i-1].Cue("multitude") != nil) || u.Word == "much" && (last == TagPoss || last == TagGen)
	case TagPredet:
		return first || onlyQuantifiers(s, start, i) || s.predeterminer(i)
	case TagNum:
		if !first && (s.Units[i-1].Word == "former" || s.Units[i-1].Word == "latter") {
			return false // with the latter $1 billion
		}
		if u.Quantity >= 0 && s.Quantities[u.Quantity].Unit == quantity.Percent && (last == TagNoun || last == TagNum) && !first {
			return false // of the migrants a half came home
		}
		return first || last != TagName || (u.Quantity < 0 || s.Quantities[u.Quantity].Unit == 0)
	case TagAdv:
		return s.adverbInside(i, first)
	case TagHyphen, TagDash:
		return !first && u.Word != "—" && u.Word != "--" && i+1 < len(s.Units) && !s.Tokens[u.First].Space && !s.Tokens[s.Units[i+1].First].Space && nominalTag(tag(s, i+1))
	case TagConj, TagComma:
		return !first && s.sharesNoun(i)
	case TagNeg:
		return u.Word == "not" && false
	}
	return false
}

// styled holds for the article of a style of address behind a title: "Dr the Honourable X".
func (s *Sentence) styled(i int) bool {
	if s.Units[i].Word != "the" || tag(s, i-1) != TagName {
		return false
	}
	for u := i + 1; u < len(s.Units) && u <= i+2; u++ {
		if s.Units[u].Cue("style_word") != nil {
			return true
		}
	}
	return false
}

func nominalTag(t Tag) bool {
	switch t {
	case TagNoun, TagName, TagAdj, TagNum, TagDate, TagVerb:
		return true
	}
	return false
}

func (s *Sentence) predeterminer(i int) bool {
	return s.Units[i].Word == "all" && tag(s, i-1) == TagPron
}

func onlyQuantifiers(s *Sentence, start, i int) bool {
	for ; start < i; start++ {
		switch s.Units[start].Tag {
		case TagPredet, TagDet, TagAdv:
		default:
			return false
		}
	}
	return true
}

// adverbInside: "the very reduced parade", "an increasingly important partner", "only Tajik President Rahmon".
func (s *Sentence) adverbInside(i int, first bool) bool {
	j := i
	for tag(s, j) == TagAdv {
		j++
	}
	switch next := tag(s, j); {
	case next == TagHyphen && j+1 < len(s.Units) && !s.Tokens[s.Units[j].First].Space && !s.Tokens[s.Units[j+1].First].Space && nominalTag(tag(s, j+1)):
		return true // a long-time ally
	case first:
		return false
	case tag(s, i-1) == TagDet || tag(s, i-1) == TagGen || tag(s, i-1) == TagPoss || tag(s, i-1) == TagPredet:
		return next == TagAdj || next == TagNoun || next == TagNum
	case tag(s, i-1) == TagHyphen:
		return true
	}
	return false
}

// sharesNoun holds at "and" or a comma between adjectives of one noun: "the Chinese, Kazakh and Brazilian presidents".
func (s *Sentence) sharesNoun(i int) bool {
	if s.Units[max(i-1, 0)].Has(Organization) {
		return s.organizationsShare(i)
	}
	if q := s.Units[max(i-1, 0)].Quantity; q >= 0 && s.Quantities[q].Unit == quantity.Ordinal {
		return tag(s, i) == TagConj && tag(s, i+1) == TagAdj && tag(s, i+2) == TagNoun // its tenth and newest member
	}
	if s.joinsPortfolio(i) {
		return true
	}
	if tag(s, i-1) != TagAdj {
		return false
	}
	named := s.Units[i-1].Has(Country) || s.Units[i-1].Has(Group)
	for ; i < len(s.Units); i++ {
		switch tag(s, i) {
		case TagComma, TagConj:
			continue
		case TagAdj:
			if (s.Units[i].Has(Country) || s.Units[i].Has(Group)) != named {
				return false
			}
			if next := tag(s, i+1); next == TagNoun || next == TagVerb && false {
				return true
			} else if next != TagAdj && next != TagComma && next != TagConj {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// joinsPortfolio holds at "and" between what one minister is for: "Iranian Mining and Trade Minister", "Minister of Youth and Sports" is none.
func (s *Sentence) joinsPortfolio(i int) bool {
	if tag(s, i) != TagConj || i+1 >= len(s.Units) || s.Units[i].First < s.Units[i].Last || s.Units[i-1].Meanings != nil && !onlyCues(s.Units[i-1].Meanings) {
		return false
	}
	m := s.Units[i+1].Meaning(Office)
	if m != nil && m.Plural && strings.HasSuffix(m.Code, "minister") && !strings.HasSuffix(s.Units[i-1].Word, "s") && (tag(s, i-1) == TagAdj || tag(s, i-1) == TagNoun) {
		return true // foreign and defence ministers
	}
	if m == nil || m.Plural || !strings.HasSuffix(m.Code, "minister") || m.Code == "prime minister" || m.Code == "foreign minister" {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.Tokens[s.Units[i-1].First].Text)
	return unicode.IsUpper(r) && s.Units[i-1].First == s.Units[i-1].Last
}

// organizationsShare holds at "and" or a comma between organisations that stand before one noun: "a NATO and EU member".
func (s *Sentence) organizationsShare(i int) bool {
	for ; i < len(s.Units); i++ {
		switch {
		case tag(s, i) == TagComma || tag(s, i) == TagConj && s.Units[i].First == s.Units[i].Last:
		case s.Units[i].Has(Organization) && tag(s, i) == TagName:
			if tag(s, i+1) == TagNoun {
				return s.Units[i+1].nounCue()
			}
			if next := tag(s, i+1); next != TagComma && next != TagConj {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// spans are the words of spans of time and of sides ("on the export side Italy leads"), behind which a name starts a phrase of its own.
var spans = map[string]bool{"years": true, "months": true, "weeks": true, "days": true, "decades": true, "year": true, "month": true, "week": true, "decade": true, "side": true}
