package pipeline

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// TestStoppedSpeaksPlainly keeps the words of Go's library out of what a user reads.
func TestStoppedSpeaksPlainly(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := stopped(ctx); !errors.Is(err, context.Canceled) || strings.Contains(err.Error(), "context") {
		t.Errorf("%v", err)
	}
}
