package release

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// targets are the archives of a release, and what they are for.
var targets = map[string]string{
	"linux_amd64.tar.gz": "linux/amd64", "linux_arm64.tar.gz": "linux/arm64",
	"macos_amd64.tar.gz": "darwin/amd64", "macos_arm64.tar.gz": "darwin/arm64",
	"windows_amd64.zip": "windows/amd64", "windows_arm64.zip": "windows/arm64",
}

// contents are the files of every archive beside the program.
var contents = []string{
	"LICENSE", "README.md",
	"completions/_logto-twilio", "completions/logto-twilio.bash", "completions/logto-twilio.fish", "completions/logto-twilio.ps1",
	"man/man1/logto-twilio.1", "man/zh_CN/man1/logto-twilio.1",
}

// dist is the folder that the release was made in, and its tag.
func dist(t *testing.T) (dir, tag string) {
	t.Helper()
	dir, tag = os.Getenv("LOGTO_TWILIO_DIST"), os.Getenv("LOGTO_TWILIO_TAG")
	if dir == "" || tag == "" {
		t.Fatal("LOGTO_TWILIO_DIST and LOGTO_TWILIO_TAG are not set: .ci/release/run sets them")
	}
	return dir, tag
}

// archiveName is the name of an archive.
func archiveName(tag, target string) string {
	return "logto-twilio_" + strings.TrimPrefix(tag, "v") + "_" + target
}

// open is what the archive of a target holds, by names below its folder.
func open(t *testing.T, target string) map[string]entry {
	t.Helper()
	dir, tag := dist(t)
	name := archiveName(tag, target)
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	all, err := read(name, data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	folder := strings.TrimSuffix(strings.TrimSuffix(name, ".zip"), ".tar.gz") + "/"
	inside := map[string]entry{}
	for name, e := range all {
		short, ok := strings.CutPrefix(name, folder)
		if !ok {
			t.Fatalf("%s is not in %s", name, folder)
		}
		inside[short] = e
	}
	return inside
}

// program is the name of the program in the archive of a target.
func program(target string) string {
	if strings.HasSuffix(target, ".zip") {
		return "logto-twilio.exe"
	}
	return "logto-twilio"
}

func TestChecksumsAreOfAllArchives(t *testing.T) {
	dir, tag := dist(t)
	sums, err := os.ReadFile(filepath.Join(dir, "checksums.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for target := range targets {
		data, err := os.ReadFile(filepath.Join(dir, archiveName(tag, target)))
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		want = append(want, hex.EncodeToString(sum[:])+"  "+archiveName(tag, target))
	}
	got := strings.Split(strings.TrimSuffix(string(sums), "\n"), "\n")
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("checksums.txt:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestArchivesHoldWhatTheyShould(t *testing.T) {
	var times []time.Time
	for target := range targets {
		all := open(t, target)
		want := append([]string{program(target)}, contents...)
		slices.Sort(want)
		if got := slices.Sorted(maps.Keys(all)); !slices.Equal(got, want) {
			t.Fatalf("%s holds %q, want %q", target, got, want)
		}
		for name, e := range all {
			mode := os.FileMode(0o644)
			if name == program(target) {
				mode = 0o755
			}
			if e.mode != mode {
				t.Errorf("%s: %s has mode %v, want %v", target, name, e.mode, mode)
			}
			times = append(times, e.time)
		}
	}
	for _, at := range times {
		if !at.Equal(times[0]) {
			t.Errorf("times are of the machine, not of the commit: %v and %v", at, times[0])
		}
	}
}

// The files beside the program are those of the sources, and the same for all.
func TestArchivesAgree(t *testing.T) {
	reference := open(t, "linux_amd64.tar.gz")
	for _, name := range []string{"LICENSE", "README.md"} {
		want, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(reference[name].data, want) {
			t.Errorf("%s is not that of the sources", name)
		}
	}
	for target := range targets {
		all := open(t, target)
		for _, name := range contents {
			if !bytes.Equal(all[name].data, reference[name].data) {
				t.Errorf("%s: %s differs from that for linux", target, name)
			}
		}
	}
}

// What Go wrote into each program says what it is, without running it.
func TestProgramsAreWhatTheirNamesSay(t *testing.T) {
	_, tag := dist(t)
	for target, system := range targets {
		data := open(t, target)[program(target)].data
		info, err := buildinfo.Read(bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", target, err)
			continue
		}
		settings := map[string]string{}
		for _, s := range info.Settings {
			settings[s.Key] = s.Value
		}
		for key, want := range map[string]string{
			"-trimpath": "true", "CGO_ENABLED": "0", "vcs": "git", "vcs.modified": "false",
		} {
			if got := settings[key]; got != want {
				t.Errorf("%s: %s is %q, want %q", target, key, got, want)
			}
		}
		if got := settings["GOOS"] + "/" + settings["GOARCH"]; got != system {
			t.Errorf("%s is for %s", target, got)
		}
		if info.Main.Version != tag || len(settings["vcs.revision"]) != 40 || settings["vcs.time"] == "" {
			t.Errorf("%s: version %q, commit %q of %q", target, info.Main.Version, settings["vcs.revision"], settings["vcs.time"])
		}
		if bytes.Contains(data, []byte(".debug_info")) || bytes.Contains(data, []byte("__debug_info")) {
			t.Errorf("%s is not stripped", target)
		}
	}
}
