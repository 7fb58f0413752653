package commands

import (
	"runtime/debug"
	"testing"
)

// TestVersionOf says of a build without a version what it was built from.
func TestVersionOf(t *testing.T) {
	build := func(version string, settings ...string) *debug.BuildInfo {
		info := &debug.BuildInfo{Main: debug.Module{Version: version}}
		for i := 0; i < len(settings); i += 2 {
			info.Settings = append(info.Settings, debug.BuildSetting{Key: settings[i], Value: settings[i+1]})
		}
		return info
	}
	for want, info := range map[string]*debug.BuildInfo{
		"v1.2.3":                     build("v1.2.3", "vcs.revision", "0123456789abcdef"),
		"0123456789ab of 2026-01-02": build("(devel)", "vcs.revision", "0123456789abcdef", "vcs.time", "2026-01-02T03:04:05Z", "vcs.modified", "false"),
		"0123456789ab of 2026-01-02, and changed since": build("(devel)", "vcs.revision", "0123456789abcdef", "vcs.time", "2026-01-02T03:04:05Z", "vcs.modified", "true"),
		"unknown, built without its revision":           build("(devel)"),
	} {
		if got := versionOf(info); got != want {
			t.Errorf("%q; want %q", got, want)
		}
	}
}
