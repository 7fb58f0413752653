package extract

import (
	"ties.dev/ties/stages/annotate"
	"ties.dev/ties/stages/annotate/dates"
)

// cumulative holds for a sum of several years, "between 2010 and 2020", "over the past ten years", and for a part of one. No yearly value
// is told by it.
func (m *match) cumulative() bool {
	if m.anyWord("over_years") || m.partTold() || m.isWhole() || m.priceOfOther() || m.isRate() || m.isMonthly() {
		return true
	}
	if m.rangeEnd() >= 0 {
		return false
	}
	clause := m.s.Chunks[m.chunk].Clause
	for _, w := range m.r.Dates(m.s) {
		if w.Kind == dates.Range && w.To.Year-w.From.Year >= mostYears && m.s.Chunks[w.Chunk].Clause == clause {
			return true
		}
	}
	return false
}

// mostYears is how many years apart the ends of a range may lie that is still one year of trade: a fiscal year has two.
const mostYears = 2

// partTold holds for a part of a sum that a clause behind it says to be one thing: "$436 million of which was machinery".
func (m *match) partTold() bool {
	p := m.chunk + 1
	if t, ok := m.flowSaidOf(); ok && m.rule.Row["flow"] == "total" && t.flow.Name != "total" {
		return true // with $4 billion being exports
	}
	if m.rule.Anchor != "money" || p >= len(m.s.Chunks) || m.s.Chunks[p].Kind != annotate.Relative || m.s.Phrase(m.s.Chunks[p].First, m.s.Chunks[p].Last) != "of which" {
		return false
	}
	for j := p + 1; j < len(m.s.Chunks) && j <= p+partReach; j++ {
		if c := &m.s.Chunks[j]; c.Kind == annotate.NounPhrase && m.flowWord(m.s, c.Head) != nil {
			return false // of which were exports
		}
	}
	return true
}

// partReach is how many phrases behind "of which" what the part is may stand.
const partReach = 3

// isWhole holds for a sum of which a percentage is told: "39 percent of the $4 billion that it exports", "54 percent of total imports of
// $9 billion".
func (m *match) isWhole() bool {
	i := m.chunk
	if m.rule.Anchor != "money" {
		return false
	}
	for range 2 {
		p := m.s.Chunks[i].Case
		if p < 1 || m.s.Units[m.s.Chunks[p].First].Word != "of" {
			return false
		}
		i = p - 1
		if b := &m.s.Chunks[i]; b.Kind == annotate.NounPhrase && m.cueIn("percent", b.First, b.Last) {
			return true
		}
		if m.flowWord(m.s, m.s.Chunks[i].Head) == nil {
			return false
		}
	}
	return false
}

// priceOfOther holds for a sum in a bracket behind a noun that is no state, flow or sum: "fuel ($107 million)".
func (m *match) priceOfOther() bool {
	h := m.host(m.chunk)
	if m.rule.Anchor != "money" || h < 0 || m.chunk == 0 || m.s.Chunks[m.chunk-1].Kind != annotate.Open {
		return false
	}
	c := &m.s.Chunks[h]
	head := &m.s.Units[c.Head]
	if head.Tag != annotate.TagNoun || head.Quantity >= 0 || head.Cue("goods") != nil && !m.narrowed(h) || head.Cue("state_noun") != nil || head.Cue("share_noun") != nil || head.Cue("volume_noun") != nil || head.Cue("total_noun") != nil {
		return false
	}
	return m.flowWord(m.s, c.Head) == nil && m.roleWord(m.s, c.Head) == nil && m.s.Chunks[h].Case < 0 && len(m.r.Set(m.s, h).States) == 0 && len(m.r.Modifiers(m.s, h).States) == 0
}

// isRate holds for a sum that is put equal to another: an exchange rate, "US$1=RM4".
func (m *match) isRate() bool {
	u := m.unit + 1
	return m.rule.Anchor == "money" && u < len(m.s.Units) && m.s.Units[u].First < len(m.s.Tokens) && m.s.Tokens[m.s.Units[u].First].Text == "="
}

// isMonthly holds for a sum that is what a month has of it: "with a monthly average of $395 million", "average monthly imports came to it".
func (m *match) isMonthly() bool {
	i := m.s.Chunks[m.chunk].Case - 1
	if v := m.verb(m.chunk); v >= 0 && (i < 0 || i == v) {
		i = m.s.Chunks[v].Subject
	}
	return m.rule.Anchor == "money" && i >= 0 && m.cueIn("by_month", m.s.Chunks[i].First, m.s.Chunks[i].Last)
}

// rangeEnd is the chunk of the other of two values between which something moved, where the anchor is one of them: "rose from $2 billion
// to $3 billion"; or -1.
func (m *match) rangeEnd() int {
	v, p := m.verb(m.chunk), m.s.Chunks[m.chunk].Case
	if v < 0 || p < 0 || v > p || !m.cueIn("change", m.s.Chunks[v].First, m.s.Chunks[v].Last) {
		return -1
	}
	other := map[string]string{"from": "to", "to": "from"}[m.s.Units[m.s.Chunks[p].First].Word]
	for _, j := range m.valueChunks() {
		if q := m.s.Chunks[j].Case; other != "" && j != m.chunk && q > v && m.s.Chunks[j].Clause == m.s.Chunks[v].Clause && m.s.Units[m.s.Chunks[q].First].Word == other {
			return j
		}
	}
	return -1
}

// rangeYear is the year of one of two values between which something moved, where one range of years dates both: "between 2015 and 2020
// it rose from $2 billion to $3 billion". 0 for none.
func (m *match) rangeYear() int {
	if m.rangeEnd() < 0 {
		return 0
	}
	only := -1
	all := m.r.Dates(m.s)
	for k, w := range all {
		if m.s.Chunks[w.Chunk].Clause != m.s.Chunks[m.chunk].Clause {
			continue
		}
		if only >= 0 || w.Kind != dates.Range {
			return 0
		}
		only = k
	}
	if only < 0 || all[only].From.Year == 0 || all[only].From.Year == all[only].To.Year {
		return 0
	}
	if m.s.Units[m.s.Chunks[m.s.Chunks[m.chunk].Case].First].Word == "from" {
		return all[only].From.Year
	}
	return all[only].To.Year
}
