package draft

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestDefaultDir(t *testing.T) {
	root := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	home := filepath.Join(root, "home", "me")
	for _, c := range []struct {
		goos string
		env  map[string]string
		want []string // nil: no home
	}{
		{"linux", map[string]string{"HOME": home}, []string{home, ".local", "state", "logto-twilio"}},
		{"freebsd", map[string]string{"HOME": home, "XDG_STATE_HOME": filepath.Join(root, "s")}, []string{root, "s", "logto-twilio"}},
		{"linux", map[string]string{"HOME": home, "XDG_STATE_HOME": "relative"}, []string{home, ".local", "state", "logto-twilio"}},
		{"linux", map[string]string{"XDG_STATE_HOME": filepath.Join(root, "s")}, []string{root, "s", "logto-twilio"}},
		{"darwin", map[string]string{"HOME": home, "XDG_STATE_HOME": root}, []string{home, "Library", "Application Support", "logto-twilio"}},
		{"windows", map[string]string{"LocalAppData": "local", "HOME": home}, []string{"local", "logto-twilio"}},
		{"linux", nil, nil},
		{"linux", map[string]string{"HOME": "relative"}, nil},
		{"darwin", map[string]string{"XDG_STATE_HOME": root}, nil},
		{"windows", map[string]string{"HOME": home}, nil},
	} {
		got, err := DefaultDir(func(name string) string { return c.env[name] }, c.goos)
		if got != filepath.Join(c.want...) || (c.want == nil) != errors.Is(err, ErrNoHome) {
			t.Errorf("%s %v: %q, %v", c.goos, c.env, got, err)
		}
	}
}
