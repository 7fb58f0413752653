package token

import "strings"

// currencySigns are letters that stand for a currency right before a sum: R14.5 billion, KSh20bn, RM300 million.
var currencySigns = [...]string{"KSh", "Ksh", "USh", "Ush", "TSh", "Tsh", "Sh", "Rs", "RM", "Rp", "R", "N", "K", "P", "Z"}

// scales are the words behind a number by which letters before it are a currency and no part of a name (R2, M23).
var scales = [...]string{"million", "billion", "trillion", "crore", "lakh", "bn", "mn", "tn", "m"}

// currency is the length of the letters of a currency that text starts with, before digits and a scale; or 0.
func currency(text string) int {
	for _, sign := range currencySigns {
		if !strings.HasPrefix(text, sign) || !digitAt(text, len(sign)) {
			continue
		}
		i := len(sign)
		for digitAt(text, i) || i < len(text) && (text[i] == '.' || text[i] == ',') && digitAt(text, i+1) {
			i++
		}
		rest := strings.TrimPrefix(text[i:], " ")
		for _, scale := range scales {
			if strings.HasPrefix(rest, scale) && !letterAt(rest, len(scale)) {
				return len(sign)
			}
		}
		return 0
	}
	return 0
}
