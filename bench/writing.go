package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"ties.dev/ties/pipeline"
	"ties.dev/ties/schemas"
	"ties.dev/ties/stages/publish"
)

const writtenTable = "trade"

// writeClaims writes made-up claims of one table, in the order of their key, as a release is written: to Parquet and Arrow. It prints
// the seconds that this took, by the clock and of processor.
func writeClaims(dir string, rows int) error {
	d, err := pipeline.Declare("", "")
	if err != nil {
		return err
	}
	draft, err := publish.Begin(dir, publish.Release{Tables: []*schemas.Table{d.Table(writtenTable)}})
	if err != nil {
		return err
	}
	w, err := draft.Table(publish.ClaimsTable(writtenTable))
	if err != nil {
		return err
	}
	codes, _ := d.Gazetteer.Codes("countries")
	var watch stopwatch
	for from := 0; from < rows; from += madeAtOnce {
		texts := madeUp(from, min(from+madeAtOnce, rows), rows, codes)
		watch.start()
		for i := range len(texts.ends) / textsPerClaim {
			c := texts.claim(i, from+i, rows, codes)
			if err := w.Write(publish.ClaimRow(&c)); err != nil {
				return err
			}
		}
		watch.stop()
	}
	watch.start()
	err = w.Close()
	watch.stop()
	fmt.Println(watch.wall.Seconds(), watch.cpu.Seconds())
	return err
}

// madeAtOnce is of how many claims the texts are made up at a time, which is not timed, for DuckDB finds its own in a table. Of what is
// written beside that, which is a batch at most, the time is not seen.
const madeAtOnce = 250_000

// stopwatch adds up the time that passes and the time that the process has of its processors.
type stopwatch struct{ wall, cpu time.Duration }

var origin = time.Now()

func (s *stopwatch) start() { s.wall, s.cpu = s.wall-time.Since(origin), s.cpu-processor() }
func (s *stopwatch) stop()  { s.wall, s.cpu = s.wall+time.Since(origin), s.cpu+processor() }

// processor is the time that the process has had, of all threads.
func processor() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// textsPerClaim is the number of texts that are made up for a claim: its ID, its document and its quote.
const textsPerClaim = 3

// madeTexts are those of some claims in a row, where each ends, so that the garbage collector has nothing to follow.
type madeTexts struct {
	all  string
	ends []int
}

// madeUp makes the texts of the claims from one number to another of so many.
func madeUp(from, to, rows int, codes []string) (t madeTexts) {
	var all []byte
	for i := from; i < to; i++ {
		all = fmt.Appendf(all, "%016x", uint64(i)*0x9e3779b97f4a7c15)
		t.ends = append(t.ends, len(all))
		all = fmt.Appendf(all, "archive/%07d", i*31%rows)
		t.ends = append(t.ends, len(all))
		all = fmt.Appendf(all, "In %d the share of %s in its exports was %d.%d percent, a figure that the ministry gave on the %dth day.", 1990+i%35, codes[i*7%len(codes)], i%97, i%10, i%28+1)
		t.ends = append(t.ends, len(all))
	}
	t.all = string(all)
	return t
}

// text is the nth of all.
func (t *madeTexts) text(n int) string {
	if n == 0 {
		return t.all[:t.ends[0]]
	}
	return t.all[t.ends[n-1]:t.ends[n]]
}

// claim is the nth of so many, with the texts at a place: a state's trade with another in a year, told in one of a thousand sentences.
func (t *madeTexts) claim(place, n, rows int, codes []string) schemas.Claim {
	at := place * textsPerClaim
	c := schemas.Claim{ID: t.text(at), Document: t.text(at + 1), Quote: t.text(at + 2), Rule: "share-of-exports", Start: n % 5000, End: n%5000 + 90}
	c.Values = []any{codes[n*len(codes)/rows], codes[n*7%len(codes)], "exports", "share_pct", int64(1990 + n%35), float64(n%970) / 10, nil, nil, n%5 == 0}
	c.StatedOn = schemas.Date{Year: 1990 + n%35, Month: n%12 + 1, Day: n%28 + 1}
	return c
}

const copyScript = `
import duckdb, sys, time, os
db = duckdb.connect()
db.execute("SET threads=1")
db.execute("SET enable_progress_bar=false")
db.execute("CREATE TABLE claims AS SELECT * FROM read_parquet(?)", [sys.argv[1]])
started, used = time.perf_counter(), time.process_time()
db.execute(f"COPY claims TO '{sys.argv[2]}' (FORMAT parquet, COMPRESSION zstd)")
print(time.perf_counter() - started, time.process_time() - used)
`

// writing measures the writing of claims beside DuckDB's.
func (b *bench) writing() error {
	if err := exec.Command(b.python, "-c", "import duckdb").Run(); err != nil {
		return fmt.Errorf("DuckDB is not at hand")
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	out, copied := filepath.Join(b.dir, "claims"), filepath.Join(b.dir, "copied.parquet")
	ours := command{name: self, args: []string{"-write", out, "-rows", strconv.Itoa(b.rows)}, before: func() error { return os.RemoveAll(out) }}
	var size, theirSize float64
	var our, their []taken
	for range b.runs {
		t, err := ours.run()
		if err != nil {
			return err
		}
		found, err := filepath.Glob(filepath.Join(out, "releases", ".*", writtenTable+"_claims.parquet"))
		if err != nil || len(found) != 1 {
			return fmt.Errorf("what was written is not found: %v %w", found, err)
		}
		theirs, err := command{name: b.python, args: []string{"-c", copyScript, found[0], copied}}.run()
		if err = errors.Join(err, timedItself(&t), timedItself(&theirs)); err != nil {
			return err
		}
		our, their = append(our, t), append(their, theirs)
		size, theirSize = sizeOf(found[0]), sizeOf(copied)
	}
	b.add(line{what: fmt.Sprintf("writing %d claims to Parquet and Arrow, beside DuckDB's COPY to zstd Parquet, one thread, s", b.rows), ours: over(our, wall).String(), peer: over(their, wall).String(), ratio: ratios(our, their, wall).String(), aim: "at most 2"})
	b.add(line{what: "the same, of processor, s", ours: over(our, cpu).String(), peer: over(their, cpu).String(), ratio: ratios(our, their, cpu).String()})
	b.add(line{what: "size of that Parquet, MB", ours: short(size / 1e6), peer: short(theirSize / 1e6), ratio: short(size / theirSize), aim: "at most 1.1"})
	return nil
}

// timedItself takes the times from what a command printed, by the clock and of processor.
func timedItself(t *taken) error {
	_, err := fmt.Sscan(string(t.out), &t.wall, &t.cpu)
	return err
}

func sizeOf(path string) float64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return float64(info.Size())
}
