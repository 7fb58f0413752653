// Command ties reads documents and publishes typed tables of the ties between states.
package main

import (
	"os"

	"ties.dev/ties/commands"
)

func main() { os.Exit(commands.Execute(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
