package publish

import (
	"bytes"
	"encoding/json"
)

// indented is a JSON text for people and programs, with "&" and "<" as they are and a newline at its end.
func indented(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // the package's own types, which have no cycle, channel or function
	}
	return b.Bytes()
}
