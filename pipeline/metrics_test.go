package pipeline

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"

	"ties.dev/ties/stages/publish"
)

// TestMetrics reads the file with Prometheus's own parser after a run that publishes, one that finds nothing changed, and one that fails.
func TestMetrics(t *testing.T) {
	out := t.TempDir()
	b := Build{Corpus: seedDocuments, Out: filepath.Join(out, "o"), Metrics: filepath.Join(out, "ties.prom")}
	if _, err := b.Run(context.Background(), declared(t)); err != nil {
		t.Fatal(err)
	}
	first := parsed(t, b.Metrics)
	if first["ties_last_run_good"] != 1 || first["ties_last_run_documents"] != 5 || first["ties_last_run_failed"] != 0 || first[lastGoodName] != first["ties_last_run_timestamp_seconds"] ||
		first["ties_last_run_rows documents"] != 5 || first["ties_last_run_stage_seconds publish"] == 0 || first["ties_last_run_outcome published 1.0.0"] != 1 || first["ties_last_run_peak_bytes"] < 1e6 {
		t.Errorf("%v", first)
	}
	if _, err := b.Run(context.Background(), declared(t)); err != nil {
		t.Fatal(err)
	}
	second := parsed(t, b.Metrics)
	if second[lastGoodName] <= first[lastGoodName] || second["ties_last_run_outcome unchanged 1.0.0"] != 1 || second["ties_last_run_rows documents"] != 5 ||
		second["ties_last_run_rows tombstones"] != first["ties_last_run_rows tombstones"] || second["ties_last_run_bytes"] != first["ties_last_run_bytes"] {
		t.Errorf("%v", second)
	}
	b.Corpus = t.TempDir()
	if _, err := b.Run(context.Background(), declared(t)); err == nil {
		t.Fatal("an empty corpus is no error")
	}
	third := parsed(t, b.Metrics)
	if third["ties_last_run_good"] != 0 || third[lastGoodName] != second[lastGoodName] || third["ties_last_run_outcome failed "] != 1 {
		t.Errorf("%v", third)
	}
	data, err := os.ReadFile(filepath.Join(b.Out, "run.json"))
	var run publish.Run
	if err == nil {
		err = json.Unmarshal(data, &run)
	}
	if err != nil || run.Outcome != publish.OutcomeFailed || !strings.Contains(run.Error, "no document could be read") {
		t.Errorf("out/run.json: %v, %+v", err, run)
	}
}

// parsed are the samples by their name and the values of their labels.
func parsed(t *testing.T, path string) map[string]float64 {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	parser := expfmt.NewTextParser(model.LegacyValidation)
	families, err := parser.TextToMetricFamilies(f)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]float64{}
	for name, family := range families {
		if family.GetType() != dto.MetricType_GAUGE || family.GetHelp() == "" {
			t.Errorf("%s: %v %q", name, family.GetType(), family.GetHelp())
		}
		for _, m := range family.GetMetric() {
			key := name
			for _, l := range m.GetLabel() {
				key += " " + l.GetValue()
			}
			out[key] = m.GetGauge().GetValue()
		}
	}
	return out
}

// TestLabels has values that the format would break at.
func TestLabels(t *testing.T) {
	path := filepath.Join(t.TempDir(), "m.prom")
	run := publish.Run{Rows: map[string]int{"a\"b\\c\nd": 7}}
	if err := os.WriteFile(path, metrics(&run, 0), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := parsed(t, path); got["ties_last_run_rows a\"b\\c\nd"] != 7 {
		t.Errorf("%v", got)
	}
}
