package read

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/mail"
	"regexp"
	"slices"
	"strings"

	"ties.dev/ties/schemas"
)

// statement is what a front matter, a manifest, an article's line or a column says of a document under one key.
type statement struct {
	key, value string
	text       bool // value is a text; otherwise it is what stands there instead
	line       int  // of the key; 0 where that is the document's
}

// usedKeys are the keys of what is published of a document; freeKeys are for people, and no column holds them.
var (
	usedKeys = []string{"title", "publisher", "author", "published", "url", "language"}
	freeKeys = []string{"note", "source_title"}
	metaKeys = slices.Concat(usedKeys, freeKeys)
)

// otherNames are names that other programs have for a key (schema.org, RSS 2.0, Hugo, Jekyll, newspaper), as folded writes them.
// They count where the key itself says nothing.
var otherNames = map[string]string{
	"date": "published", "pubdate": "published", "datepublished": "published", "publishedat": "published",
	"publishdate": "published", "publicationdate": "published",
	"authors": "author",
}

// folded is a key without what programs write in different ways: datePublished, date_published and date-published.
func folded(key string) string { return unjoined.Replace(strings.ToLower(key)) }

var unjoined = strings.NewReplacer("_", "", "-", "")

// fields are the keys by every name that stands for them, folded and as it is.
var fields = func() map[string]string {
	names := maps.Clone(otherNames)
	for _, key := range metaKeys {
		names[key], names[folded(key)] = key, key
	}
	return names
}()

// fieldOf is the key that a name stands for; "" for none.
func fieldOf(name string) string {
	if field := fields[name]; field != "" {
		return field
	}
	return fields[folded(name)]
}

// about takes what is stated of a document. Remarks, whose file is still to be filled in, name what cannot be used of it and stop
// nothing. beside are keys of the place that are known beside those of every document.
func about(list []statement, beside ...string) (meta Meta, remarks []Problem) {
	taken := map[string]bool{}
	for _, own := range []bool{true, false} { // a key by its own name first
		for _, s := range list {
			field := fieldOf(s.key)
			if field == "" || taken[field] || own != (field == s.key) || slices.Contains(freeKeys, field) {
				continue
			}
			if remark := meta.state(field, s); remark != nil {
				remarks = append(remarks, *remark)
			} else if s.value != "" {
				taken[field] = true
			}
		}
	}
	return meta, append(remarks, unknownKeys(list, slices.Concat(beside, metaKeys))...)
}

// state takes one statement, or says why it can't be used.
func (m *Meta) state(field string, s statement) *Problem {
	if !s.text {
		return &Problem{Line: s.line, Message: s.key + " is not a text", Value: s.value, Hint: "write one text, in quotes where it looks like something else", Read: true}
	}
	value := strings.TrimSpace(spaces(s.value))
	switch field {
	case "title":
		m.Title = value
	case "publisher":
		m.Publisher = value
	case "author":
		m.Author = value
	case "url":
		m.URL = value
	case "language":
		m.Language = value
	case "published":
		date, ok := publishedDay(value)
		if !ok {
			return &Problem{Line: s.line, Message: s.key + " is not a date", Value: value, Hint: "write 2023-05-09, 2023-05 or 2023", Read: true}
		}
		m.Published = date
	}
	return nil
}

// clockTime is what may follow a day: the time of day, whose zone is the day's own.
var clockTime = regexp.MustCompile(`^[Tt ]\d{1,2}:\d{2}[\d:.,]*(?: ?(?:[Zz]|[A-Z]{3,4}|[+-]\d{2}:?\d{0,2}))?$`)

// publishedDay reads the forms of schemas.ParseDate, 2023/05/09, a day before a time with or without a zone, and RSS's
// "Tue, 09 May 2023 10:00:00 GMT" (RFC 5322).
func publishedDay(value string) (schemas.Date, bool) {
	if date, err := schemas.ParseDate(strings.ReplaceAll(value, "/", "-")); err == nil {
		return date, true
	}
	if at := len("2023-05-09"); len(value) > at && clockTime.MatchString(value[at:]) {
		return publishedDay(value[:at])
	}
	if t, err := mail.ParseDate(value); err == nil && t.Year() > 0 {
		return schemas.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}, true
	}
	return schemas.Date{}, false
}

// unknownKeys tells of keys that are not used: of each that is like a known one as a warning, of the others together as a notice.
func unknownKeys(list []statement, known []string) (remarks []Problem) {
	var others []string
	line := 0
	for _, s := range list {
		if fieldOf(s.key) != "" {
			continue
		}
		if meant := schemas.Nearest(strings.ToLower(s.key), usedKeys); meant != "" {
			remarks = append(remarks, Problem{Line: s.line, Message: "unknown key, and not used", Value: s.key, Hint: "did you mean " + meant + "?", Read: true})
			continue
		}
		if len(others) == 0 {
			line = s.line
		}
		others = append(others, s.key)
	}
	if len(others) > 0 {
		remarks = append(remarks, Problem{Line: line, Message: "keys that are passed over", Value: strings.Join(others, ", "), Hint: "known are " + strings.Join(known, ", "), Read: true, Notice: true})
	}
	return remarks
}

// statedJSON is what a JSON value says as a text: a number as it is written, a list of texts with commas, nothing for null.
func statedJSON(key string, raw json.RawMessage) statement {
	if value, ok := jsonString(raw); ok {
		return statement{key: key, value: value, text: true}
	}
	var number json.Number
	if json.Unmarshal(raw, &number) == nil {
		return statement{key: key, value: string(raw), text: true}
	}
	var list []string
	if json.Unmarshal(raw, &list) == nil {
		return statement{key: key, value: strings.Join(list, ", "), text: true}
	}
	return statement{key: key, value: string(raw)}
}

// keysTold are the unknown keys of a file of many documents of which was told. Each is told of once, and no more than so many: an
// archive has the same keys in every line.
type keysTold map[string]bool

const keysToldLimit = 200

// news are the statements without unknown keys that were told of.
func (told keysTold) news(list []statement) []statement {
	return slices.DeleteFunc(list, func(s statement) bool {
		if fieldOf(s.key) != "" {
			return false
		}
		old := told[s.key] || len(told) >= keysToldLimit
		if !old {
			told[s.key] = true
		}
		return old
	})
}

// remarksOn puts the place of a document on remarks: its file, and its line where a remark has none of its own.
func remarksOn(file string, line int, remarks []Problem) *Problem {
	if len(remarks) == 0 {
		return nil
	}
	for i := range remarks {
		remarks[i].File = file
		if line > 0 {
			remarks[i].Line = line
		}
	}
	first := remarks[0]
	first.Also = remarks[1:]
	return &first
}

// undated says of what is passed over that the document has no day: one of those keys may hold it.
func undated(remarks []Problem) {
	for i := range remarks {
		if remarks[i].Notice {
			remarks[i].Hint = fmt.Sprintf("%s; the document has no day of publication", remarks[i].Hint)
		}
	}
}
