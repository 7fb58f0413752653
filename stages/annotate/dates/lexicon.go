package dates

import (
	"maps"
	"slices"
	"strings"
)

var months = numbered("january february march april may june july august september october november december " +
	"jan feb mar apr may jun jul aug sep oct nov dec jan. feb. mar. apr. may. jun. jul. aug. sep. oct. nov. dec. " +
	"- - - - - - - - sept - - - - - - - - - - - sept.")

// numbered gives the months of a list their numbers, in rounds of twelve.
func numbered(list string) map[string]int {
	m := map[string]int{}
	for i, w := range strings.Fields(list) {
		if w != "-" {
			m[w] = i%12 + 1
		}
	}
	return m
}

// weekdays count from Monday as 1, as in ISO 8601.
var weekdays = map[string]int{"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7}

var counts = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
	"nineteenth": 19, "twentieth": 20, "thirtieth": 30, "final": 4, "last": 4}

// shifts say which of its kind a unit is, counted from the document's.
var shifts = map[string]int{"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "next": 1, "following": 1, "coming": 1, "upcoming": 1}

// span is a unit of the calendar.
type span uint8

const (
	noSpan span = iota
	days
	weeks
	monthsSpan
	quarters
	years
	decades
	centuries
)

var spans = map[string]span{"day": days, "days": days, "week": weeks, "weeks": weeks, "month": monthsSpan, "months": monthsSpan, "quarter": quarters, "quarters": quarters,
	"year": years, "years": years, "decade": decades, "decades": decades, "century": centuries, "centuries": centuries}

// starters are the words that a date can start with.
var starters = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("within up since until till from between same the that early late mid end start beginning middle yesterday today tomorrow tonight " +
		"earlier later fiscal financial year half nineties eighties seventies sixties fifties forties thirties twenties over several over recent months month " +
		"end-year yearend close now rest turn") {
		m[w] = true
	}
	for w := range months {
		m[w] = true
	}
	for w := range weekdays {
		m[w] = true
	}
	for w := range counts {
		m[w] = true
	}
	for w := range ordinals {
		m[w] = true
	}
	for w := range shifts {
		m[w] = true
	}
	delete(m, "over")
	return m
}()

// Words are the words one of which stands in every date that holds no digit.
func Words() []string {
	words := strings.Fields("yesterday today tomorrow tonight nineties eighties seventies sixties fifties forties thirties twenties half fiscal financial " +
		"end-year yearend now same")
	for _, list := range []map[string]int{months, weekdays} {
		words = slices.AppendSeq(words, maps.Keys(list))
	}
	words = slices.AppendSeq(words, maps.Keys(spans))
	slices.Sort(words)
	return words
}
