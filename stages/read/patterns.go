package read

import (
	_ "embed"
	"strings"
)

// The lists of words and phrases that cleaning goes by are data: one entry a
// line, "#" starts a comment line. Apostrophes are straight, letters lower case.
var (
	//go:embed patterns/furniture.txt
	furnitureFile string
	//go:embed patterns/captions.txt
	captionsFile string
	//go:embed patterns/unfinished.txt
	unfinishedFile string
	//go:embed patterns/titles.txt
	titlesFile string
	//go:embed patterns/abbreviations.txt
	abbreviationsFile string
	//go:embed patterns/roles.txt
	rolesFile string

	captionCredits  = entries(captionsFile)
	unfinishedWords = set(entries(unfinishedFile))
	titlesOfPersons = set(entries(titlesFile))
	abbreviations   = set(entries(abbreviationsFile))
	authorRoles     = set(entries(rolesFile))
	furniture       = parseFurniture(entries(furnitureFile))
)

func entries(file string) []string {
	var out []string
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func set(words []string) map[string]bool {
	out := map[string]bool{}
	for _, word := range words {
		out[word] = true
	}
	return out
}
