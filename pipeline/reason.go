package pipeline

// Reason is why a document was done again, or was not.
type Reason string

// The reasons, as `ties build --explain-cache` prints them.
const (
	Unchanged   Reason = "unchanged: nothing is done"
	SameContent Reason = "touched, and the same text: it is read, its claims are kept"
	NewFile     Reason = "new, or not kept: it is read and its claims are taken"
	OtherBytes  Reason = "changed: it is read and its claims are taken"
	OtherMeta   Reason = "the manifest says something else of it: it is read and its claims are taken"
	OtherRules  Reason = "unchanged, but a table's rules, columns or words are not: claims of that table are taken"
)

// Tally counts documents by reason.
type Tally map[Reason]int
