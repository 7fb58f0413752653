package faults

import (
	"fmt"
	"os/exec"
	"slices"
	"testing"
	"time"
)

// TestKill kills a build at points spread over its time, and at points spread over what it does in the output folder: the creation,
// writing, closing, syncing (a second opening) and renaming of every file, and the switch of latest.
func TestKill(t *testing.T) {
	s := newSite(t)
	events := s.events(t)
	n := count(20, 300)
	times, slowest := map[string]int{}, time.Duration(0)
	for i := range n {
		var point string
		var killed bool
		if i%3 == 0 {
			point, killed = s.killAtTime(t, s.took*time.Duration(i+1)/time.Duration(n))
		} else {
			point, killed = s.killAtEvent(t, events[i*len(events)/n], time.Duration(i%4)*60*time.Microsecond)
		}
		if !killed {
			times["ended before the point"]++
		}
		times["latest was "+s.whole(t, point)]++
		slowest = max(slowest, s.recovers(t, point))
		s.reset(t)
	}
	t.Logf("%d events in an undisturbed build; %v", len(events), times)
	tried(t, "`kill -9` while a build runs", n, fmt.Sprintf("nothing lost; %d times the release before, %d times the new one", times["latest was 1.0.0"], n-times["latest was 1.0.0"]), slowest)
	if times["ended before the point"] > n/3 {
		t.Errorf("%d of %d builds ended before they were killed", times["ended before the point"], n)
	}
}

// events are what an undisturbed build does in the output folder, in order.
func (s *site) events(t *testing.T) (list []string) {
	t.Helper()
	w := watch(t, s.out)
	done := make(chan bool)
	go func() {
		w.each(func(event string) { list = append(list, event) })
		close(done)
	}()
	if code, said := run(t, s.buildSecond(t)); code != 0 {
		t.Fatalf("exit code %d\n%s", code, said)
	}
	time.Sleep(100 * time.Millisecond)
	w.file.Close()
	<-done
	s.reset(t)
	if switched := slices.Contains(list, "rename to latest (1)"); !switched || len(list) < 100 {
		t.Fatalf("only %d events, or none that switches: %v", len(list), list)
	}
	return list
}

func (s *site) killAtTime(t *testing.T, after time.Duration) (point string, killed bool) {
	t.Helper()
	cmd := s.buildSecond(t)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.AfterFunc(after, func() { cmd.Process.Kill() })
	return fmt.Sprintf("a kill after %v", after), died(cmd)
}

func (s *site) killAtEvent(t *testing.T, at string, later time.Duration) (point string, killed bool) {
	t.Helper()
	w := watch(t, s.out)
	defer w.file.Close()
	cmd := s.buildSecond(t)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go w.each(func(event string) {
		if event == at {
			for wait := time.Now().Add(later); time.Now().Before(wait); { // a timer is late by more than that
			}
			cmd.Process.Kill()
		}
	})
	return fmt.Sprintf("a kill %v after %s", later, at), died(cmd)
}

// died tells whether a process was killed before it ended.
func died(cmd *exec.Cmd) bool {
	cmd.Wait()
	return cmd.ProcessState.ExitCode() == -1
}
