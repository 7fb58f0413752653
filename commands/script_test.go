package commands_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"ties.dev/ties/commands"
)

// TestMain lets the scripts run ties itself.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"ties": func() { os.Exit(commands.Execute(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs testdata/script: sessions at a shell, with what they must print. Beside testscript's own commands there are
//
//	exits CODE COMMAND…     run it, and fail unless it ends with that exit code
//	bytes FILE HEX          write a file of these bytes
//	forbid FILE             let nobody read it
//	longline FILE MEGABYTES write a file of one line
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition:           condition,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "bytes": writeBytes, "longline": longLine, "forbid": forbid},
	})
}

// condition knows [root]: root may read any file.
func condition(name string) (bool, error) {
	if name != "root" {
		return false, fmt.Errorf("unknown condition %q", name)
	}
	return os.Geteuid() == 0, nil
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if err != nil || neg {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d; want %d", got, want)
	}
}

func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	var data []byte
	for i := 0; i+1 < len(args[1]); i += 2 {
		b, err := strconv.ParseUint(args[1][i:i+2], 16, 8)
		ts.Check(err)
		data = append(data, byte(b))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// longLine leaves the rest of the line to the file system: a hole takes no space and reads as one character over and over.
func longLine(ts *testscript.TestScript, _ bool, args []string) {
	megabytes, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	name := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(name, []byte("A line without an end"), 0o600))
	ts.Check(os.Truncate(name, megabytes<<20))
}

func forbid(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.Chmod(ts.MkAbs(args[0]), 0))
}
