// Package systems runs the program as it is made for several systems, and holds what
// it does on each against what it does on this one: .ci/systems/run makes the programs
// and then runs its test.
package systems

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// system is a program and what it is run by, if anything.
type system struct {
	name    string
	command []string
}

// systems are those that .ci/systems/run made a program for; the first is the
// machine's own.
func systems(t *testing.T) []system {
	t.Helper()
	dir, wine := os.Getenv("LOGTO_TWILIO_SYSTEMS"), os.Getenv("LOGTO_TWILIO_WINE")
	if dir == "" || wine == "" {
		t.Fatal("LOGTO_TWILIO_SYSTEMS and LOGTO_TWILIO_WINE are not set: .ci/systems/run sets them")
	}
	return []system{
		{"linux/amd64", []string{filepath.Join(dir, "linux_amd64", "logto-twilio")}},
		{"linux/arm64", []string{"qemu-aarch64-static", filepath.Join(dir, "linux_arm64", "logto-twilio")}},
		{"windows/amd64", []string{wine, filepath.Join(dir, "windows_amd64", "logto-twilio.exe")}},
	}
}

// row is a command, where it is run and what has to come of it.
type row struct {
	args  []string
	stdin string
	env   []string
	files map[string]string // of the folder that it is run in, by names with slashes

	code int
	out  string            // a part of standard output; nothing comes there where it is empty
	said string            // a part of standard error
	left map[string]string // the files that are new or others now, and a part of each

	ownWords bool // what is written has the system's own words in it
}

// outcome is what came of a row on a system.
type outcome struct {
	code      int
	out, said string
	files     map[string]string
}

func TestSystems(t *testing.T) {
	all := systems(t)
	for _, r := range table() {
		t.Run(strings.Join(r.args, " "), func(t *testing.T) {
			t.Parallel()
			var own outcome
			for i, s := range all {
				got := r.run(t, s)
				for again := 0; got.silent() && again < 2; again++ { // Wine's own fault, once in a thousand times
					t.Logf("%s: ended without a word, once more", s.name)
					got = r.run(t, s)
				}
				r.judge(t, s, got)
				if i == 0 {
					own = got
				} else if !r.same(got, own) {
					t.Errorf("%s:\n%s\n%s:\n%s", s.name, got, all[0].name, own)
				}
			}
		})
	}
}

// run runs the row in a folder of its own.
func (r row) run(t *testing.T, s system) outcome {
	t.Helper()
	dir := t.TempDir()
	for name, data := range r.files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o700), os.WriteFile(file, []byte(data), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	command := slices.Concat(s.command, r.args)
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Dir = dir
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME"), "LANG=C.UTF-8",
		"WINEPREFIX=" + os.Getenv("WINEPREFIX"), "WINEDEBUG=-all"}, r.env...)
	cmd.Stdin = strings.NewReader(r.stdin)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); cmd.ProcessState == nil || ctx.Err() != nil {
		t.Fatalf("%s: %v\n%s", s.name, cmp.Or(err, ctx.Err()), said.String())
	}
	files := r.remaining(t, dir, !strings.HasPrefix(s.name, "windows/"))
	slashes := r.slashes(files)
	return outcome{cmd.ProcessState.ExitCode(), slashes.Replace(out.String()), slashes.Replace(said.String()), files}
}

// remaining are the files that are new or others now. Where files have modes, nobody
// else may read them.
func (r row) remaining(t *testing.T, dir string, modes bool) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		name := filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator)))
		if before, there := r.files[name]; !there || before != string(data) {
			files[name] = string(data)
			if modes && info.Mode().Perm() != 0o600 {
				t.Errorf("%s has mode %v", name, info.Mode())
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// slashes writes the names of files as on this system, in JSON too.
func (r row) slashes(left map[string]string) *strings.Replacer {
	var pairs []string
	for _, name := range slices.Concat(slices.Collect(maps.Keys(r.files)), slices.Collect(maps.Keys(left))) {
		for _, separator := range []string{`\\`, `\`} {
			pairs = append(pairs, strings.ReplaceAll(name, "/", separator), name)
		}
	}
	return strings.NewReplacer(pairs...)
}

// judge holds an outcome against what the row says.
func (r row) judge(t *testing.T, s system, o outcome) {
	t.Helper()
	if o.code != r.code || !strings.Contains(o.out, r.out) || r.out == "" && o.out != "" || !strings.Contains(o.said, r.said) {
		t.Errorf("%s: want exit code %d, output %q, words %q:\n%s", s.name, r.code, r.out, r.said, o)
	}
	if !slices.Equal(slices.Sorted(maps.Keys(o.files)), slices.Sorted(maps.Keys(r.left))) {
		t.Errorf("%s: want files %q:\n%s", s.name, slices.Sorted(maps.Keys(r.left)), o)
	}
	for name, part := range r.left {
		if !strings.Contains(o.files[name], part) {
			t.Errorf("%s: %s without %q:\n%s", s.name, name, part, o.files[name])
		}
	}
}

// same reports whether the outcome of another system is that of this one.
func (r row) same(a, b outcome) bool {
	return a.code == b.code && (a.out == b.out && a.said == b.said || r.ownWords) && maps.Equal(a.files, b.files)
}

// silent reports whether a program failed without saying so, which this one never does.
func (o outcome) silent() bool { return o.code != 0 && o.out == "" && o.said == "" }

// String is the outcome for people.
func (o outcome) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "exit code %d, output\n%s\nwords\n%s\n", o.code, o.out, o.said)
	for _, name := range slices.Sorted(maps.Keys(o.files)) {
		fmt.Fprintf(&b, "%s\n%s\n", name, o.files[name])
	}
	return b.String()
}
