package cli

import (
	"runtime/debug"
	"strings"
)

// commitLength is how many digits of a commit are shown: enough to find it by.
const commitLength = 12

// buildInfo is what Go wrote into the program about its sources (go help buildvcs).
// commit and date are empty where they were not in a repository.
type buildInfo struct {
	version string // of the tag, such as v1.2.3; Go's pseudo-version between tags; "devel" where neither is known
	commit  string
	date    string // of the commit, as 2006-01-02
}

// builtIn is the build of this program.
func builtIn() buildInfo {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return newBuild(new(debug.BuildInfo))
	}
	return newBuild(info)
}

// newBuild reads what Go wrote.
func newBuild(info *debug.BuildInfo) buildInfo {
	b := buildInfo{version: info.Main.Version}
	if b.version == "" || b.version == "(devel)" {
		b.version = "devel"
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.commit = s.Value[:min(commitLength, len(s.Value))]
		case "vcs.time":
			b.date, _, _ = strings.Cut(s.Value, "T")
		}
	}
	return b
}

// String is the line of --version after the program's name, such as
// "v1.2.3 (commit 0123456789ab, 2006-01-02)".
func (b buildInfo) String() string {
	switch {
	case b.commit == "":
		return b.version
	case b.date == "":
		return b.version + " (commit " + b.commit + ")"
	}
	return b.version + " (commit " + b.commit + ", " + b.date + ")"
}
