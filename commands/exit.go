package commands

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"syscall"

	"ties.dev/ties/stages/publish"
)

// The exit codes of ties: the table in docs/running.md says the same.
const (
	OK             = 0
	Failed         = 1  // the work could not be done: no document could be read, a folder or the output cannot be written
	BadUsage       = 2  // unknown flag, command, table, column or code; a missing argument; a path that is not there
	BadDeclaration = 3  // a mistake in a table, rule, gazetteer or gold file
	Partial        = 4  // published, but some documents could not be read
	CheckFailed    = 5  // what was written did not pass its checks, and was not switched to; or a release that is read is damaged
	NothingFound   = 6  // no row, no sentence, or no release to look in
	NoSpace        = 7  // the disk is full
	Locked         = 8  // another run publishes to the same folder
	HeldBack       = 9  // so much is gone since the release before that a person should look
	Stopped        = 10 // by Ctrl-C or SIGTERM
	Untold         = 11 // published, or unchanged, but what tells of the run could not be written
)

// exitMeanings are the codes in order, as `ties --help` and docs/running.md give them.
var exitMeanings = []string{
	OK:             "all went well: published, or unchanged",
	Failed:         "the work could not be done: no document could be read, a folder or the output cannot be written",
	BadUsage:       "bad usage: unknown command, flag, table, column or code, a missing argument, a path that is not there",
	BadDeclaration: "a mistake in a table, a rule, a word list or a gold file; an example of your rules that fails",
	Partial:        "published, but some of the corpus could not be used",
	CheckFailed:    "what was written did not pass its checks, or is not as it was written any more",
	NothingFound:   "nothing found: no such row, no sentence, or no release yet",
	NoSpace:        "no space left where the release is written",
	Locked:         "another run is publishing to the same folder (`--wait 10m` waits for it)",
	HeldBack:       "held back: so much is gone since the release before that a person should look; `--accept` goes on",
	Stopped:        "stopped by Ctrl-C or SIGTERM",
	Untold:         "published, or unchanged, but what tells of the run could not be written: `run.json`, the file of `--metrics`, or the output",
}

// exitHelp lists the exit codes for `ties --help`.
func exitHelp() string {
	var b strings.Builder
	b.WriteString("Exit codes:\n")
	for code, meaning := range exitMeanings {
		fmt.Fprintf(&b, "  %d  %s\n", code, meaning)
	}
	return b.String()
}

// known are the errors that have an exit code of their own.
var known = []struct {
	err  error
	code int
}{
	{publish.ErrUnsound, CheckFailed}, {publish.ErrDamaged, CheckFailed}, {publish.ErrLocked, Locked}, {publish.ErrHeldBack, HeldBack},
	{publish.ErrNoRelease, NothingFound},
	{syscall.ENOSPC, NoSpace}, {syscall.EDQUOT, NoSpace}, {syscall.EFBIG, NoSpace}, {context.Canceled, Stopped},
}

// codeOf is the exit code of work that could not be done, or not to its end.
func codeOf(err error) int {
	var after *publish.AfterError
	if errors.As(err, &after) {
		return Untold
	}
	for _, k := range known {
		if errors.Is(err, k.err) {
			return k.code
		}
	}
	return Failed
}

// exitError carries the exit code of an error.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

// exit gives an error the exit code that the command ends with; nil stays nil.
func exit(code int, err error) error {
	if err == nil {
		return nil
	}
	return &exitError{code, err}
}

func exitf(code int, format string, args ...any) error {
	return exit(code, fmt.Errorf(format, args...))
}
