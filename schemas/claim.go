package schemas

// Claim is one statement of one document: the row that it makes, and where it stands.
type Claim struct {
	ID       string // from its content: the same in every run
	Table    string // name of the declared table
	Document string // Document.ID
	// Values holds one value a column of the table, in the order of its columns:
	// string, int64, float64, bool, Date (a known day), []string, or nil.
	Values      []any
	Unresolved  []string // columns that are null because the text names something that could not be resolved
	Start, End  int      // place of Quote in Document.Text, in Unicode code points
	Quote       string
	Rule        string
	Denied      bool
	Hedged      bool
	Sweeping    bool // sums up a period or a whole group at once, and so yields to a statement about the one year or state
	Attribution string
	StatedOn    Date // day of the document, as far as it is known
}

// Fact is one published row of a table.
type Fact struct {
	Table      string
	Values     []any
	Unresolved []string
	Documents  int
	ClaimIDs   []string // sorted
	Conflict   bool
}

// Conflict is one value that claims of a key gave for a column, with what became of it.
type Conflict struct {
	Table    string
	Key      string // the key as column=value, comma separated; null is written as nothing
	Column   string
	Value    string
	ClaimIDs []string
	Chosen   bool
	Reason   string
}
