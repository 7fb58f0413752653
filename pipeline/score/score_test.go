package score_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ties.dev/ties/pipeline/score"
	"ties.dev/ties/schemas"
)

func tables(t *testing.T) []*schemas.Table {
	t.Helper()
	all, err := schemas.LoadTables(schemas.Declared())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// claim fills the columns that are named; the rest are null.
func claim(t *schemas.Table, denied bool, values map[string]any) schemas.Claim {
	c := schemas.Claim{Table: t.Name, Document: "d", Denied: denied, Values: make([]any, len(t.Columns))}
	for name, v := range values {
		c.Values[t.Index(name)] = v
	}
	return c
}

// score1 scores claims of one table against lines of gold.
func score1(t *testing.T, table, gold string, claims func(*schemas.Table) []schemas.Claim) score.Result {
	t.Helper()
	name := filepath.Join(t.TempDir(), "gold.jsonl")
	if err := os.WriteFile(name, []byte(gold), 0o600); err != nil {
		t.Fatal(err)
	}
	all := tables(t)
	rows, err := score.ReadGold(name, all)
	if err != nil {
		t.Fatal(err)
	}
	for _, declared := range all {
		if declared.Name == table {
			return score.Score([]*schemas.Table{declared}, []string{"d", "other"}, rows, claims(declared))[0]
		}
	}
	t.Fatalf("no table %s", table)
	return score.Result{}
}

func TestScore(t *testing.T) {
	type want = score.Tally
	for name, c := range map[string]struct {
		table, gold string
		denied      bool
		claims      []map[string]any
		want        want
	}{
		"a number is right within two percent": {"remittances", `{"doc":"d","relation":"remittances","country":"KGZ","year":2022,"share_pct":31}`, false,
			[]map[string]any{{"country": "KGZ", "year": int64(2022), "share_pct": 31.5}}, want{Required: 1, Found: 1, Claims: 1, Right: 1}},
		"and wrong beyond it": {"remittances", `{"doc":"d","relation":"remittances","country":"KGZ","year":2022,"share_pct":31}`, false,
			[]map[string]any{{"country": "KGZ", "year": int64(2022), "share_pct": 31.7}}, want{Required: 1, Found: 0, Claims: 1, Right: 0}},
		"a null year is wrong unless allowed": {"remittances", `{"doc":"d","relation":"remittances","country":"KGZ","year":2022,"share_pct":31}`, false,
			[]map[string]any{{"country": "KGZ", "share_pct": 31.0}}, want{Required: 1, Found: 0, Claims: 1, Right: 0}},
		"a null year is right where allowed": {"remittances", `{"doc":"d","relation":"remittances","country":"KGZ","year":[2022,null],"share_pct":31}`, false,
			[]map[string]any{{"country": "KGZ", "share_pct": 31.0}}, want{Required: 1, Found: 1, Claims: 1, Right: 1}},
		"an optional row is not required and not wrong": {"membership", `{"doc":"d","relation":"membership","country":"RUS","organization":"CSTO","status":"member","optional":true}`, false,
			[]map[string]any{{"country": "RUS", "organization": "CSTO", "status": "member"}}, want{Required: 0, Found: 0, Claims: 1, Right: 1}},
		"founding members are members, organisations letters and digits": {"membership",
			`{"doc":"d","relation":"membership","country":"FRA","organization":"G7","status":"founding_member"}`, false,
			[]map[string]any{{"country": "FRA", "organization": "G-7", "status": "member"}}, want{Required: 1, Found: 1, Claims: 1, Right: 1}},
		"a weaker status beside the right one does not count": {"attendance", `{"doc":"d","relation":"attendance","event":"e","year":2023,"country":"KGZ","status":"attended"}`, false,
			[]map[string]any{{"event": "e", "year": int64(2023), "country": "KGZ", "status": "attended"},
				{"event": "e", "year": int64(2023), "country": "KGZ", "status": "invited"}}, want{Required: 1, Found: 1, Claims: 1, Right: 1}},
		"a weaker status alone is wrong": {"attendance", `{"doc":"d","relation":"attendance","event":"e","year":2023,"country":"KGZ","status":"attended"}`, false,
			[]map[string]any{{"event": "e", "year": int64(2023), "country": "KGZ", "status": "invited"}}, want{Required: 1, Found: 0, Claims: 1, Right: 0}},
		"a stronger status beside the right one is wrong": {"attendance", `{"doc":"d","relation":"attendance","event":"e","year":2023,"country":"KGZ","status":"invited"}`, false,
			[]map[string]any{{"event": "e", "year": int64(2023), "country": "KGZ", "status": "attended"},
				{"event": "e", "year": int64(2023), "country": "KGZ", "status": "invited"}}, want{Required: 1, Found: 1, Claims: 2, Right: 1}},
		"a denied rank is right only where gold denies it": {"trade",
			`{"doc":"d","relation":"trade","country":"TKM","partner":"RUS","flow":"total","measure":"rank","value":1,"year":null,"negated":true}`, true,
			[]map[string]any{{"country": "TKM", "partner": "RUS", "flow": "total", "measure": "rank", "value": 1.0}}, want{Required: 1, Found: 1, Claims: 1, Right: 1}},
		"denied where gold affirms": {"trade", `{"doc":"d","relation":"trade","country":"TKM","partner":"RUS","flow":"total","measure":"rank","value":1,"year":null}`, true,
			[]map[string]any{{"country": "TKM", "partner": "RUS", "flow": "total", "measure": "rank", "value": 1.0}}, want{Required: 1, Found: 0, Claims: 1, Right: 0}},
		"gold that denies attendance is absence": {"attendance", `{"doc":"d","relation":"attendance","event":"e","year":2023,"country":"KGZ","status":"attended","negated":true}`, false,
			[]map[string]any{{"event": "e", "year": int64(2023), "country": "KGZ", "status": "absent"}}, want{Required: 1, Found: 1, Claims: 1, Right: 1}},
		"equal claims count once": {"remittances", `{"doc":"d","relation":"remittances","country":"KGZ","year":2022,"share_pct":31}`, false,
			[]map[string]any{{"country": "KGZ", "year": int64(2022), "share_pct": 31.0}, {"country": "KGZ", "year": int64(2022), "share_pct": 31.0}}, want{Required: 1, Found: 1, Claims: 1, Right: 1}},
		"another document's gold does not count": {"remittances", `{"doc":"other","relation":"remittances","country":"KGZ","year":2022,"share_pct":31}`, false,
			[]map[string]any{{"country": "KGZ", "year": int64(2022), "share_pct": 31.0}}, want{Required: 1, Found: 0, Claims: 1, Right: 0}},
	} {
		t.Run(name, func(t *testing.T) {
			r := score1(t, c.table, c.gold, func(table *schemas.Table) []schemas.Claim {
				var claims []schemas.Claim
				for _, values := range c.claims {
					claims = append(claims, claim(table, c.denied, values))
				}
				return claims
			})
			if got := r.Tally; got != c.want {
				t.Errorf("got %+v; want %+v", got, c.want)
			}
		})
	}
}

func TestInterval(t *testing.T) {
	r := score.Result{Documents: make([]score.Tally, 40)}
	for i := range r.Documents {
		r.Documents[i] = score.Tally{Required: 2, Found: 2 - i%2, Claims: 1, Right: 1}
	}
	got := r.Interval(score.Tally.Recall) // 0.75 of 80 rows in 40 documents: two standard errors are 0.08
	if got.Low < 0.65 || got.Low > 0.70 || got.High < 0.80 || got.High > 0.85 {
		t.Errorf("recall between %v", got)
	}
	if again := r.Interval(score.Tally.Recall); again != got {
		t.Errorf("then between %v", again)
	}
	if all := r.Interval(score.Tally.Precision); all != (score.Interval{Low: 1, High: 1}) {
		t.Errorf("precision between %v; want 1", all)
	}
}

func TestBreakdown(t *testing.T) {
	r := score1(t, "remittances", `{"doc":"d","relation":"remittances","country":"KGZ","year":2022,"share_pct":31}`, func(table *schemas.Table) []schemas.Claim {
		var claims []schemas.Claim
		for rule, year := range map[string]int64{"good": 2022, "bad": 2021} {
			c := claim(table, false, map[string]any{"country": "KGZ", "year": year, "share_pct": 31.0})
			c.Rule = rule
			claims = append(claims, c)
		}
		return claims
	})
	if got, want := r.ByRule(), []score.Share{{Name: "good", Right: 1, Of: 1}, {Name: "bad", Right: 0, Of: 1}}; !slices.Equal(got, want) {
		t.Errorf("by rule %v; want %v", got, want)
	}
	if got, want := r.ByColumn(), []score.Share{{Name: "year", Right: 1, Of: 1}}; !slices.Equal(got, want) {
		t.Errorf("by column %v; want %v", got, want)
	}
}

// TestReadGoldNamesTheLine: a mistake that would score nothing is named with file, line, value and what is known.
func TestReadGoldNamesTheLine(t *testing.T) {
	const good = `{"doc": "d", "relation": "remittances", "country": "KGZ", "year": 2022, "share_pct": [31, 31.2], "low": 3, "optional": true}` + "\n"
	for line, want := range map[string]string{
		`{"relation": "trade"}`:              "trade: `doc` is missing: give the document's ID",
		`{"doc": "d", "relation": "tarde"}`:  `relation "tarde" is no table: it is one of attendance, membership, remittances, trade`,
		`{"doc": "d"}`:                       "`relation` is missing: give one of attendance, membership, remittances, trade",
		`{"doc": "d", "relation": "trade",}`: "not a JSON object: ",
		`{"doc": "d", "relation": "membership", "country": "KGZ", "organization": "CSTO", "statsu": "member"}`:              `membership: unknown column "statsu": known are country, organization, year, status, `,
		`{"doc": "d", "relation": "membership", "country": "KGZ", "organization": "CSTO"}`:                                  `membership: column "status" is missing: `,
		`{"doc": "d", "relation": "remittances", "country": "KGZ", "period": 2022, "share_pct": 31}`:                        `remittances: unknown column "period": known are country, year, `,
		`{"doc": "d", "relation": "remittances", "country": "KGZ", "year": "2022", "share_pct": 31}`:                        `remittances: year: "2022" is given where a whole number is wanted`,
		`{"doc": "d", "relation": "remittances", "country": "KGZ", "year": [2022, 2022.5], "share_pct": 31}`:                "remittances: year: 2022.5 is given where a whole number is wanted",
		`{"doc": "d", "relation": "remittances", "country": "KGZ", "year": null, "share_pct": "31"}`:                        `remittances: share_pct: "31" is given where a number is wanted`,
		`{"doc": "d", "relation": "remittances", "country": "KGZ", "year": null, "share_pct": 31, "negated": "no"}`:         `remittances: negated: "no" is given where true or false is wanted`,
		`{"doc": "d", "relation": "attendance", "event": "e", "country": "KGZ", "status": "absent", "announced_on": "May"}`: `attendance: announced_on: "May" is given where a day such as 2023-05-09 is wanted`,
	} {
		name := filepath.Join(t.TempDir(), "gold.jsonl")
		if err := os.WriteFile(name, []byte(good+line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := score.ReadGold(name, tables(t)); err == nil || !strings.Contains(err.Error(), "gold.jsonl:2: "+want) {
			t.Errorf("%s\ngot  %v\nwant %s", line, err, want)
		}
	}
}
