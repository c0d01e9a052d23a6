package pipelines

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
)

// lint is what actionlint finds wrong in a workflow of this repository.
func lint(t *testing.T, name string, data []byte) {
	t.Helper()
	project, err := actionlint.NewProject(root(t))
	if err != nil {
		t.Fatal(err)
	}
	linter, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{Shellcheck: "shellcheck"})
	if err != nil {
		t.Fatal(err)
	}
	found, err := linter.Lint(name, data, project)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range found {
		t.Errorf("%s:%d:%d: %s", name, e.Line, e.Column, e.Message)
	}
}

// files are those under .github with one of these ends, with what they hold.
func files(t *testing.T, ends ...string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir(filepath.Join(root(t), ".github"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		for _, end := range ends {
			if strings.HasSuffix(name, end) {
				all[name], err = os.ReadFile(name)
			}
		}
		return err
	})
	if err != nil || len(all) == 0 {
		t.Fatalf("%d files: %v", len(all), err)
	}
	return all
}

func TestWorkflowsLint(t *testing.T) {
	for name, data := range files(t, ".yml") {
		if filepath.Base(filepath.Dir(name)) == "workflows" {
			lint(t, name, data)
			if !strings.Contains(string(data), "\npermissions:") {
				t.Errorf("%s: no permissions for the whole workflow, so that a new job has all", name)
			}
		}
	}
}

// yamlBlock is a piece of YAML in a page.
var yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// The workflows in the documentation are workflows.
func TestDocumentedWorkflowsLint(t *testing.T) {
	found := 0
	for name, data := range files(t, "README.md") {
		for _, m := range yamlBlock.FindAllSubmatch(data, -1) {
			if strings.Contains(string(m[1]), "jobs:") {
				found++
				lint(t, name, m[1])
			}
		}
	}
	if found == 0 {
		t.Error("no workflow in the documentation")
	}
}

// Every action is pinned by commit, with the release that it is of; the same one
// everywhere.
func TestActionsArePinned(t *testing.T) {
	uses := regexp.MustCompile(`(?m)^\s*(?:- )?uses: *(.*)$`)
	pinned := regexp.MustCompile(`^([\w.-]+/[\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$`)
	own := regexp.MustCompile(`^(\./\.github/|logto-twilio/logto-twilio/\.github/actions/validate@COMMIT$)`)
	seen := map[string]string{}
	for name, data := range files(t, ".yml", ".md") {
		for _, m := range uses.FindAllSubmatch(data, -1) {
			what := string(m[1])
			if own.MatchString(what) {
				continue
			}
			p := pinned.FindStringSubmatch(what)
			if p == nil {
				t.Errorf("%s: %s is not pinned by commit", name, what)
				continue
			}
			if before := seen[p[1]]; before != "" && before != what {
				t.Errorf("%s: %s, elsewhere %s", name, what, before)
			}
			seen[p[1]] = what
		}
	}
}

// What comes from outside reaches a shell by the environment alone.
func TestNoExpressionInAShell(t *testing.T) {
	for _, name := range []string{".github/actions/validate/action.yml"} {
		var a action
		readYAML(t, name, &a)
		for _, s := range a.Runs.Steps {
			if strings.Contains(s.Run, "${{") {
				t.Errorf("%s: step %q has an expression in its commands", name, s.Name)
			}
		}
	}
	for name := range files(t, ".yml") {
		var w struct {
			Jobs map[string]struct{ Steps []step }
		}
		rel, err := filepath.Rel(root(t), name)
		if err != nil {
			t.Fatal(err)
		}
		readYAML(t, filepath.ToSlash(rel), &w)
		for job, j := range w.Jobs {
			for _, s := range j.Steps {
				if strings.Contains(s.Run, "${{") {
					t.Errorf("%s: job %s, step %q has an expression in its commands", rel, job, s.Name)
				}
			}
		}
	}
}
