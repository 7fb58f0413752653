package seeds

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// meaning is one thing that a term of prose names, as one line of a list says.
type meaning struct {
	term       string
	exact      bool // matched in exactly these letters: GUAM and Guam are told apart
	kind, code string
	owner      string // the thing, as messages name it
	flag       string // by which a line says that the term may mean another thing too
	declared   bool   // the line has that flag
	at         string // file:line of a user's list; "" in those of ties
}

// meanings are the meanings of terms, by their small letters.
type meanings map[string][]meaning

// add takes a meaning in, and gives one of the same term that it can't stand beside, or nil: a term means two things only where
// every line that has it declares so.
func (m meanings) add(n meaning) *meaning {
	key := strings.ToLower(n.term)
	for i, o := range m[key] {
		if o.kind == n.kind && o.code == n.code {
			continue
		}
		if (o.term == n.term || !o.exact && !n.exact) && !(o.declared && n.declared) {
			return &m[key][i]
		}
	}
	m[key] = append(m[key], n)
	return nil
}

// knownMeanings are those of the lists in a folder of ties.
func knownMeanings(folder fs.FS) (meanings, error) {
	known := meanings{}
	for i := range lists {
		if lists[i].names == nil {
			continue
		}
		rows, err := lists[i].read(folder)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			for _, n := range lists[i].names(r) {
				known.add(n)
			}
		}
	}
	return known, nil
}

// checkMeanings reports a term of a user's line that names another thing already. While the lists of ties are read, known is nil.
func (l *list) checkMeanings(r row, known meanings) error {
	if known == nil || l.names == nil {
		return nil
	}
	for _, n := range l.names(r) {
		n.at = fmt.Sprintf("%s:%d", r.file, r.line)
		if other := known.add(n); other != nil {
			return r.errorf("%q is to name %s, and names %s already, in %s: %s", n.term, n.owner, other.owner, other.place(), n.remedy(other))
		}
	}
	return nil
}

func (n *meaning) place() string {
	if n.at == "" {
		return "the list of ties"
	}
	return n.at
}

// remedy is what to do about a term that another line gives to another thing.
func (n *meaning) remedy(other *meaning) string {
	if other.at == "" && !other.declared {
		return "write a term that means nothing else"
	}
	return fmt.Sprintf("remove one of them, or flag this line %s and the other %s", n.flag, other.flag)
}

// namesOfState are none for a formal name: it is looked up in cells of tables, never in prose.
func namesOfState(r row) []meaning {
	if r.get("kind") == "formal" {
		return nil
	}
	return named(r, "state", r.get("code"), "ambiguous", []string{r.get("term")})
}

func namesOfGroup(r row) []meaning {
	return named(r, "group", r.get("code"), "loose", r.list("terms"))
}

func namesOfOrganization(r row) []meaning {
	return named(r, "organization", r.get("code"), "ambiguous", slices.Concat([]string{r.get("name"), r.get("code")}, r.list("aliases"), r.list("nicknames")))
}

func namesOfEvent(r row) []meaning {
	return named(r, "event", r.get("code"), "shared", append([]string{r.get("name")}, r.list("terms")...))
}

// namesOfLeader are of one kind without a code, for two leaders may share a name: their terms of office tell them apart. Only
// a form that stands alone is declared to be common.
func namesOfLeader(r row) []meaning {
	full, alone, _ := strings.Cut(r.get("variants"), "~")
	short := named(r, "leader", "", "common", append([]string{r.get("short")}, splitList(strings.ReplaceAll(alone, "~", "|"), "|")...))
	long := named(r, "leader", "", "common", append([]string{r.get("name")}, splitList(full, "|")...))
	for i := range long {
		long[i].declared = false
	}
	all := slices.Concat(short, long)
	for i := range all {
		all[i].owner = fmt.Sprintf("leader %s of %s", r.get("name"), r.get("code"))
	}
	return all
}

func named(r row, kind, code, flag string, terms []string) []meaning {
	var out []meaning
	for _, term := range terms {
		if term != "" {
			out = append(out, meaning{term: term, exact: slices.Contains(r.flags(), "case"), kind: kind, code: code,
				owner: kind + " " + code, flag: flag, declared: slices.Contains(r.flags(), flag)})
		}
	}
	return out
}
