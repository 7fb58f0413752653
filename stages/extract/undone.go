package extract

import "ties.dev/ties/stages/annotate"

// undone holds for a verb of coming behind which the sentence says that its subject did not attend after all:
// "landed on Tuesday but did not appear on the stand", "were in town, but both skipped the parade".
func undone(s *annotate.Sentence, u int) bool {
	own := chunkOf(s, u)
	for v := own + 1; v < len(s.Chunks); v++ {
		c := &s.Chunks[v]
		if c.Kind != annotate.VerbGroup || ofAnother(s, own, v) {
			continue
		}
		head := &s.Units[c.Head]
		if head.Cue("stay_away") != nil || c.Lemma == "be" && c.Object >= 0 && s.Units[s.Chunks[c.Object].Head].Cue("absent") != nil || negated(s, c) && (head.Cue("come") != nil || head.Cue("attend") != nil || c.Lemma == "be" && (c.Object < 0 || thither(s, c.Object))) {
			return true
		}
	}
	return false
}

func negated(s *annotate.Sentence, c *annotate.Chunk) bool {
	for u := c.First; u <= c.Last; u++ {
		if s.Units[u].Tag == annotate.TagNeg {
			return true
		}
	}
	return false
}

// ofAnother holds where the verb at v has a subject by name that is not that of the verb at own.
func ofAnother(s *annotate.Sentence, own, v int) bool {
	a, b := s.Chunks[own].Subject, s.Chunks[v].Subject
	return a >= 0 && b > own && a != b && s.Units[s.Chunks[b].Head].Tag == annotate.TagName
}
