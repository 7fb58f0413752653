package extract

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
)

// mistake gives an error in the file its place: file and line of the value at the YAML path.
func (f *File) mistake(path string, err error) error {
	return schemas.Mistake(f.Name, f.text, path, err)
}

// Mistake gives an error in the rule its file, and the line of what stands at a path within the rule: ".when[0]".
func (f *File) Mistake(r *Rule, path string, err error) error {
	return f.mistake(fmt.Sprintf("$.rules[%d]%s", r.place, path), fmt.Errorf("rule %s: %w", r.Name, err))
}

// checkFile reports what is wrong with the file as a whole, before its rules are looked at one by one.
func (f *File) checkFile() error {
	for _, class := range slices.Sorted(maps.Keys(f.Cues)) {
		if slices.Contains(Reserved(), class) {
			return f.mistake("$.cues."+class, fmt.Errorf("cue %s: `%s` is a word of ties, which conditions would take in its place: choose another name", class, class))
		}
		c := f.Cues[class]
		if len(c.Verbs)+len(c.Nouns)+len(c.Words) == 0 {
			return f.mistake("$.cues."+class, fmt.Errorf("cue %s has no words: give it `verbs`, `nouns` or `words`", class))
		}
		for _, list := range []struct {
			kind  string
			words []string
		}{{"verbs", c.Verbs}, {"nouns", c.Nouns}, {"words", c.Words}} {
			if i := slices.IndexFunc(list.words, func(w string) bool { return strings.TrimSpace(w) == "" }); i >= 0 {
				return f.mistake(fmt.Sprintf("$.cues.%s.%s[%d]", class, list.kind, i), fmt.Errorf("cue %s: word %d of its %s is empty: remove it, or write the word", class, i+1, list.kind))
			}
		}
	}
	if len(f.Cues)+len(f.Rules) == 0 {
		return f.mistake("$", fmt.Errorf("nothing is declared: give it `table`, `cues` and `rules`"))
	}
	for i, r := range f.Rules {
		switch {
		case r == nil:
			return f.mistake("$.rules", fmt.Errorf("rule %d is empty: remove it, or give it `rule`, `takes`, `anchor`, `roles` and `row`", i+1))
		case f.Table == "":
			return f.mistake("$.rules", fmt.Errorf("rules without a table: give the file a `table`"))
		}
		r.place = i
	}
	return nil
}

// builtin are the classes that rules can name without declaring them: values of a kind, names of the gazetteers, a main verb be, any phrase, a passive.
var builtin = []string{"verb", "ordinal", "standing", "lonely", "parallel", "cumulative", "echo", "ellipsis", "entry", "remnant", "final", "complete",
	"percent", "money", "event", "organization", "states", "negation", "be", "phrase", "passive", "pluperfect", "doing", "lone", "part_of_flow", "other_whole", "state_thing", "upon",
	"ascribing", "plural", "narrowed", "alien", "anaphor", "group", "verbless", "stranded", "dated", "located", "infinitive", "undone", "owned", "other_phrase", "backward"}

// Reserved are the names that no class of words can have, for they mean something in conditions already; in alphabetical order.
func Reserved() []string {
	all := slices.Concat(builtin, valueClasses)
	slices.Sort(all)
	return slices.Compact(all)
}

// CheckClasses reports a class of a user's file that one of the other files declares as well: its words would go to their rules too.
func (f *File) CheckClasses(others []*File) error {
	for _, class := range slices.Sorted(maps.Keys(f.Cues)) {
		for _, other := range others {
			if _, twice := other.Cues[class]; twice {
				return f.mistake("$.cues."+class, fmt.Errorf("cue %s: %s has a class of this name, whose rules would take these words too: choose another name", class, other.Name))
			}
		}
	}
	return nil
}

// written is a class of words with a place, and where in the rule it stands.
type written struct{ path, text string }

// conditions are the anchor of the rule, and what must and must not hold beside it.
func (r *Rule) conditions() []written {
	all := []written{{".anchor", r.Anchor}}
	for i, text := range r.When {
		all = append(all, written{fmt.Sprintf(".when[%d]", i), text})
	}
	for i, text := range r.Unless {
		all = append(all, written{fmt.Sprintf(".unless[%d]", i), text})
	}
	return all
}

// checkWords reports words of the rule that name no column, role or class of words, and where in the rule they stand.
func (r *Rule) checkWords(classes []string) (path string, err error) {
	known := slices.Concat(builtin, valueClasses, classes)
	for _, cond := range r.conditions() {
		words, _, _ := strings.Cut(cond.text, "@")
		for class := range strings.SplitSeq(words, "/") {
			if !strings.HasPrefix(class, "=") && !slices.Contains(known, class) {
				return cond.path, fmt.Errorf("%q: no class of words %q: %sdeclare it under `cues`", cond.text, class, suggested(class, known))
			}
		}
	}
	for i, column := range r.Pair {
		if r.Table.Index(column) < 0 {
			return fmt.Sprintf(".pair[%d]", i), r.noColumn(column)
		}
	}
	if r.Column != "" && r.Table.Index(r.Column) < 0 {
		return ".column", r.noColumn(r.Column)
	}
	if path, err := r.checkRoles(); err != nil {
		return path, err
	}
	return r.checkLiterals()
}

func (r *Rule) noColumn(column string) error {
	var known []string
	for i := range r.Table.Columns {
		known = append(known, r.Table.Columns[i].Name)
	}
	return fmt.Errorf("column %q is not one of table %s: it has %s", column, r.Table.Name, strings.Join(known, ", "))
}

func suggested(name string, known []string) string {
	if near := schemas.Nearest(name, known); near != "" {
		return fmt.Sprintf("did you mean %q? else ", near)
	}
	return ""
}

// checkRoles reports a role that names another one which the rule does not have.
func (r *Rule) checkRoles() (path string, err error) {
	for i := range r.Roles {
		role := &r.Roles[i]
		for _, other := range []written{{"not", role.Not}, {"agrees", role.Agrees}, {"differs", role.Differs}, {"same", role.Same}} {
			if other.text != "" && r.role(other.text) == nil {
				return fmt.Sprintf(".roles[%d].%s", i, other.path), fmt.Errorf("role %s: `%s: %s` is no role of the rule", role.Name, other.path, other.text)
			}
		}
	}
	return "", nil
}

// checkLiterals reports values of the row that are not of their column's type.
func (r *Rule) checkLiterals() (path string, err error) {
	for _, column := range slices.Sorted(maps.Keys(r.Row)) {
		text := r.Row[column]
		if strings.HasPrefix(text, "$") {
			continue
		}
		var err error
		switch t := r.Table.Column(column).Type; t {
		case schemas.Integer:
			_, err = strconv.ParseInt(text, 10, 64)
		case schemas.Number:
			_, err = strconv.ParseFloat(text, 64)
		case schemas.Boolean:
			_, err = strconv.ParseBool(text)
		case schemas.Day, schemas.Strings:
			return ".row." + column, fmt.Errorf("row: %s: %q: no text can be given for a column of type %s: fill it by a role", column, text, t)
		}
		if err != nil {
			return ".row." + column, fmt.Errorf("row: %s: %q is no %s", column, text, r.Table.Column(column).Type)
		}
	}
	return "", nil
}

// checkExamples reports an example whose day is none, or whose rows name a column that the table does not have.
func (r *Rule) checkExamples() (path string, err error) {
	for i := range r.Examples {
		e := &r.Examples[i]
		if _, err := schemas.ParseDate(e.Published); err != nil {
			return fmt.Sprintf(".examples[%d].published", i), fmt.Errorf("example: published: %w", err)
		}
		for k, row := range e.Rows {
			for _, column := range slices.Sorted(maps.Keys(row)) {
				if column != "denied" && r.Table.Index(column) < 0 {
					return fmt.Sprintf(".examples[%d].rows[%d].%s", i, k, column), fmt.Errorf("example: %w", r.noColumn(column))
				}
			}
		}
	}
	return "", nil
}

// checkAll reports the first rule of the files that speaks of something not declared.
func checkAll(files []*File) error {
	var classes []string
	for _, f := range files {
		classes = slices.AppendSeq(classes, maps.Keys(f.Cues))
	}
	slices.Sort(classes)
	for _, f := range files {
		if err := f.checkFlows(classes); err != nil {
			return err
		}
		for _, r := range f.Rules {
			if path, err := r.checkWords(classes); err != nil {
				return f.Mistake(r, path, err)
			}
		}
	}
	return nil
}
