package seeds

import (
	"slices"
	"strings"
)

// A line whose code an earlier one has adds names to that entry; its other cells are empty, or say what the entry says.

func (o *Organization) further(r row) error {
	if err := r.repeats("members", o.Members, "|"); err != nil {
		return err
	}
	if err := r.repeats("flags", o.Flags, ","); err != nil {
		return err
	}
	o.Aliases = append(o.Aliases, append([]string{r.get("name")}, r.list("aliases")...)...)
	o.Nicknames = append(o.Nicknames, r.list("nicknames")...)
	return nil
}

func (x *Group) further(r row) error {
	if err := r.repeats("members", x.Members, "|"); err != nil {
		return err
	}
	x.Terms = append(x.Terms, r.list("terms")...)
	return nil
}

func (e *Event) further(r row) error {
	for _, cell := range [][2]string{{"organization", e.Organization}, {"place", e.Place}, {"host", e.Host}, {"month_day", e.MD}, {"flags", strings.Join(e.Flags, ",")}} {
		if err := r.repeats(cell[0], cell[1:], "\n"); err != nil {
			return err
		}
	}
	e.Terms = append(e.Terms, append([]string{r.get("name")}, r.list("terms")...)...)
	e.Sites = append(e.Sites, r.list("sites")...)
	e.Holidays = append(e.Holidays, r.list("holidays")...)
	return nil
}

// repeats reports a cell that says something else than the entry to which its line adds names.
func (r row) repeats(column string, said []string, sep string) error {
	given := splitList(r.get(column), sep)
	slices.Sort(given)
	if len(given) == 0 || slices.Equal(given, slices.Sorted(slices.Values(said))) {
		return nil
	}
	return r.errorf("%s %q: %s is there already, with %q: leave the cell empty to add names to it, or take another code", column, r.get(column), r.get("code"), strings.Join(said, sep))
}
