package annotate

import "strings"

// labelLength is how long in bytes a line may be that is the label of a number below it.
const labelLength = 40

// withNumbers is the end of the line from start to end with the lines below it that hold nothing but a number: a table whose cells
// stand one below the other ("China", "36.1") has its rows so.
func (d *Document) withNumbers(start, end int) int {
	label := d.Text[start:end]
	if len(label) > labelLength || isNumber(label) || strings.ContainsAny(label[max(0, len(label)-1):], ".!?:;,") {
		return end
	}
	for end < len(d.Text) {
		next := end
		for next < len(d.Text) && d.Text[next] == '\n' {
			next++
		}
		line, _, _ := strings.Cut(d.Text[next:min(len(d.Text), next+labelLength)], "\n")
		if !isNumber(line) {
			break
		}
		end = next + len(line)
	}
	return end
}

// isNumber holds for a line of figures with their marks: "36.1", "1,204", "9.8%".
func isNumber(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && len(line) < 16 && strings.Trim(line, "0123456789.,%") == "" && strings.ContainsAny(line, "0123456789")
}
