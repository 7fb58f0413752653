package extract

// longestLabel is how many units a label may have that stands before a colon: "Membership of international organisations:".
const longestLabel = 6

// inLabel holds where a word of the class stands in the label that opens the sentence, before a colon or in its first cell: "Memberships: UN, WTO".
func (m *match) inLabel(class string) bool {
	for i := 1; i <= longestLabel && i < m.unit; i++ {
		if m.s.Units[i].Word == ":" || m.s.Units[i].Word == "|" {
			return m.cueIn(class, 0, i-1)
		}
	}
	return false
}
