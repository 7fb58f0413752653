package commands

import (
	"fmt"
	"io"
	"strings"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/schemas"
)

// json writes the claims of the text as a list of objects, one a line: the table, its columns, and what a table of claims says beside them.
// start and end count Unicode code points of the text.
func (l *layers) json(d *pipeline.Declarations, claims []schemas.Claim) error {
	var lines []string
	for i := range claims {
		c := &claims[i]
		if l.table != "" && c.Table != l.table {
			continue
		}
		line, err := claimJSON(d.Table(c.Table), c)
		if err != nil {
			return err
		}
		lines = append(lines, "\n"+line)
	}
	_, err := io.WriteString(l.out, "["+strings.Join(lines, ",")+"\n]\n")
	return err
}

func claimJSON(t *schemas.Table, c *schemas.Claim) (string, error) {
	names := append([]string{"table"}, columnNames(t)...)
	values := append([]any{c.Table}, c.Values...)
	names = append(names, "start", "end", "quote", "rule", "denied", "hedged", "attribution")
	values = append(values, c.Start, c.End, c.Quote, c.Rule, c.Denied, c.Hedged, nil)
	if c.Attribution != "" {
		values[len(values)-1] = c.Attribution
	}
	fields := make([]string, len(names))
	for i, v := range values {
		if day, ok := v.(schemas.Date); ok {
			v = day.String()
		}
		text, err := unescaped(v)
		if err != nil {
			return "", err
		}
		fields[i] = fmt.Sprintf("%q:%s", names[i], text)
	}
	return "{" + strings.Join(fields, ",") + "}", nil
}
