package faults

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestSignals stops builds at points spread over their time with SIGTERM and with Ctrl-C: they leave within a second, with their own
// exit code.
func TestSignals(t *testing.T) {
	s := newSite(t)
	n, slowest, stopped := count(6, 60), time.Duration(0), 0
	for i := range n {
		signal := []os.Signal{syscall.SIGTERM, os.Interrupt}[i%2]
		if signal == os.Interrupt && signalIgnored(os.Interrupt) {
			signal = syscall.SIGTERM // a shell had these tests in the background, and what they start is deaf to Ctrl-C too
		}
		cmd := s.buildSecond(t)
		var said strings.Builder
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		wait := s.took * time.Duration(i+1) / time.Duration(n+1)
		time.Sleep(wait)
		sent := time.Now()
		cmd.Process.Signal(signal)
		cmd.Wait()
		took := time.Since(sent)
		slowest = max(slowest, took)
		code := cmd.ProcessState.ExitCode()
		if code == 10 || code == -1 { // before it listens for signals, one ends the process as any other
			stopped++
		} else if code != 0 {
			t.Errorf("after %v: exit code %d\n%s", signal, code, &said)
		}
		if code == -1 && wait > 300*time.Millisecond && full {
			t.Errorf("%v after its start the build does not listen for signals", wait)
		}
		if took > time.Second && full || took > 5*time.Second { // other tests may have the cores on the short way
			t.Errorf("after %v the build took %v to leave", signal, took)
		}
		s.whole(t, fmt.Sprint(signal))
		s.reset(t)
	}
	tried(t, "SIGTERM and Ctrl-C", n, fmt.Sprintf("nothing lost; left within %.2f s", slowest.Seconds()), s.recovers(t, "a signal"))
	if stopped < n/3 {
		t.Errorf("only %d of %d builds were stopped", stopped, n)
	}
}

// TestSignalsLate stops builds of a larger corpus, of which all but one document is kept, while they settle, write, check and switch: each
// leaves within a second, and its report says that it was stopped.
func TestSignalsLate(t *testing.T) {
	s := newSite(t)
	corpus := filepath.Join(s.dir, "many")
	for k := range count(4, 16) {
		copyTree(t, s.second, filepath.Join(corpus, fmt.Sprint(k)))
	}
	s.out = filepath.Join(s.dir, "many-out")
	s.must(t, "build", "--corpus", corpus, "--out", s.out)
	changing := filepath.Join(corpus, "changing.txt")
	again := func(k int) {
		if err := os.WriteFile(changing, fmt.Appendf(nil, "The pier was painted %d times.", k), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	again(-1)
	started := time.Now()
	s.must(t, "build", "--corpus", corpus, "--out", s.out)
	lasting := time.Since(started)
	n, slowest, stopped := count(5, 60), time.Duration(0), 0
	for i := range n {
		again(i)
		took, code := s.stopAfter(t, lasting*time.Duration(i+1)/time.Duration(n+1), corpus)
		slowest = max(slowest, took)
		if code == 10 {
			stopped++
		}
		s.whole(t, "a late signal")
		s.tidy(t, "a late signal")
	}
	s.must(t, "build", "--corpus", corpus, "--out", s.out)
	tried(t, "SIGTERM while a large release is settled, written and checked", stopped, fmt.Sprintf("nothing lost; left within %.2f s, and run.json says so", slowest.Seconds()), 0)
	if stopped < n/3 {
		t.Errorf("only %d of %d builds were stopped", stopped, n)
	}
}

// stopAfter sends a build SIGTERM, and holds it to what it leaves.
func (s *site) stopAfter(t *testing.T, wait time.Duration, corpus string) (took time.Duration, code int) {
	t.Helper()
	cmd := s.command(t, "build", "--corpus", corpus, "--out", s.out)
	var said strings.Builder
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(wait)
	sent := time.Now()
	cmd.Process.Signal(syscall.SIGTERM)
	cmd.Wait()
	took, code = time.Since(sent), cmd.ProcessState.ExitCode()
	if code != 10 && code != 0 && code != 11 && code != -1 { // -1: before it listens
		t.Errorf("exit code %d\n%s", code, &said)
	}
	if took > time.Second && full || took > 5*time.Second {
		t.Errorf("%v after its start, the build took %v to leave", wait, took)
	}
	run, err := os.ReadFile(filepath.Join(s.out, "run.json"))
	if code == 10 && (err != nil || !strings.Contains(string(run), `"error": "stopped before it was done`)) {
		t.Errorf("%v after its start: run.json says nothing of the stop: %v\n%s", wait, err, run)
	}
	return took, code
}

// TestCheckStopped stops checks: they leave with their own exit code, and nothing in the folder for temporary files.
func TestCheckStopped(t *testing.T) {
	s := newSite(t)
	temporary := filepath.Join(s.dir, "tmp")
	if err := os.Mkdir(temporary, 0o755); err != nil {
		t.Fatal(err)
	}
	n, stopped := count(6, 40), 0
	for i := range n {
		cmd := s.command(t, "check", "--out", s.out)
		cmd.Env = append(os.Environ(), "TMPDIR="+temporary)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i) * 100 * time.Millisecond / time.Duration(n))
		cmd.Process.Signal(syscall.SIGTERM)
		cmd.Wait()
		code := cmd.ProcessState.ExitCode()
		if code == 10 {
			stopped++
		} else if code != 0 && code != -1 {
			t.Errorf("exit code %d", code)
		}
		left, err := os.ReadDir(temporary)
		if err != nil || len(left) > 0 {
			t.Errorf("left are %v, %v", left, err)
		}
	}
	if stopped == 0 {
		t.Error("no check was stopped")
	}
	tried(t, "SIGTERM while a release is checked", stopped, "nothing left behind", 0)
}

// signalIgnored is signal.Ignored, whose name the test uses otherwise.
var signalIgnored = signal.Ignored
