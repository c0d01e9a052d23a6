package draft

import (
	"errors"
	"path/filepath"
)

// ErrNoHome is why there is no folder for drafts: the environment names none.
var ErrNoHome = errors.New("the environment names no home folder")

// DefaultDir is the folder of the user's drafts on an operating system, named as
// runtime.GOOS names it: Application Support on macOS (darwin), %LocalAppData% on
// Windows, else $XDG_STATE_HOME, which the XDG Base Directory Specification wants
// absolute, or ~/.local/state. The error is ErrNoHome.
func DefaultDir(getenv func(string) string, goos string) (string, error) {
	const name = "logto-twilio"
	home := getenv("HOME")
	switch {
	case goos == "windows":
		if local := getenv("LocalAppData"); local != "" {
			return filepath.Join(local, name), nil
		}
	case goos == "darwin" && filepath.IsAbs(home):
		return filepath.Join(home, "Library", "Application Support", name), nil
	case goos != "darwin" && filepath.IsAbs(getenv("XDG_STATE_HOME")):
		return filepath.Join(getenv("XDG_STATE_HOME"), name), nil
	case goos != "darwin" && filepath.IsAbs(home):
		return filepath.Join(home, ".local", "state", name), nil
	}
	return "", ErrNoHome
}
