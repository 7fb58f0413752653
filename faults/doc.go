// Package faults holds tests that do to ties what machines do to programs: each runs the real command as a process of its own, on a
// real file system, kills it, fills its disk, takes its files away or breaks them, and then looks whether out/latest is one whole,
// checked release and whether the next build gives the bytes of an undisturbed one.
//
// `go test ./faults` takes a short way through; TIES_FAULTS=full, as `make faults` sets it, takes all of it and prints the rows of the
// table in docs/reliability.md.
package faults
