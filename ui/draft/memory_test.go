package draft

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// A file among the drafts that is far too big is not read to its end.
func TestReadTakesNoMoreThanItMust(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sms-abcdefgh.json")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 32*maxSize); err != nil { // with nothing in it
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := read(path)
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; !errors.Is(err, ErrTooBig) || took > 16*maxSize {
		t.Errorf("%v, %d MiB", err, took>>20)
	}
}
