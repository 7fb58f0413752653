package schemas

// Nearest is the one of the known names that a misspelt name is most like: one letter of it added, left out, changed or
// swapped with its neighbour, or two of a name of six or more. "" where none is like it.
func Nearest(name string, known []string) string {
	best, least := "", 3
	for _, k := range known {
		if d := distance(name, k); d < least && (d < 2 && len(k) > 2 || len(k) >= 6) {
			best, least = k, d
		}
	}
	return best
}

// distance counts the letters that must be added, left out, changed or swapped with their neighbour (optimal string alignment).
func distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range b {
		rows[0][j+1] = j + 1
	}
	for i := range len(a) {
		for j := range len(b) {
			changed := rows[i][j]
			if a[i] != b[j] {
				changed++
			}
			rows[i+1][j+1] = min(changed, rows[i][j+1]+1, rows[i+1][j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				rows[i+1][j+1] = min(rows[i+1][j+1], rows[i-1][j-1]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
