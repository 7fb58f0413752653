package publish

// note is a piece of metadata that both formats carry.
type note struct{ key, value string }

// notes describe a table and its columns: "title", "description", and for each column "column:<name>:description" and
// "column:<name>:unit". Arrow has each column's own again with the column, as "description" and "unit".
func (r relation) notes() []note {
	notes := []note{{"title", r.title}, {"description", r.description}}
	for _, f := range r.fields {
		for _, n := range f.notes() {
			notes = append(notes, note{"column:" + f.Name + ":" + n.key, n.value})
		}
	}
	return notes
}

func (f field) notes() []note {
	notes := []note{{"description", f.Description}}
	if f.Unit != "" {
		notes = append(notes, note{"unit", f.Unit})
	}
	return notes
}
