// Package supply holds tests on what ties is made of: the licences of all modules that go into the command, and their list in
// docs/licenses.tsv.
package supply
