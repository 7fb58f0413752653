package dates

import (
	"strings"

	"ties.dev/ties/stages/annotate/token"
)

// yearAt reads four digits as a year where the place is one for dates: "in 2022", "(2022)", "the 2022 summit", "2022's".
func yearAt(toks []token.Token, i int, listed bool) (point, bool) {
	if y, last, ok := season(toks, i); ok && (listed || placed(toks, i, last)) {
		return point{last: last, kind: Range, y: y, n: 1}, true
	}
	y := year4(toks, i)
	if p, ok := yearMonth(toks, i, y); ok {
		return p, true
	}
	if y == 0 || !listed && !placed(toks, i, i) || counted[at(toks, i+1)] && !opens(toks, i) {
		return point{}, false
	}
	if listed && y < 1900 && at(toks, i-1) != "in" && !placed(toks, i, i) {
		return point{}, false
	}
	return point{last: i, kind: Year, y: y}, true
}

// yearMonth reads "2016 November", "2019-Sep-1".
func yearMonth(toks []token.Token, i, y int) (point, bool) {
	j := i + 1
	if s := at(toks, j); s == "-" || s == "/" || s == "," {
		j++
	}
	if y == 0 || j >= len(toks) || months[at(toks, j)] == 0 || j == i+1 && (at(toks, j) == "may" || at(toks, j) == "march") && !capital(&toks[j]) {
		return point{}, false
	}
	p := point{last: j, kind: Month, y: y, m: months[at(toks, j)]}
	if s := at(toks, j+1); (s == "-" || s == "/") && at(toks, i+1) == s {
		if d, last := day(toks, j+2); d > 0 && valid(p.m, d) {
			p.kind, p.d, p.last = Day, d, last
		}
	} else if year4(toks, j+1) > 0 || integer(toks, j+1, 2) > 0 {
		return p, false // "In 2022, May 9": the year belongs to something else
	}
	return p, true
}

// season reads 2022-23 and 2022/23 as the two years.
func season(toks []token.Token, i int) (y, last int, ok bool) {
	a, b, cut := strings.Cut(toks[i].Text, "/")
	last = i
	if !cut {
		if i+2 >= len(toks) || toks[i+1].Text != "-" && toks[i+1].Text != "–" || toks[i+2].Space || !numberAt(toks, i+2) {
			return 0, 0, false
		}
		b, last = toks[i+2].Text, i+2
	}
	first := []token.Token{{Text: a, Kind: token.Number}}
	if y = year4(first, 0); y == 0 {
		return 0, 0, false
	}
	next := []byte{'0' + byte((y+1)/10%10), '0' + byte((y+1)%10)}
	return y, last, b == string(next) || cut && len(b) == 4 && b[2:] == string(next)
}

// opens holds for four digits after an "in" that opens a clause: in "In 2013 migrants sent home …" nobody counts migrants.
func opens(toks []token.Token, i int) bool {
	return at(toks, i-1) == "in" && (i == 1 || toks[i-2].Kind == token.Mark)
}

// placed holds where the tokens around first to last make four digits a year.
func placed(toks []token.Token, first, last int) bool {
	if first > 0 && (toks[first].Text == "" || money[at(toks, first-1)]) {
		return false
	}
	next, prev := at(toks, last+1), at(toks, first-1)
	if counted[next] && !opens(toks, first) || measured(toks, last+1) || last+1 < len(toks) && !toks[last+1].Space && toks[last+1].Kind == token.Word && next != "'s" {
		return false
	}
	switch {
	case first == 0 || next == "'s":
		return true
	case (next == "-" || next == "–") && year4(toks, last+2) > 0 && !toks[last+1].Space == !toks[last+2].Space:
		return true
	case prev == "(" || prev == "-" && !toks[first].Space || prev == "[" || prev == "\"" || prev == "“":
		return true
	case strong[prev]:
		return true
	case prev == "the" || prev == "its" || prev == "their" || prev == "," || weak[prev]:
		return !plural(next) || prev == "the"
	}
	return capital(&toks[first-1]) && (last+1 >= len(toks) || toks[last+1].Kind == token.Mark || function[next])
}

// plural guesses that a lower-case word is a plural noun, which a number before it counts.
func plural(s string) bool {
	return len(s) > 3 && strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !function[s]
}

var (
	money    = set("$ € £ ¥ ₽ usd eur no. number nos. page resolution room flight article")
	strong   = set("year in since until till during by before after between throughout through early late mid circa late-")
	weak     = set("of for from to and or on around about than into back a with like as vs versus against compared")
	counted  = set("people men women troops soldiers migrants workers dollars euros rubles roubles tonnes tons km kilometers kilometres miles participants delegates members countries times refugees students prisoners votes meters metres square barrels points guests visitors hours days")
	function = set("the a an and or but of in on at to from for by with as is was were are be been has have had will would when while which who that this it he she they his her its their said says after before during since until than if also not so because were did does do may can could than where over under between into through about against amid")
)
