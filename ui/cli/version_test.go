package cli

import (
	"regexp"
	"runtime/debug"
	"testing"
)

func TestVersionSaysWhatWasBuilt(t *testing.T) {
	const commit = "0123456789abcdef0123456789abcdef01234567"
	vcs := []debug.BuildSetting{
		{Key: "-trimpath", Value: "true"}, {Key: "vcs", Value: "git"},
		{Key: "vcs.revision", Value: commit}, {Key: "vcs.time", Value: "2006-01-02T15:04:05Z"},
	}
	for name, c := range map[string]struct {
		version  string
		settings []debug.BuildSetting
		want     string
	}{
		"release":           {"v1.2.3", vcs, "v1.2.3 (commit 0123456789ab, 2006-01-02)"},
		"changed files":     {"v1.2.3+dirty", vcs, "v1.2.3+dirty (commit 0123456789ab, 2006-01-02)"},
		"between tags":      {"v1.2.4-0.20060102150405-0123456789ab", vcs, "v1.2.4-0.20060102150405-0123456789ab (commit 0123456789ab, 2006-01-02)"},
		"version unknown":   {"(devel)", vcs, "devel (commit 0123456789ab, 2006-01-02)"},
		"date unknown":      {"v1.2.3", vcs[:3], "v1.2.3 (commit 0123456789ab)"},
		"without git":       {"(devel)", nil, "devel"},
		"nothing is known":  {"", nil, "devel"},
		"a short commit":    {"v1.2.3", []debug.BuildSetting{{Key: "vcs.revision", Value: "01"}}, "v1.2.3 (commit 01)"},
		"from a module zip": {"v1.2.3", nil, "v1.2.3"},
	} {
		info := &debug.BuildInfo{Main: debug.Module{Version: c.version}, Settings: c.settings}
		if got := newBuild(info).String(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// The line is data: on standard output, and the same in every language.
func TestVersionIsOneLine(t *testing.T) {
	line := regexp.MustCompile(`^logto-twilio version \S+( \(commit [0-9a-f]{12}(, \d{4}-\d\d-\d\d)?\))?\n$`)
	english, _, code := run("--version", "--lang", "en")
	if code != exitOK || !line.MatchString(english) {
		t.Errorf("exit code %d: %q", code, english)
	}
	if chinese, _, _ := run("--version", "--lang", "zh-CN"); chinese != english {
		t.Errorf("%q in Chinese, %q in English", chinese, english)
	}
}
