package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ledgerName is the file in the output folder that remembers every release that was published there, also those that are gone: one
// a line, the digest of the line before it, and the one that was published last at the end.
const ledgerName = ".ledger"

// entry is what is remembered of a release.
type entry struct {
	Version string         `json:"version"`
	Content string         `json:"content"`        // see Draft.digest; "" where it isn't known
	Rows    map[string]int `json:"rows"`           // by table; nil where they aren't known
	Lost    bool           `json:"lost,omitempty"` // out/latest named it when it was found gone or damaged, and nothing was published since
}

type ledger []entry

// readLedger passes over lines that are not as they were written: what they said is not known any more.
func readLedger(out string) (l ledger) {
	data, _ := os.ReadFile(filepath.Join(out, ledgerName)) // one that isn't there has no lines
	for line := range strings.Lines(string(data)) {
		sum, said, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		var e entry
		if sum == hexSum(said) && json.Unmarshal([]byte(said), &e) == nil {
			l = append(l, e)
		}
	}
	return l
}

func hexSum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func (l ledger) write(out string) error {
	var b bytes.Buffer
	for _, e := range l {
		said, err := json.Marshal(e)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s  %s\n", hexSum(string(said)), said)
	}
	return Replace(filepath.Join(out, ledgerName), b.Bytes())
}

// of is what is remembered of a version: nothing but its name where it isn't there.
func (l ledger) of(version string) entry {
	if i := slices.IndexFunc(l, func(e entry) bool { return e.Version == version }); i >= 0 {
		return l[i]
	}
	return entry{Version: version}
}

// published is the ledger once a release is what out/latest names: nothing is lost any more.
func (l ledger) published(e entry) ledger {
	out := ledger{}
	for _, other := range l {
		if other.Version != e.Version {
			other.Lost = false
			out = append(out, other)
		}
	}
	e.Lost = false
	return append(out, e)
}

// without is the ledger once a release was found gone or damaged.
func (l ledger) without(e entry) ledger {
	e.Lost = true
	return append(slices.DeleteFunc(slices.Clone(l), func(other entry) bool { return other.Version == e.Version }), e)
}

// last is the release that out/latest should name, as far as the ledger knows; "" for none.
func (l ledger) last() string {
	if len(l) == 0 {
		return ""
	}
	return l[len(l)-1].Version
}

// lost is the release that out/latest named when it was found gone or damaged; "" for none.
func (l ledger) lost() string {
	if i := slices.IndexFunc(l, func(e entry) bool { return e.Lost }); i >= 0 {
		return l[i].Version
	}
	return ""
}

// Lost holds where out/latest was pointed back to an earlier release, for the one that it named was gone or damaged.
func Lost(out string) bool { return readLedger(out).lost() != "" }
