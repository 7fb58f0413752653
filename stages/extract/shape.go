package extract

import (
	"fmt"
	"slices"
	"strings"
)

// checkShape reports a part of the rule that is there and could not work: a role without a name, or with that of another one.
func (r *Rule) checkShape() (path string, err error) {
	for i := range r.Roles {
		role := &r.Roles[i]
		at := fmt.Sprintf(".roles[%d]", i)
		switch {
		case role.Name == "" || strings.ContainsAny(role.Name, ". $"):
			return at, fmt.Errorf("role %q: give it a name, `role: …`, of letters, digits and _", role.Name)
		case slices.ContainsFunc(r.Roles[:i], func(other Role) bool { return other.Name == role.Name }):
			return at + ".role", fmt.Errorf("role %s stands twice: give one of them another name", role.Name)
		case role.Count < 0:
			return at + ".count", fmt.Errorf("role %s: count %d: it is how many states are meant together, 2 or more", role.Name, role.Count)
		case role.Single && (role.Many || role.Count > 1):
			return at, fmt.Errorf("role %s: `single` takes one state, `many` and `count` several: remove one of them", role.Name)
		}
	}
	if r.Repeats != "" && r.Repeats != same && r.Repeats != own {
		return ".repeats", fmt.Errorf("repeats %q: it is %s or %s", r.Repeats, same, own)
	}
	if n := len(r.Pair); n != 0 && n != 2 {
		return ".pair", fmt.Errorf("pair: %d columns: it names two", n)
	}
	return "", nil
}

// checkFlows reports a class of words of a flow that is declared nowhere.
func (f *File) checkFlows(classes []string) error {
	for i := range f.Flows {
		flow := &f.Flows[i]
		at := fmt.Sprintf("$.flows[%d]", i)
		if flow.Name == "" || flow.Noun == "" {
			return f.mistake(at, fmt.Errorf("flow %q: give it `flow`, its name, and `noun`, the class of words for it", flow.Name))
		}
		named := []written{{".noun", flow.Noun}, {".takes", flow.Takes}, {".does", flow.Does}, {".goes", flow.Goes}}
		for k, class := range flow.Partners {
			named = append(named, written{fmt.Sprintf(".partners[%d]", k), class})
		}
		for k, class := range flow.Maybe {
			named = append(named, written{fmt.Sprintf(".maybe[%d]", k), class})
		}
		for _, n := range named {
			if n.text != "" && !slices.Contains(classes, n.text) {
				return f.mistake(at+n.path, fmt.Errorf("flow %s: no class of words %q: %sdeclare it under `cues`", flow.Name, n.text, suggested(n.text, classes)))
			}
		}
	}
	return nil
}
