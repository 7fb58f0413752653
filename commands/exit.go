package commands

import "fmt"

// The exit codes of ties.
const (
	OK             = 0
	Failed         = 1 // the work could not be done: a file cannot be written, a disk is full
	BadUsage       = 2 // unknown flag, command or table; a missing argument
	BadDeclaration = 3 // a mistake in a table, rule, gazetteer or gold file
	Partial        = 4 // published, but some documents could not be read
	CheckFailed    = 5 // what was written did not pass its checks, and was not switched to
)

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
