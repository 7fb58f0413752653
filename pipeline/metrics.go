package pipeline

import (
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ties.dev/ties/stages/publish"
)

// metric is one family of the text format of Prometheus,
// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format; the node exporter's textfile collector reads it.
type metric struct {
	name, help string
	samples    []sample
}

type sample struct {
	labels string // as they are written, with their braces
	value  float64
}

const lastGoodName = "ties_last_good_timestamp_seconds"

// metrics tells of a run. lastGood is when the last run before it ended well, in Unix seconds; 0 where none is known. It is kept when
// this one fails, so that `time() - ties_last_good_timestamp_seconds` is the age of what out/latest says of the corpus.
func metrics(run *publish.Run, lastGood float64) []byte {
	end := float64(run.Started.UnixMilli())/1000 + run.Seconds
	good := 0.0
	if run.Outcome != publish.OutcomeFailed {
		good, lastGood = 1, end
	}
	var rows, stages []sample
	for _, table := range slices.Sorted(maps.Keys(run.Rows)) {
		rows = append(rows, sample{label("table", table), float64(run.Rows[table])})
	}
	for _, s := range run.Stages {
		stages = append(stages, sample{label("stage", s.Stage), s.Seconds})
	}
	var b strings.Builder
	for _, m := range []metric{
		{"ties_last_run_timestamp_seconds", "When the last run ended, in Unix time.", one(end)},
		{lastGoodName, "When the last run ended that published a release or found it unchanged, in Unix time; 0 for never.", one(lastGood)},
		{"ties_last_run_good", "1 where the last run that had the output folder to itself published a release or found it unchanged, else 0.", one(good)},
		{"ties_last_run_outcome", "1 for what became of the last run.", []sample{{label("outcome", run.Outcome, "version", run.Version), 1}}},
		{"ties_last_run_duration_seconds", "How long the last run took.", one(run.Seconds)},
		{"ties_last_run_peak_bytes", "Memory that the last run took from the system at most.", one(float64(run.PeakBytes))},
		{"ties_last_run_documents", "Documents of the last run that are published.", one(float64(run.Read))},
		{"ties_last_run_failed", "Files and lines of the corpus that the last run could not use.", one(float64(run.NFailed))},
		{"ties_last_run_warnings", "What documents of the last run were read without.", one(float64(run.NWarnings))},
		{"ties_last_run_bytes", "Bytes of the documents of the last run.", one(float64(run.ReadBytes))},
		{"ties_last_run_rows", "Rows of the release that the last run published or found unchanged, by table.", rows},
		{"ties_last_run_stage_seconds", "Time that all workers together spent in a stage of the last run.", stages},
	} {
		m.write(&b)
	}
	return []byte(b.String())
}

func one(value float64) []sample { return []sample{{"", value}} }

func (m *metric) write(b *strings.Builder) {
	if len(m.samples) == 0 {
		return
	}
	fmt.Fprintf(b, "# HELP %s %s\n# TYPE %s gauge\n", m.name, m.help, m.name)
	for _, s := range m.samples {
		fmt.Fprintf(b, "%s%s %s\n", m.name, s.labels, strconv.FormatFloat(s.value, 'g', -1, 64))
	}
}

// label writes names and values in turn.
func label(pairs ...string) string {
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		parts = append(parts, fmt.Sprintf(`%s="%s"`, pairs[i], escape.Replace(pairs[i+1])))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

var lastGoodLine = regexp.MustCompile(`(?m)^` + lastGoodName + ` (\S+)$`)

// lastGood is what the file says that the run before left; 0 where there is none.
func lastGood(path string) float64 {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	if m := lastGoodLine.FindSubmatch(data); m != nil {
		if v, err := strconv.ParseFloat(string(m[1]), 64); err == nil {
			return v
		}
	}
	return 0
}
