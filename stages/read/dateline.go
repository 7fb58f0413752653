package read

import (
	"regexp"
	"strconv"
	"strings"

	"ties.dev/ties/schemas"
)

// datelineWindow is how many of the first paragraphs may be the day of publication.
const datelineWindow = 6

// dateAlone is a paragraph that holds nothing but a date, in the two ways that
// English writes it: "Tuesday, 9 May 2023", "Published on May 9, 2023", "2023-05-09".
var dateAlone = regexp.MustCompile(`(?i)^(?:(?:first )?(?:published|posted|date|updated)(?: on)?:? )?` +
	`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?` +
	`(?:(\d{1,2})(?:st|nd|rd|th)? (` + monthNames + `)\.?,? (\d{4})|(` + monthNames + `)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})|(\d{4}-\d\d-\d\d))\.?$`)

const monthNames = `jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`

// datelineSize is the longest such paragraph, in bytes.
const datelineSize = 60

func isDateline(text string) bool {
	return len(text) <= datelineSize && dateAlone.MatchString(text)
}

// dateline is the date that stands alone over a cleaned text; the zero Date where
// none does. A date within a sentence is no day of publication.
func dateline(text string) schemas.Date {
	for range datelineWindow {
		var paragraph string
		paragraph, text, _ = strings.Cut(text, "\n\n")
		if len(paragraph) > datelineSize {
			continue
		}
		if m := dateAlone.FindStringSubmatch(paragraph); m != nil {
			date, err := schemas.ParseDate(isoDate(m))
			if err == nil {
				return date
			}
		}
	}
	return schemas.Date{}
}

// isoDate writes the groups of dateAlone as ParseDate reads them.
func isoDate(m []string) string {
	day, month, year := m[1]+m[5], m[2]+m[4], m[3]+m[6]
	if m[7] != "" {
		return m[7]
	}
	const short = "janfebmaraprmayjunjulaugsepoctnovdec"
	n := strconv.Itoa(1 + strings.Index(short, strings.ToLower(month[:3]))/3)
	return year + "-" + pad(n) + "-" + pad(day)
}

func pad(n string) string {
	if len(n) == 1 {
		return "0" + n
	}
	return n
}
