package quantity

import (
	"unicode"

	"ties.dev/ties/stages/annotate/token"
)

// signs are the currency signs. Source: ISO 4217 (six.group list one, 2024) for the codes.
var signs = map[string]string{"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₸": "KZT", "₴": "UAH", "₹": "INR",
	"₺": "TRY", "₾": "GEL", "֏": "AMD", "₼": "AZN", "₩": "KRW", "₪": "ILS", "₦": "NGN", "₫": "VND", "₱": "PHP"}

// dollars are the letters before a dollar sign that name the country.
var dollars = map[string]string{"US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "HK": "HKD", "NZ": "NZD", "S": "SGD", "NT": "TWD", "R": "BRL",
	"N": "NAD", "B": "BND", "J": "JMD", "TT": "TTD", "Z": "ZWL", "BZ": "BZD", "BDS": "BBD", "EC": "XCD", "F": "FJD", "FJ": "FJD", "G": "GYD", "L": "LRD", "T": "TOP", "SI": "SBD", "RD": "DOP", "Mex": "MXN", "MX": "MXN"}

// letters stand for a currency right before a sum: R14.5 billion. "" is one whose country they leave open.
var letters = map[string]string{"R": "ZAR", "Rs": "", "RM": "MYR", "Rp": "IDR", "N": "NGN", "K": "", "P": "", "Z": "ZMW",
	"Sh": "", "KSh": "KES", "Ksh": "KES", "USh": "UGX", "Ush": "UGX", "TSh": "TZS", "Tsh": "TZS"}

// currencies are the words behind a sum. "" would be no currency; "?" is one whose country the word leaves open.
var currencies = map[string]string{
	"dollar": "USD", "dollars": "USD", "bucks": "USD", "euro": "EUR", "euros": "EUR", "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB",
	"yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "yen": "JPY", "tenge": "KZT", "som": "KGS", "soms": "KGS", "soum": "UZS", "soums": "UZS", "somoni": "TJS", "somonis": "TJS",
	"manat": "?", "manats": "?", "dram": "AMD", "drams": "AMD", "lari": "GEL", "hryvnia": "UAH", "hryvnias": "UAH", "hryvnya": "UAH", "zloty": "PLN", "zlotys": "PLN",
	"rupee": "?", "rupees": "?", "lira": "TRY", "liras": "TRY", "franc": "?", "francs": "?", "krona": "SEK", "kronor": "SEK", "krone": "?", "kroner": "?",
	"peso": "?", "pesos": "?", "pounds": "GBP", "sterling": "GBP", "rials": "?", "riyals": "SAR", "dirhams": "?", "shekels": "ILS", "afghani": "AFN", "afghanis": "AFN", "afs": "AFN",
	"leu": "?", "lei": "?", "forint": "HUF", "forints": "HUF", "koruna": "CZK", "korunas": "CZK", "reais": "BRL", "rand": "ZAR", "naira": "NGN", "birr": "ETB", "taka": "BDT", "baht": "THB", "ringgit": "MYR",
}

// codes are the ISO 4217 codes that the press writes beside sums.
var codes = wordSet("USD EUR GBP RUB RUR JPY CNY KZT KGS UZS TJS TMT AZN AMD GEL UAH BYN MDL PLN TRY INR PKR CHF SEK NOK DKK CAD AUD NZD HKD SGD KRW AED SAR ILS BRL MXN ZAR")

// nationalities settle which dollar, rupee or manat is meant.
var nationalities = map[[2]string]string{
	{"canadian", "dollars"}: "CAD", {"australian", "dollars"}: "AUD", {"singapore", "dollars"}: "SGD", {"singaporean", "dollars"}: "SGD", {"zealand", "dollars"}: "NZD", {"kong", "dollars"}: "HKD",
	{"turkmen", "manat"}: "TMT", {"azerbaijani", "manat"}: "AZN", {"azerbaijani", "manats"}: "AZN", {"indian", "rupees"}: "INR", {"pakistani", "rupees"}: "PKR", {"swiss", "francs"}: "CHF",
	{"uzbek", "som"}: "UZS", {"uzbek", "soms"}: "UZS", {"uzbek", "sum"}: "UZS", {"uzbekistani", "som"}: "UZS", {"belarusian", "rubles"}: "BYN", {"belarusian", "roubles"}: "BYN", {"mexican", "pesos"}: "MXN",
	{"moldovan", "lei"}: "MDL", {"romanian", "lei"}: "RON", {"korean", "won"}: "KRW", {"danish", "kroner"}: "DKK", {"norwegian", "kroner"}: "NOK", {"iranian", "rials"}: "IRR", {"egyptian", "pounds"}: "EGP",
}

// moneyBefore reads "$", "US$", "USD" before token i.
func moneyBefore(toks []token.Token, i int) (code string, first int, ok bool) {
	if i == 0 {
		return "", 0, false
	}
	t := &toks[i-1]
	if c, known := signs[t.Text]; known {
		if i > 1 && t.Text == "$" && !t.Space && dollars[toks[i-2].Text] != "" {
			return dollars[toks[i-2].Text], i - 2, true
		}
		if i > 1 && t.Text == "$" && (toks[i-2].Text == "US" || toks[i-2].Text == "U.S.") {
			return "USD", i - 2, true // US $ 5 million
		}
		if i > 1 && codes[toks[i-2].Text] {
			return toks[i-2].Text, i - 2, true
		}
		return c, i - 1, true
	}
	if codes[t.Text] {
		return iso(t.Text), i - 1, true
	}
	if c, known := letters[t.Text]; known && !toks[i].Space {
		return c, i - 1, true
	}
	return "", 0, false
}

// moneyAfter reads "dollars", "US dollars", "Russian rubles", "EUR", "€" behind token i.
func moneyAfter(toks []token.Token, i int) (code string, last int, ok bool) {
	j := skipHyphen(toks, i+1)
	if j >= len(toks) {
		return "", 0, false
	}
	if codes[toks[j].Text] {
		return iso(toks[j].Text), j, true
	}
	if c, known := signs[toks[j].Text]; known && (j+1 >= len(toks) || toks[j+1].Kind != token.Number || toks[j+1].Space) {
		return c, j, true
	}
	for k := j; k < len(toks) && k < j+3; k++ {
		if k > j {
			if c := nationalities[[2]string{toks[k-1].Lower, toks[k].Lower}]; c != "" {
				return c, k, true
			}
		}
		if c := currencies[toks[k].Lower]; c != "" {
			if c == "?" {
				c = ""
			}
			return c, k, true
		}
		if !adjective(&toks[k]) {
			break
		}
	}
	return "", 0, false
}

// adjective holds for what may stand between a number and its currency: "US", "Russian".
func adjective(t *token.Token) bool {
	r := []rune(t.Text)
	return t.Kind == token.Word && len(r) > 1 && unicode.IsUpper(r[0])
}

func iso(code string) string {
	if code == "RUR" {
		return "RUB" // the code until 1998, still written
	}
	return code
}
