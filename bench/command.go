package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"
)

// taken is what one run of a command took.
type taken struct {
	wall, cpu float64 // seconds
	peak      int64   // bytes of memory
	out       []byte  // what it wrote to stdout
}

// command is run in a fresh process each time.
type command struct {
	name, dir string
	args      []string
	before    func() error          // may be nil; not timed
	memory    func() (int64, error) // the peak that a run reports; may be nil
}

func (c command) run() (t taken, err error) {
	if c.before != nil {
		if err := c.before(); err != nil {
			return t, err
		}
	}
	cmd := exec.Command(c.name, c.args...)
	cmd.Dir = c.dir
	var errs, out bytes.Buffer
	cmd.Stderr, cmd.Stdout = &errs, &out
	started := time.Now()
	err = cmd.Run()
	t.wall = time.Since(started).Seconds()
	if cmd.ProcessState == nil || err != nil && (c.memory == nil || !expected(cmd.ProcessState.ExitCode())) {
		return t, fmt.Errorf("%s: %w: %s", c.name, err, bytes.TrimSpace(errs.Bytes()))
	}
	t.cpu = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
	t.out = out.Bytes()
	if c.memory != nil {
		t.peak, err = c.memory()
		return t, err
	}
	return t, nil
}

// expected are exit codes of a run that did its work: of ties, some documents could not be read.
func expected(code int) bool { return code == 4 }

// inTurn runs the commands one after the other, so many times each, and leaves a first round out.
func inTurn(runs int, commands ...command) (all [][]taken, err error) {
	all = make([][]taken, len(commands))
	for round := range runs + 1 {
		for i, c := range commands {
			t, err := c.run()
			if err != nil {
				return nil, err
			}
			if round > 0 {
				all[i] = append(all[i], t)
			}
			fmt.Fprint(os.Stderr, ".")
		}
	}
	return all, nil
}

// spread is a figure over several runs.
type spread struct{ low, median, high float64 }

func spreadOf(values []float64) spread {
	values = slices.Sorted(slices.Values(values))
	return spread{values[0], values[len(values)/2], values[len(values)-1]}
}

func over[T any](list []T, of func(T) float64) spread {
	var values []float64
	for _, item := range list {
		values = append(values, of(item))
	}
	return spreadOf(values)
}

// ratios are a figure of each run over that of the other command in the same round.
func ratios(a, b []taken, of func(taken) float64) spread {
	var values []float64
	for i := range a {
		values = append(values, of(a[i])/of(b[i]))
	}
	return spreadOf(values)
}

func cpu(t taken) float64  { return t.cpu }
func wall(t taken) float64 { return t.wall }
func peak(t taken) float64 { return float64(t.peak) / (1 << 20) }

func (s spread) String() string {
	return fmt.Sprintf("%s (%s–%s)", short(s.median), short(s.low), short(s.high))
}

func short(v float64) string {
	switch {
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	case v >= 0.1:
		return fmt.Sprintf("%.2f", v)
	}
	return fmt.Sprintf("%.4f", v)
}
