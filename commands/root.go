// Package commands is the command line of ties, one file a subcommand.
package commands

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// Execute runs the command line and returns the exit code that the process should end with.
func Execute(args []string, in io.Reader, out, errs io.Writer) int {
	root := Root()
	root.SetArgs(args)
	root.SetIn(in)
	written := &output{to: out}
	root.SetOut(written)
	root.SetErr(errs)
	addCompletion(root)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once
	cmd, err := executed(ctx, root)
	if err = written.close(err); err == nil {
		return OK
	}
	code := BadUsage
	var coded *exitError
	if errors.As(err, &coded) {
		code = coded.code
	}
	if !errors.Is(err, syscall.EPIPE) { // the reader of a pipe has seen enough
		report(cmd, errs, plainly(err.Error()), code)
	}
	return code
}

// leaving is how long a command may take to leave once it is stopped. Those that write see to it themselves.
const leaving = 800 * time.Millisecond

// interrupted is the error of a command that was stopped.
var interrupted = exitf(Stopped, "stopped before it was done")

// executed runs the command that the arguments name. One that is still at work some time after it was stopped is not waited for.
func executed(ctx context.Context, root *cobra.Command) (*cobra.Command, error) {
	type outcome struct {
		cmd *cobra.Command
		err error
	}
	done := make(chan outcome, 1)
	go func() {
		cmd, err := root.ExecuteContextC(ctx)
		done <- outcome{cmd, err}
	}()
	select {
	case o := <-done:
		return o.cmd, o.err
	case <-ctx.Done():
	}
	select {
	case o := <-done:
		return o.cmd, o.err
	case <-time.After(leaving):
		return root, interrupted
	}
}

// report writes why a command failed: as one JSON object where its messages are such.
func report(cmd *cobra.Command, errs io.Writer, message string, code int) {
	if format := cmd.Flag("log-format"); format != nil && format.Value.String() == "json" {
		slog.New(slog.NewJSONHandler(errs, nil)).Error(message, "exit_code", code)
		return
	}
	fmt.Fprintf(errs, "ties: %s\n", message)
}

// Root is the whole command tree.
func Root() *cobra.Command {
	root := &cobra.Command{
		Use:   "ties",
		Short: "Read documents, publish typed tables of the ties between states",
		Long: `ties reads documents (news, analyses, reports) and publishes typed tables of the ties between states: who stood at whose
parade in which year, what share of GDP comes home as remittances, who belongs to which alliance, who depends on whose trade.
Every published value can be traced to the characters of the sentence that states it.

` + exitHelp(),
		Version: Version(),
		Example: `  ties build --corpus seeds/documents        read documents, publish tables under out/latest
  ties show remittances                      look at a table
  ties explain remittances country=KGZ       the sentences behind a row
  ties try "Kyrgyzstan's president attended the parade in Moscow."`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetVersionTemplate("ties {{.Version}}\n")
	root.SetFlagErrorFunc(flagMistake)
	root.AddCommand(buildCommand(), showCommand(), explainCommand(), diffCommand(), checkCommand(), rollbackCommand(), tablesCommand(), tryCommand(), evaluateCommand(), versionCommand())
	root.SetHelpCommand(helpCommand(root))
	return root
}
