package pipelines

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// command is a command line of this program in a page: a step, a line of its own, or
// between backticks.
var command = regexp.MustCompile("(?:run: |`|(?m:^))(logto-twilio [a-z]+ [^`#\n]*)")

// The commands of the documentation exist, with the flags that they are given: --help
// at their end is only come to when all before it is known.
func TestDocumentedCommandsExist(t *testing.T) {
	bin := install(t)
	pages := files(t, "README.md")
	readme, err := os.ReadFile(filepath.Join(root(t), "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	pages["README.md"] = readme
	for name, data := range pages {
		found := command.FindAllSubmatch(data, -1)
		if len(found) == 0 {
			t.Errorf("%s: no command", name)
		}
		for _, m := range found {
			cmd := exec.CommandContext(t.Context(), "bash", "-c", string(m[1])+" --help")
			cmd.Dir = t.TempDir()
			cmd.Env = []string{"PATH=" + bin + ":/usr/bin:/bin"}
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%s: %s: %v\n%s", name, m[1], err, out)
			}
		}
	}
}
