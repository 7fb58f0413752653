// Package extract takes claims from documents by declared rules: frames over the phrases of a sentence.
//
// A rule has an anchor (a cue, or a value of a kind), conditions, roles that say where each part of the fact is looked for,
// and the row that it makes. Rules live in `*.rules.yaml` files with the words that they speak of and the examples that test them.
package extract

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/annotate"
)

// File is one declared file of rules for a table.
type File struct {
	Table string         `yaml:"table"`
	Cues  map[string]Cue `yaml:"cues"`
	Flows []Flow         `yaml:"flows"` // for rules that read a tie
	Rules []*Rule        `yaml:"rules"`
	Name  string         `yaml:"-"`

	Folder int `yaml:"-"` // its place among the folders that were loaded; 0 is that of ties

	text []byte
}

// Cue declares a class of words: verbs in all their forms, nouns in singular and plural, and words taken as they are.
type Cue struct {
	Verbs []string `yaml:"verbs"`
	Nouns []string `yaml:"nouns"`
	Words []string `yaml:"words"`
}

// Rule is one frame.
type Rule struct {
	Name     string              `yaml:"rule"`
	Takes    string              `yaml:"takes"`             // one sentence: what it takes
	Anchor   string              `yaml:"anchor"`            // a cue class, or percent, money, event, cell (a number in a row)
	Group    string              `yaml:"group,omitempty"`   // of the rules of one group the first that holds at an anchor is taken
	Earlier  bool                `yaml:"earlier,omitempty"` // a dated earlier value behind the anchor's ("up from 9 percent in 2019") is a row as well
	Each     []map[string]string `yaml:"each,omitempty"`
	When     []string            `yaml:"when,omitempty"`   // class@place|place: all must hold
	Unless   []string            `yaml:"unless,omitempty"` // none may hold
	Roles    []Role              `yaml:"roles"`
	Row      map[string]string   `yaml:"row"`               // column: literal, or $role
	Outcome  map[string]string   `yaml:"outcome,omitempty"` // scope: value of the outcome column, or - for no row
	Column   string              `yaml:"column,omitempty"`  // the outcome column; with none, a negated statement is a denied claim
	Repeats  string              `yaml:"repeats,omitempty"` // same or own: what the text told last is told again with no verb of its own
	Flip     map[string]string   `yaml:"flip,omitempty"`    // of a rule that repeats: value of the outcome column: its denial
	Known    bool                `yaml:"known,omitempty"`   // it takes only states that the gazetteer has in the organisation: the words alone presuppose it
	Happens  bool                `yaml:"happens,omitempty"` // it tells what came about, not what is so
	Returns  string              `yaml:"returns,omitempty"` // a class of anchors by which it tells that a state is back where it was before
	Pair     []string            `yaml:"pair,omitempty"`    // two roles whose order means nothing: codes are put in alphabetical order
	Examples []Example           `yaml:"examples,omitempty"`

	Continues bool `yaml:"continues,omitempty"` // it goes on with what was told before: so does its year, where the sentence gives none

	Table *schemas.Table `yaml:"-"`
	File  string         `yaml:"-"`
	place int            // among the rules of its file
	flows []Flow         // declared for the table
	stem  string         // name before `each` filled it in, cut at the first brace

	need         need
	index        int         // among all rules
	anchorBit    int         // of an anchor that is a class of words, or -1
	when, unless []condition // When and Unless as they are tested
}

// Role is one part of the fact: what it is and where it is looked for, the best place first.
type Role struct {
	Name     string   `yaml:"role"`
	Is       string   `yaml:"is"` // states, organization, event, percent, money, dollars, number, rank, year, name, word
	At       []string `yaml:"at"`
	Optional bool     `yaml:"optional,omitempty"`
	Single   bool     `yaml:"single,omitempty"`  // only one value is taken; several, or one beside what is no state, fail the role
	Count    int      `yaml:"count,omitempty"`   // so many states must be meant together
	Agrees   string   `yaml:"agrees,omitempty"`  // a role with which it shares a state, where both are filled; else the rule does not hold
	Differs  string   `yaml:"differs,omitempty"` // a role with which it shares no state; else the rule does not hold
	Few      bool     `yaml:"few,omitempty"`     // no group that is named as a whole: what is said of it holds of none of its members
	Members  bool     `yaml:"members,omitempty"` // a region named as a whole stands for none of its states: only "all five", "the Baltic states"
	Not      string   `yaml:"not,omitempty"`     // a role whose states are left out here
	Many     bool     `yaml:"many,omitempty"`    // only a set of two or more is taken
	Same     string   `yaml:"same,omitempty"`    // a role that must name the same state
	Spelled  bool     `yaml:"spelled,omitempty"` // states that the phrase names itself, not by a pronoun or a definite noun
	Itself   bool     `yaml:"itself,omitempty"`  // states named as such, not by their leaders or people, nor through their economy or government
	Persons  bool     `yaml:"persons,omitempty"` // states named by their leaders or envoys
	Company  bool     `yaml:"company,omitempty"` // with the states in whose company it is said to be so: "together with A", "like B"
	Without  []string `yaml:"without,omitempty"` // offices whose holders are left out

	at []place // At as it is looked up
}

// Load reads every `*.rules.yaml` of the folders and checks it against the tables. A mistake names file and rule.
func Load(tables []*schemas.Table, folders ...fs.FS) ([]*File, error) {
	var files []*File
	for i, folder := range folders {
		names, err := fs.Glob(folder, "*.rules.yaml")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			f, err := load(tables, folder, name)
			if err != nil {
				return nil, err
			}
			f.Folder = i
			files = append(files, f)
		}
	}
	shareFlows(files)
	return files, checkAll(files)
}

// shareFlows gives the rules of a table the flows that one of its files declares.
func shareFlows(files []*File) {
	flows := map[string][]Flow{}
	for _, f := range files {
		flows[f.Table] = append(flows[f.Table], f.Flows...)
	}
	for _, f := range files {
		for _, r := range f.Rules {
			r.flows = flows[f.Table]
		}
	}
}

func load(tables []*schemas.Table, folder fs.FS, name string) (*File, error) {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil, err
	}
	f := &File{}
	if err := schemas.Decode(name, data, f); err != nil {
		return nil, err
	}
	f.Name, f.text = name, data
	i := slices.IndexFunc(tables, func(t *schemas.Table) bool { return t.Name == f.Table })
	if i < 0 && f.Table != "" {
		return nil, f.mistake("$.table", fmt.Errorf("table %q is not declared: add %s.table.yaml or mend the name", f.Table, f.Table))
	}
	if err := f.checkFile(); err != nil {
		return nil, err
	}
	var rules []*Rule
	for _, r := range f.Rules {
		r.stem, _, _ = strings.Cut(r.Name, "{")
		if r.File = name; i >= 0 {
			r.Table = tables[i]
		}
		rules = append(rules, r.expand()...)
	}
	f.Rules = rules
	for _, r := range f.Rules {
		if path, err := r.validate(); err != nil {
			return nil, f.Mistake(r, path, err)
		}
	}
	return f, nil
}

// Classes are the cue classes that the files declare, in a fixed order.
func Classes(files []*File) []annotate.CueClass {
	var out []annotate.CueClass
	for _, f := range files {
		names := make([]string, 0, len(f.Cues))
		for name := range f.Cues {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			c := f.Cues[name]
			out = append(out, annotate.CueClass{Name: name, Verbs: c.Verbs, Nouns: c.Nouns, Words: c.Words})
		}
	}
	return out
}

// expand makes one rule of each line of `each`, with {name} in its texts filled in.
func (r *Rule) expand() []*Rule {
	if len(r.Each) == 0 {
		return []*Rule{r}
	}
	var out []*Rule
	for i, vars := range r.Each {
		c := *r
		c.Each = nil
		fill := func(s string) string {
			for k, v := range vars {
				s = strings.ReplaceAll(s, "{"+k+"}", v)
			}
			return s
		}
		fillAll := func(list []string) []string {
			out := make([]string, len(list))
			for i, s := range list {
				out[i] = fill(s)
			}
			return out
		}
		c.Name, c.Anchor = fill(r.Name), fill(r.Anchor)
		c.When, c.Unless = fillAll(r.When), fillAll(r.Unless)
		c.Roles = slices.Clone(r.Roles)
		for k := range c.Roles {
			c.Roles[k].At = fillAll(c.Roles[k].At)
		}
		c.Row = map[string]string{}
		for k, v := range r.Row {
			c.Row[k] = fill(v)
		}
		c.Outcome = map[string]string{}
		for k, v := range r.Outcome {
			c.Outcome[k] = fill(v)
		}
		if i > 0 {
			c.Examples = nil // the examples test all of them together
		}
		out = append(out, &c)
	}
	return out
}

var roleKinds = []string{"states", "organization", "event", "percent", "money", "dollars", "number", "rank", "year", "name", "word", "day"}

// validate reports the first mistake in the rule that needs no other file to be seen, and where in the rule it stands.
func (r *Rule) validate() (path string, err error) {
	if r.Name == "" || r.Takes == "" || r.Anchor == "" {
		return "", fmt.Errorf("give it `rule` (its name), `takes` (one sentence) and `anchor`")
	}
	if path, err := r.checkShape(); err != nil {
		return path, err
	}
	for i := range r.Roles {
		if field, err := r.Roles[i].validate(); err != nil {
			return fmt.Sprintf(".roles[%d]%s", i, field), fmt.Errorf("role %s: %w", r.Roles[i].Name, err)
		}
	}
	for _, column := range slices.Sorted(maps.Keys(r.Row)) {
		if r.Table.Index(column) < 0 {
			return ".row." + column, fmt.Errorf("row: %w", r.noColumn(column))
		}
		if name, ok := strings.CutPrefix(r.Row[column], "$"); ok {
			if err := r.checkFill(column, name); err != nil {
				return ".row." + column, err
			}
		}
	}
	for _, cond := range r.conditions()[1:] {
		if err := checkCondition(cond.text); err != nil {
			return cond.path, err
		}
	}
	if path, err := r.checkOutcomes(); err != nil {
		return path, err
	}
	return r.checkExamples()
}

func (role *Role) validate() (field string, err error) {
	if !slices.Contains(roleKinds, role.Is) {
		return ".is", fmt.Errorf("`is: %s` is none of %s", role.Is, strings.Join(roleKinds, ", "))
	}
	for i, place := range role.At {
		if err := checkPlace(place); err != nil {
			return fmt.Sprintf(".at[%d]", i), err
		}
	}
	return "", nil
}

func (r *Rule) role(name string) *Role {
	name, _, _ = strings.Cut(name, ".")
	for i := range r.Roles {
		if r.Roles[i].Name == name {
			return &r.Roles[i]
		}
	}
	return nil
}
