package annotate

// windowText is how much of a text its analysed sentences may be, in bytes: an analysis takes about a hundred times as much memory
// as its sentence. Rules look back at most some dozen sentences, of at most 4,000 bytes each.
const windowText = 256 << 10

// sentenceSize is what any sentence counts for beside its text.
const sentenceSize = 16

// window holds the sentences of a document that are analysed: all of most documents, and of a long one those that were asked for
// lately. It goes round, and lets go of those that were not asked for since it came by last.
type window struct {
	sentences []*Sentence // by index; nil where it is not analysed
	asked     []bool      // since the window came by
	queue     []int32     // those that are analysed, in the order in which the window comes by
	text      int         // their bytes
	limit     int         // windowText, where it is 0
	spare     []*Sentence // whose memory can be used again: of the document before
}

// reset empties the window for another document.
func (w *window) reset() {
	for _, i := range w.queue {
		w.spare = append(w.spare, w.sentences[i])
	}
	w.sentences, w.asked, w.queue, w.text = w.sentences[:0], w.asked[:0], w.queue[:0], 0
}

// open makes room for so many sentences.
func (w *window) open(sentences int) {
	w.sentences = append(w.sentences, make([]*Sentence, sentences)...)
	w.asked = append(w.asked, make([]bool, sentences)...)
}

func (w *window) find(i int) *Sentence {
	s := w.sentences[i]
	w.asked[i] = s != nil
	return s
}

// add is a sentence without analysis for index i, of so many bytes of text.
func (w *window) add(i, size int) *Sentence {
	for w.text += size + sentenceSize; w.text > w.most() && len(w.queue) > 0; {
		w.pass()
	}
	s := w.blank()
	w.sentences[i], w.asked[i] = s, true
	w.queue = append(w.queue, int32(i))
	return s
}

func (w *window) most() int {
	if w.limit > 0 {
		return w.limit
	}
	return windowText
}

// pass comes by at the first of the queue, and lets it go or puts it at the end. Its memory is the collector's: somebody may hold it.
func (w *window) pass() {
	i := w.queue[0]
	if w.queue = w.queue[1:]; w.asked[i] {
		w.asked[i], w.queue = false, append(w.queue, i)
		return
	}
	w.text -= w.sentences[i].End - w.sentences[i].Start + sentenceSize
	w.sentences[i] = nil
}

// blank is an empty sentence, with the memory of one of the document before where there is one.
func (w *window) blank() *Sentence {
	last := len(w.spare) - 1
	if last < 0 {
		return &Sentence{}
	}
	s := w.spare[last]
	w.spare = w.spare[:last]
	*s = Sentence{Tokens: s.Tokens[:0], Units: s.Units[:0], Quantities: s.Quantities[:0], Dates: s.Dates[:0], Chunks: s.Chunks[:0]}
	return s
}
