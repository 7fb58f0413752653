package annotate

// The names under which `ties try` shows what the grammar has made of a text.

var partsOfSpeech = [...]string{"noun", "name", "adj", "num", "date", "det", "predet", "pron", "poss", "gen", "prep", "except", "conj", "sub", "rel",
	"modal", "be", "have", "do", "neg", "adv", "to", "verb", "comma", "colon", "semicolon", "dash", "hyphen", "open", "close", "quote", "stop", "other"}

var chunkNames = [...]string{"", "noun phrase", "verb group", "preposition", "excepting", "coordinator", "comma", "semicolon", "colon", "dash", "open", "close",
	"subordinator", "relative", "adverb", "when", "other"}

var kindNames = [...]string{"", "country", "group", "organization", "event", "person", "office", "cue", "place", "site", "trigger"}

var formNames = [...]string{"", "name", "adjective", "demonym", "demonyms", "capital", "seat"}

// String is the part of speech in small letters.
func (t Tag) String() string { return partsOfSpeech[t] }

// String is the kind of the chunk in words.
func (k ChunkKind) String() string { return chunkNames[k] }

// String is what a term names.
func (k Kind) String() string { return kindNames[k] }

// String is how a term names a country.
func (f Form) String() string { return formNames[f] }
