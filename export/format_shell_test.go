//go:build unix

package export

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"logto-twilio/connector"
)

// shells are those of this machine that read POSIX scripts.
func shells(t *testing.T) []string {
	t.Helper()
	var found []string
	for _, name := range []string{"dash", "bash", "busybox", "zsh", "mksh"} {
		if path, err := exec.LookPath(name); err == nil {
			found = append(found, path)
		}
	}
	if len(found) == 0 {
		return []string{"/bin/sh"}
	}
	return found
}

// inShell runs a script in a shell and returns what it prints.
func inShell(t *testing.T, shell, script string, args ...string) string {
	t.Helper()
	words := append([]string{"-c", script, "sh"}, args...)
	switch filepath.Base(shell) {
	case "busybox":
		words = append([]string{"sh"}, words...)
	case "zsh":
		words = append([]string{"--emulate", "sh"}, words...)
	}
	out, err := exec.CommandContext(t.Context(), shell, words...).Output()
	if err != nil {
		t.Fatalf("%s: %v", shell, err)
	}
	return string(out)
}

// The format env is what a shell reads back, and so does the rest of its file.
func TestShellsReadEnv(t *testing.T) {
	file := filepath.Join(t.TempDir(), "connector.env")
	data := format(t, "env", connector.NewDocument(hardConfig()), FormatOptions{Name: "X_1"})
	if err := os.WriteFile(file, append(data, "AFTER=yes\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, shell := range shells(t) {
		out := inShell(t, shell, `. "$1"; printf '%s\n%s' "$AFTER" "$X_1"`, file)
		value, ok := strings.CutPrefix(out, "yes\n")
		if !ok {
			t.Errorf("%s reads %q", shell, out)
			continue
		}
		sameConfig(t, []byte(value), hardConfig())
	}
}

// A .env file with the token in it gives the token to a shell.
func TestShellsReadTheToken(t *testing.T) {
	file := filepath.Join(t.TempDir(), ".env")
	for _, token := range []string{hidden, `$x "#" é`} {
		data, _, err := SetToken([]byte("TWILIO_AUTH_TOKEN='a\nb' # old\n"), token)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, shell := range shells(t) {
			if got := inShell(t, shell, `. "$1"; printf %s "$TWILIO_AUTH_TOKEN"`, file); got != token {
				t.Errorf("%s reads %q of %q", shell, got, data)
			}
		}
	}
}

func TestShellsReadWords(t *testing.T) {
	words := []string{"plain-word_1.2/3=4,5:6%7+8@9", "", "~", "*", "a b"}
	for _, s := range hard {
		words = append(words, strings.ReplaceAll(s, "\x00", ""))
	}
	line := ShellLine(words)
	if !strings.HasPrefix(line, words[0]+" '' '~' ") {
		t.Errorf("too much is quoted: %s", line)
	}
	for _, shell := range shells(t) {
		want := strings.Join(words, "\x01") + "\x01"
		if got := inShell(t, shell, `printf '%s\001' `+line); got != want {
			t.Errorf("%s reads\n%q\nwant\n%q", shell, got, want)
		}
	}
}
