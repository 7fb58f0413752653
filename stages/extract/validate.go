package extract

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
)

// mistake gives an error in the file its place: file and line of the value at the YAML path.
func (f *File) mistake(path string, err error) error {
	return schemas.Mistake(f.Name, f.text, path, err)
}

// Mistake gives an error in the rule its file and line.
func (f *File) Mistake(r *Rule, err error) error {
	return f.mistake(fmt.Sprintf("$.rules[%d].rule", r.place), fmt.Errorf("rule %s: %w", r.Name, err))
}

// In reports whether the file stands in the folder, by its name.
func (f *File) In(folder fs.FS) bool {
	_, err := fs.Stat(folder, f.Name)
	return err == nil
}

// checkFile reports what is wrong with the file as a whole, before its rules are looked at one by one.
func (f *File) checkFile() error {
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
var builtin = []string{"verb", "ordinal", "lonely", "parallel", "echo", "ellipsis", "entry", "remnant", "final", "complete",
	"percent", "money", "event", "organization", "states", "negation", "be", "phrase", "passive", "pluperfect", "doing", "lone", "upon",
	"ascribing", "plural", "narrowed", "alien", "anaphor", "group", "verbless", "dated", "located", "infinitive", "undone", "owned", "other_phrase"}

// checkWords reports words of the rule that name no column, role or class of words.
func (r *Rule) checkWords(classes []string) error {
	for _, cond := range slices.Concat([]string{r.Anchor}, r.When, r.Unless) {
		class, _, _ := strings.Cut(cond, "@")
		for class := range strings.SplitSeq(class, "/") {
			if !strings.HasPrefix(class, "=") && !slices.Contains(builtin, class) && !slices.Contains(valueClasses, class) && !slices.Contains(classes, class) {
				return fmt.Errorf("%q: no class of words %q: declare it under `cues`", cond, class)
			}
		}
	}
	for _, column := range append(slices.Clone(r.Pair), r.Column) {
		if column != "" && r.Table.Index(column) < 0 {
			return fmt.Errorf("column %q is not one of table %s", column, r.Table.Name)
		}
	}
	for i := range r.Roles {
		if not := r.Roles[i].Not; not != "" && r.role(not) == nil {
			return fmt.Errorf("role %s: `not: %s` is no role of the rule", r.Roles[i].Name, not)
		}
	}
	return r.checkLiterals()
}

// checkLiterals reports values of the row that are not of their column's type.
func (r *Rule) checkLiterals() error {
	for column, text := range r.Row {
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
		}
		if err != nil {
			return fmt.Errorf("row: %s: %q is no %s", column, text, r.Table.Column(column).Type)
		}
	}
	return nil
}

// checkAll reports the first rule of the files that speaks of something not declared.
func checkAll(files []*File) error {
	var classes []string
	for _, f := range files {
		for class := range f.Cues {
			classes = append(classes, class)
		}
	}
	for _, f := range files {
		for _, r := range f.Rules {
			if err := r.checkWords(classes); err != nil {
				return f.Mistake(r, err)
			}
		}
	}
	return nil
}
