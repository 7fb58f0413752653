// Package seeds holds what goes into ties by default: the gazetteers and word lists, embedded in the binary,
// and (not embedded) the default corpus with its gold.
package seeds

import "embed"

//go:embed gazetteers/*.tsv lexicons/*.tsv
var files embed.FS
