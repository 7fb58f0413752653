//go:build !linux

package publish

// exchange puts a draft in the place of a release.
func exchange(draft, folder string) error { return moveAside(draft, folder) }
