package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"logto-twilio/connector"
)

// The exported script is a program of the shell in both languages.
func TestExportedScripts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "connector.json")
	config := demoConfig(presetTemplates(connector.Portable, connector.Chinese)...)
	if err := os.WriteFile(file, connector.NewDocument(config).Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "zh-CN"} {
		script, said, code := run("export", file, "--format", "curl", "--lang", lang)
		if code != exitOK || strings.Contains(script, "⟦") || strings.Contains(script, "@say:") {
			t.Errorf("%s: exit code %d, said %q, and wrote\n%s", lang, code, said, script)
		}
		for _, check := range [][]string{{"sh", "-n"}, {"shellcheck", "-"}} {
			path, err := exec.LookPath(check[0])
			if err != nil {
				t.Logf("%s is not on this machine", check[0])
				continue
			}
			cmd := exec.CommandContext(t.Context(), path, check[1:]...)
			cmd.Stdin = strings.NewReader(script)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%s, %s: %v\n%s", lang, check[0], err, out)
			}
		}
	}
}
