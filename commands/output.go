package commands

import (
	"errors"
	"io"
)

// output is where results go. It keeps its first error, so that none is lost on the way: what was written is not whole then.
type output struct {
	to  io.Writer
	err error
}

func (o *output) Write(data []byte) (int, error) {
	n, err := o.to.Write(data)
	if o.err == nil {
		o.err = err
	}
	return n, err
}

// close gives a command the error of its output, which it may have taken no notice of. One that says more than that of it keeps its own.
func (o *output) close(err error) error {
	var coded *exitError
	if o.err == nil || err != nil && (!errors.Is(err, o.err) || errors.As(err, &coded) && coded.code != Failed) {
		return err
	}
	return exitf(Failed, "the output could not be written: %w", o.err)
}
