package publish

import (
	"fmt"
	"strings"
)

// loadSQL makes the views of a release in DuckDB: pasted into its shell, or read by it, in the folder of the release.
// Views cost nothing to make and read only the columns and row groups that a query needs.
func loadSQL(all []relation) []byte {
	var b strings.Builder
	b.WriteString("-- In the folder of this release: duckdb -init load.sql, or paste into the DuckDB shell.\n")
	for _, r := range all {
		name := identifier(r.name)
		fmt.Fprintf(&b, "\nCREATE OR REPLACE VIEW %s AS SELECT * FROM read_parquet(%s);\n", name, literal(r.name+".parquet"))
		fmt.Fprintf(&b, "COMMENT ON VIEW %s IS %s;\n", name, literal(r.description))
		for _, f := range r.fields {
			fmt.Fprintf(&b, "COMMENT ON COLUMN %s.%s IS %s;\n", name, identifier(f.Name), literal(f.explained()))
		}
	}
	return []byte(b.String())
}

// explained is a column's description with its unit.
func (f field) explained() string {
	if f.Unit == "" {
		return f.Description
	}
	return f.Description + " (" + f.Unit + ")"
}

// identifier quotes a name, for "end" and "table" are SQL's own words.
func identifier(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// literal quotes a text on one line, whatever lines it was declared on.
func literal(text string) string {
	return "'" + strings.ReplaceAll(oneLine(text), "'", "''") + "'"
}
