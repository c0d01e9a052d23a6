//go:build unix

package cli

import (
	"syscall"
	"testing"
	"time"
)

// Plain mode waits after one Ctrl+C, which a wrapper may pass on twice at once, and not
// after a later one, nor after what ends programs.
func TestLeaving(t *testing.T) {
	for name, c := range map[string]struct {
		signals []syscall.Signal
		later   bool // the last one comes after deafAfter
		insists bool
	}{
		"ctrl+c":               {[]syscall.Signal{syscall.SIGINT}, false, false},
		"ctrl+c, passed twice": {[]syscall.Signal{syscall.SIGINT, syscall.SIGINT}, false, false},
		"ctrl+c, and again":    {[]syscall.Signal{syscall.SIGINT, syscall.SIGINT}, true, true},
		"kill":                 {[]syscall.Signal{syscall.SIGTERM}, false, true},
		"kill -1":              {[]syscall.Signal{syscall.SIGHUP}, false, true},
		"ctrl+c, kill":         {[]syscall.Signal{syscall.SIGINT, syscall.SIGTERM}, false, true},
		"ctrl+c, kill -1":      {[]syscall.Signal{syscall.SIGINT, syscall.SIGHUP}, true, true},
	} {
		ctx, insist, stop := leaving()
		for i, s := range c.signals {
			if i > 0 && c.later {
				time.Sleep(deafAfter + 50*time.Millisecond)
			}
			if err := syscall.Kill(syscall.Getpid(), s); err != nil {
				t.Fatal(err)
			}
			<-ctx.Done()
		}
		select {
		case <-insist.Done():
		case <-time.After(200 * time.Millisecond):
		}
		if got := insist.Err() != nil; got != c.insists {
			t.Errorf("%s: insists: %t", name, got)
		}
		stop()
	}
}
