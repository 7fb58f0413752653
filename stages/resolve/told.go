package resolve

// Told is a statement on an event that the text has made, which a later one may repeat without its verb: "so did X", "Y did not".
type Told struct {
	Table           string
	Sentence, Chunk int // of the verb that told it
	Occasion        Occasion
	Status          string // value of the rule's outcome column
	Denied          bool   // told with a negation, which what repeats it does not share
}

// Tell remembers a statement.
func (r *Reader) Tell(t Told) { r.statements = append(r.statements, t) }

// HasTold reports whether a statement for the table stands near enough before the end of the sentence to be repeated in it.
func (r *Reader) HasTold(table string, sentence int) bool {
	_, ok := r.LastTold(table, sentence, 1<<30)
	return ok
}

// recent is how many sentences back a statement may stand that another repeats without its verb.
const recent = 2

// LastTold is the statement for the table that was made last before chunk i of sentence s.
func (r *Reader) LastTold(table string, sentence, i int) (Told, bool) {
	for k := len(r.statements) - 1; k >= 0; k-- {
		t := r.statements[k]
		if t.Sentence < sentence-recent {
			break
		}
		if t.Table == table && (t.Sentence < sentence || t.Chunk < i) {
			return t, true
		}
	}
	return Told{}, false
}
