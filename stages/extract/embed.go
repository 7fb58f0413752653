package extract

import (
	"embed"
	"io/fs"
)

//go:embed rules/*.yaml
var declared embed.FS

// Declared is the project's own folder of rules and of the sentences that test them.
func Declared() fs.FS {
	sub, err := fs.Sub(declared, "rules")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}
