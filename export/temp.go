package export

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// temporary is the file that holds the data until it is renamed.
type temporary struct {
	file
	name string
	// release gives the file up: until then no sweep takes it for abandoned.
	release func()
}

// newTemporary makes a temporary file in the folder of path.
func newTemporary(create func(string) (file, error), path string) (temporary, error) {
	for range 10 {
		random := strings.ToLower(rand.Text()[:12])
		name := filepath.Join(filepath.Dir(path), tempPrefix(path)+random+tempSuffix)
		f, err := create(name)
		if err != nil {
			return temporary{}, err
		}
		if release, held := hold(name); held {
			return temporary{f, name, release}, nil
		}
		// A sweep came between the making and the holding.
		_ = f.Close()
		_ = os.Remove(name)
	}
	return temporary{}, errors.New("the temporary file keeps being removed")
}

// The name of a temporary file is ".NAME.logto-twilio-RANDOM.tmp".
const (
	tempMark   = ".logto-twilio-"
	tempSuffix = ".tmp"
	// longestBase bounds NAME, so that a name which just fits a file system
	// (255 bytes, 143 on an encrypted one) has a temporary file that fits, too.
	longestBase = 100
)

// tempPrefix is how the names of path's temporary files begin.
func tempPrefix(path string) string {
	base := filepath.Base(path)
	if len(base) > longestBase {
		cut := longestBase
		for cut > 0 && !utf8.RuneStart(base[cut]) { // a file system may insist on UTF-8
			cut--
		}
		base = base[:cut]
	}
	return "." + base + tempMark
}

// sweep removes the abandoned temporary files of a folder whose names begin with
// prefix. A folder that cannot be listed is left as it is.
func sweep(dir, prefix string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		name := e.Name()
		if e.Type().IsRegular() && strings.HasPrefix(name, prefix) &&
			strings.Contains(name, tempMark) && strings.HasSuffix(name, tempSuffix) {
			removeAbandoned(filepath.Join(dir, name))
		}
	}
}
