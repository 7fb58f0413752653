package read

// A format reads one kind of file. One more format is one more file of this
// package and one more line of formats.
type format struct {
	name string

	// matches recognises a file by its content: the text is valid UTF-8
	// without a byte order mark.
	matches func(text string) bool

	// read gives the file's blocks and what it says about itself.
	read func(name, text string) (page, *Problem)
}

// formats in the order in which they are tried; the last takes everything.
var formats = []format{webPage, markdown, plainText}

// headSize is how far a format may have to look to be recognised, in bytes.
const headSize = 4096

func recognise(text string) format {
	for _, f := range formats[:len(formats)-1] {
		if f.matches(text) {
			return f
		}
	}
	return formats[len(formats)-1]
}

// A page is what a format makes of a file: blocks to be cleaned, and metadata.
type page struct {
	meta    Meta
	blocks  []block
	remarks []Problem // on what it says about itself and can't be used; their file is still to be filled in
}

// A block is a piece of text that the format sets apart from its neighbours.
type block struct {
	kind kind
	text string
}

// A kind says whether a block may be half of a paragraph: only prose may.
type kind uint8

const (
	prose   kind = iota // a paragraph, or a title that nothing marks as one
	heading             // marked as a heading
	item                // of a list; its text starts with "• " or its number
	caption             // of an image
	row                 // of a table, its cells separated by " | "
)
