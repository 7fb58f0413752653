package extract

import (
	"fmt"
	"slices"

	"ties.dev/ties/schemas"
)

// uncontradicted leaves out what a document says of a whole group and denies of one of its states: "the leaders of the bloc met" and
// "A's president was not there". It works in tables that declare which values of a column deny which.
func uncontradicted(tables []*schemas.Table, claims []schemas.Claim) []schemas.Claim {
	for _, t := range tables {
		if t.Wildcard == nil {
			continue
		}
		status := t.Index(t.Wildcard.Status)
		denied := map[string]bool{}
		for _, c := range claims {
			if value, _ := statusOf(t, c, status); !c.Sweeping && slices.Contains(t.Wildcard.Negative, value) {
				denied[wholeKey(t, c)] = true
			}
		}
		claims = slices.DeleteFunc(claims, func(c schemas.Claim) bool {
			value, ok := statusOf(t, c, status)
			return ok && c.Sweeping && slices.Contains(t.Wildcard.Positive, value) && denied[wholeKey(t, c)]
		})
	}
	return claims
}

func statusOf(t *schemas.Table, c schemas.Claim, status int) (string, bool) {
	if c.Table != t.Name {
		return "", false
	}
	value, ok := c.Values[status].(string)
	return value, ok
}

// wholeKey is the key of the claim in its table.
func wholeKey(t *schemas.Table, c schemas.Claim) string {
	var key []any
	for _, name := range t.Key {
		key = append(key, c.Values[t.Index(name)])
	}
	return fmt.Sprint(key...)
}
