package extract

import "strings"

// The function words that the reading of places and scopes turns on. They are closed classes of English; words of open classes
// are cues in language.rules.yaml.
var (
	linkingVerbs    = set("be become remain stay constitute represent form rank")
	namingVerbs     = set("call dub define describe nickname term elect name make declare recognise recognize accept admit welcome designate appoint list regard consider induct")
	ascribing       = set("among amongst as")
	oneOf           = set("one two three some several both all many")
	upon            = set("after since upon on before by while when following until having")
	governing       = map[string]map[string]bool{"upon": upon, "ascribing": ascribing}
	exampling       = set("including|such as|among|among them|like")
	completing      = set("of to into for from with out against by as")
	complements     = set("of in to within")
	inverting       = set("should were had")
	adding          = set("along with|together with|as well as|in addition to|alongside")
	likening        = set("like|just like|much like|in common with")
	keepingOut      = set("stand lie sit")
	definiteArticle = set("the this that these those")
	pairing         = set("neither either both all each")
	helping         = set("help let make see watch")
	noMore          = set("longer anymore")
	imminent        = set("about due")
	moving          = set("coming going travelling traveling")
	scarcely        = set("barely hardly scarcely")
	trailing        = set("behind below off short")
	plainHeader     = set("year years value values date period")
	yet             = set("yet")
	echoing         = set("so as nor neither")
	agreeing        = set("too either likewise also well")
	bullets         = set("- • * – — · ▪ ◦ ‣ ●")
	places          = map[string]map[string]bool{"inside": set("in inside within"), "outside": set("outside"), "gone": set("out of|"), "subjected": set("under")}
	conditions      = set("if|even if|only if|unless|whether|if only|provided|in case|as if|as though|lest|provided that|assuming that|supposing")
)

// set is the set of the words in the list, which bars separate where one of them has a space in it.
func set(list string) map[string]bool {
	words := strings.Fields(list)
	if strings.Contains(list, "|") {
		words = strings.Split(list, "|")
	}
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// word reports whether a unit of the chunk at i is a word of the set.
func (m *match) word(i int, set map[string]bool) bool {
	for u := m.s.Chunks[i].First; u <= m.s.Chunks[i].Last; u++ {
		if set[m.s.Units[u].Word] {
			return true
		}
	}
	return false
}
