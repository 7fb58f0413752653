package annotate

import (
	"strconv"
	"strings"
)

// labelLength is how long in bytes a line may be that is the label of a number below it.
const labelLength = 40

// withNumbers is the end of the line from start to end with the lines below it that hold nothing but a number: a table whose cells
// stand one below the other ("China", "36.1") has its rows so.
func (d *Document) withNumbers(start, end int) int {
	label := d.Text[start:end]
	if len(label) > labelLength || isNumber(label) || strings.ContainsAny(label[max(0, len(label)-1):], ".!?:;,") {
		return end
	}
	rank, last, numbers := d.rankAbove(start), 0, 0
	for end < len(d.Text) {
		next := end
		for next < len(d.Text) && d.Text[next] == '\n' {
			next++
		}
		line, _, _ := strings.Cut(d.Text[next:min(len(d.Text), next+labelLength)], "\n")
		if !isNumber(line) {
			break
		}
		last, numbers = end, numbers+1
		end = next + len(line)
		if n, err := strconv.Atoi(line); err == nil && rank > 0 && numbers > 1 && n == rank+1 {
			return last // the rank of the next row
		}
	}
	return end
}

// rankAbove is the whole number on the line above the one at start, or 0.
func (d *Document) rankAbove(start int) int {
	above := strings.TrimRight(d.Text[max(0, start-8):start], "\n ")
	n, _ := strconv.Atoi(strings.TrimSpace(above[strings.LastIndexByte(above, '\n')+1:]))
	return n
}

// isNumber holds for a line of figures with their marks: "36.1", "1,204", "9.8%".
func isNumber(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && len(line) < 16 && strings.Trim(line, "0123456789.,%") == "" && strings.ContainsAny(line, "0123456789")
}
