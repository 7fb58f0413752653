package commands

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/publish"
)

// How much is shown where --limit says nothing.
const (
	rowsExplained  = 10
	sentencesShown = 4
)

type explain struct {
	declarationFlags
	out, corpus string
	missing     string
	limit       int
	workers     int
}

func explainCommand() *cobra.Command {
	var e explain
	cmd := &cobra.Command{
		Use:   "explain TABLE [COLUMN=VALUE…]",
		Short: "Show the sentences and rules behind a published row, or why there is none",
		Long: `explain shows for each published row that meets the conditions its claims: the sentence, the document, the rule that took it and what it
says, and, where claims differ, what was chosen and why.

With --missing it reads again the corpus that the latest release was made of, or the one of --corpus, with the same declarations, and shows the
sentences that come nearest to telling the row, with the rule that came nearest in each and the part of it that did not hold.`,
		Example: `  ties explain remittances country=KGZ
  ties explain attendance event=moscow-victory-day-parade year=2023 country=TJK
  ties explain --missing country=KGZ,year=2019 remittances
  ties explain --missing remittances country=KGZ year=2019
  ties explain --missing country=MNG,organization=SCO --corpus ~/articles membership`,
		Args: takes(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if e.missing != "" && !strings.Contains(e.missing, "=") { // --missing TABLE COLUMN=VALUE: the table stands where the first condition would
				args, e.missing = append([]string{e.missing}, args[1:]...), args[0]
			}
			return e.run(cmd, args[0], args[1:])
		},
	}
	e.add(cmd)
	outFlag(cmd, &e.out)
	corpusFlag(cmd, &e.corpus)
	cmd.Flags().Lookup("corpus").Usage = "with --missing: folder of documents, or one document, in place of the release's"
	workersFlag(cmd, &e.workers)
	cmd.Flags().StringVar(&e.missing, "missing", "", "column=value,… of a row that is not there")
	cmd.Flags().IntVar(&e.limit, "limit", 0, "at most so many rows, or sentences with --missing; 0 for 10 rows, or 4 sentences")
	cmd.ValidArgsFunction = e.complete
	return cmd
}

func (e *explain) run(cmd *cobra.Command, name string, args []string) error {
	if err := notNegative(map[string]int{"limit": e.limit, "workers": e.workers}); err != nil {
		return err
	}
	if i := slices.IndexFunc(args, func(arg string) bool { return !strings.Contains(arg, "=") }); strings.Contains(name, "=") && i >= 0 {
		name, args[i] = args[i], name // the table may stand behind its conditions
	}
	if e.missing != "" {
		return e.explainMissing(cmd, name, append(args, e.missing))
	}
	said, err := declared(e.out, name)
	if err != nil {
		return err
	}
	d, err := e.declare()
	if err != nil {
		return err
	}
	where, err := conditions(args, said.Table, d.Gazetteer)
	if err != nil {
		return err
	}
	facts, err := stored(e.out, name)
	if err != nil {
		return err
	}
	if facts = filter(facts, where); len(facts.Rows) == 0 {
		return noRows(cmd, said, where)
	}
	return e.rows(cmd.OutOrStdout(), said, facts)
}

// rows explains as many rows as are wanted.
func (e *explain) rows(out io.Writer, said publish.Declared, facts publish.Stored) error {
	s, err := openSources(e.out, said)
	if err != nil {
		return err
	}
	limit := e.limit
	if limit == 0 {
		limit = rowsExplained
	}
	for i := range facts.Rows[:min(limit, len(facts.Rows))] {
		s.explain(out, facts, i)
	}
	if more := len(facts.Rows) - limit; more > 0 {
		fmt.Fprintf(out, "and %s more: name more columns, or raise --limit\n", counted(more, "row"))
	}
	return nil
}

// sources is what stands behind the rows of a table.
type sources struct {
	table                        *schemas.Table
	takes                        map[string]string // what each rule takes, by its name
	claims, documents, conflicts publish.Stored
}

func openSources(out string, said publish.Declared) (s *sources, err error) {
	t := said.Facts
	s = &sources{table: t, takes: said.Takes}
	for name, to := range map[string]*publish.Stored{t.Name + "_claims": &s.claims, "documents": &s.documents, "conflicts": &s.conflicts} {
		if *to, err = stored(out, name); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// explain writes one row with its claims and conflicts.
func (s *sources) explain(out io.Writer, facts publish.Stored, i int) {
	row := facts.Rows[i]
	get := func(name string) any { return row[facts.Index(name)] }
	fmt.Fprintf(out, "%s %s\n", s.table.Name, describeValues(s.table, row))
	fmt.Fprintf(out, "  %s in %s\n\n", counted(int(get("n_claims").(int64)), "claim"), counted(int(get("n_documents").(int64)), "document"))
	for _, id := range get("claim_ids").([]string) {
		s.claim(out, id)
	}
	var key []string
	for _, name := range s.table.Key {
		key = append(key, name+"="+cell(get(name)))
	}
	s.conflict(out, strings.Join(key, ","))
}

// claim writes the sentence of a claim, what it says, where it stands and which rule took it.
func (s *sources) claim(out io.Writer, id string) {
	i := slices.IndexFunc(s.claims.Rows, func(row []any) bool { return row[s.claims.Index("claim_id")] == id })
	if i < 0 {
		return
	}
	row := s.claims.Rows[i]
	get := func(name string) any { return row[s.claims.Index(name)] }
	values := make([]any, len(s.table.Columns))
	for k, c := range s.table.Columns {
		values[k] = get(c.Name)
	}
	fmt.Fprintf(out, "  “%s”\n", oneLine(cell(get("quote"))))
	said := flag([]string{describeValues(s.table, values)}, get("denied") == true, "· denied")
	said = flag(said, get("hedged") == true, "· hedged")
	said = flag(said, get("sweeping") == true, "· sums up a period or a group")
	said = flag(said, get("attribution") != nil, "· according to "+cell(get("attribution")))
	fmt.Fprintf(out, "    says   %s\n", strings.Join(said, " "))
	fmt.Fprintf(out, "    in     %s, characters %s to %s\n", s.document(cell(get("document_id"))), cell(get("start")), cell(get("end")))
	rule := cell(get("rule"))
	fmt.Fprintf(out, "    rule   %s: %s\n    claim  %s\n\n", rule, oneLine(s.takes[rule]), id)
}

// document is the document's ID with who published it under which title, when and where.
func (s *sources) document(id string) string {
	i := slices.IndexFunc(s.documents.Rows, func(row []any) bool { return row[s.documents.Index("document_id")] == id })
	if i < 0 {
		return id
	}
	var about []string
	for _, name := range []string{"title", "publisher", "published_text", "url"} {
		if text := cell(s.documents.Rows[i][s.documents.Index(name)]); text != "" {
			about = append(about, text)
		}
	}
	return id + " (" + strings.Join(about, ", ") + ")"
}

// conflict writes what became of the values that claims of the key gave.
func (s *sources) conflict(out io.Writer, key string) {
	for _, row := range s.conflicts.Rows {
		get := func(name string) any { return row[s.conflicts.Index(name)] }
		if get("table") != s.table.Name || get("key") != key {
			continue
		}
		fate := "put aside"
		if get("chosen") == true {
			fate = "chosen"
		}
		fmt.Fprintf(out, "  %s %s %s: %s (%s)\n", cell(get("column")), cell(get("value")), fate, cell(get("reason")), cell(get("claim_ids")))
	}
	fmt.Fprintln(out)
}
