package pipelines

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// runner runs composite actions as GitHub's runner does, as far as ours need it: the
// steps with "run" under its bash, with "if", "env", outputs and additions to the
// PATH. Of a step with "uses" it notes the name.
type runner struct {
	t         *testing.T
	workspace string            // where the steps run
	temp      string            // RUNNER_TEMP
	cacheHit  bool              // what actions/cache answers
	known     map[string]string // what expressions can name
	path      string
	used      []string
}

// newRunner makes a runner for one run of an action.
func newRunner(t *testing.T, workspace, temp string) *runner {
	return &runner{t: t, workspace: workspace, temp: temp, known: map[string]string{}, path: os.Getenv("PATH")}
}

// run runs an action with these inputs, the others as it has them by default. It
// returns what the steps wrote and the exit code of the first that failed.
func (r *runner) run(a action, inputs map[string]string) (string, int) {
	r.t.Helper()
	for name, input := range a.Inputs {
		r.known["inputs."+name] = input.Default
	}
	for name, value := range inputs {
		if _, ok := a.Inputs[name]; !ok {
			r.t.Fatalf("the action has no input %s", name)
		}
		r.known["inputs."+name] = value
	}
	var all strings.Builder
	for _, s := range a.Runs.Steps {
		if s.If != "" && !r.holds(s.If) {
			continue
		}
		if s.Uses != "" {
			r.use(s)
			continue
		}
		out, code := r.script(s)
		all.WriteString(out)
		if code != 0 {
			return all.String(), code
		}
	}
	return all.String(), 0
}

// use notes an action that a step uses. That the program is in the cache is
// actions/cache's to say.
func (r *runner) use(s step) {
	name, _, _ := strings.Cut(s.Uses, "@")
	r.used = append(r.used, name)
	for _, value := range s.With {
		r.expand(value)
	}
	if name == "actions/cache" && r.cacheHit {
		r.known["steps."+s.ID+".outputs.cache-hit"] = "true"
	} else if name == "actions/cache" {
		r.known["steps."+s.ID+".outputs.cache-hit"] = ""
	}
}

// script runs the commands of a step.
func (r *runner) script(s step) (string, int) {
	r.t.Helper()
	if s.Shell != "bash" {
		r.t.Fatalf("step %q: a composite action has to name its shell", s.Name)
	}
	dir := r.t.TempDir()
	file := func(name, data string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
			r.t.Fatal(err)
		}
		return file
	}
	output, path := file("output", ""), file("path", "")
	cmd := exec.CommandContext(r.t.Context(), "bash", "--noprofile", "--norc", "-eo", "pipefail", file("script.sh", s.Run))
	cmd.Dir = r.workspace
	cmd.Env = []string{
		"PATH=" + r.path, "HOME=" + os.Getenv("HOME"), "LANG=C.UTF-8", "GITHUB_ACTIONS=true", "CI=true",
		"GITHUB_OUTPUT=" + output, "GITHUB_PATH=" + path, "GITHUB_WORKSPACE=" + r.workspace,
		"GITHUB_ACTION_PATH=" + filepath.Join(root(r.t), ".github", "actions", "validate"),
		"RUNNER_TEMP=" + r.temp, "RUNNER_OS=" + runtime.GOOS, "RUNNER_ARCH=" + runtime.GOARCH,
	}
	for name, value := range s.Env {
		cmd.Env = append(cmd.Env, name+"="+r.expand(value))
	}
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		r.t.Fatal(err)
	}
	for _, line := range lines(r.t, output) {
		name, value, _ := strings.Cut(line, "=")
		r.known["steps."+s.ID+".outputs."+name] = value
	}
	for _, line := range lines(r.t, path) {
		r.path = line + string(os.PathListSeparator) + r.path
	}
	return string(out), cmd.ProcessState.ExitCode()
}

// lines are those of a file.
func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.FieldsFunc(string(data), func(c rune) bool { return c == '\n' })
}

// expression is what GitHub replaces.
var expression = regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)

// expand replaces the expressions of a text.
func (r *runner) expand(s string) string {
	return expression.ReplaceAllStringFunc(s, func(whole string) string {
		return r.value(expression.FindStringSubmatch(whole)[1])
	})
}

// comparison is the one kind of condition that our steps need.
var comparison = regexp.MustCompile(`^(\S+) (==|!=) '([^']*)'$`)

// holds reports whether the condition of a step holds.
func (r *runner) holds(condition string) bool {
	for _, part := range strings.Split(condition, " && ") {
		m := comparison.FindStringSubmatch(part)
		if m == nil {
			r.t.Fatalf("the condition %q is of a kind that this runner does not know", part)
		}
		if (r.value(m[1]) == m[3]) != (m[2] == "==") {
			return false
		}
	}
	return true
}

// value is what a name stands for. GitHub takes an unknown one for empty: here it is
// a mistake.
func (r *runner) value(name string) string {
	value, ok := r.known[name]
	if !ok {
		r.t.Fatalf("%s is nowhere set", name)
	}
	return value
}
