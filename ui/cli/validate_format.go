package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/export"
)

// putDiff writes what was or would be mended in a file.
func (a *app) putDiff(p colours, v judgement) string {
	if len(v.diff) == 0 {
		return ""
	}
	var b strings.Builder
	file := redact.Line(v.File, jsondoc.MaxSize)
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", file, file)
	for _, l := range v.diff {
		switch l.Kind {
		case export.Added:
			fmt.Fprintln(&b, p.good.Styled("+ "+l.Text))
		case export.Removed:
			fmt.Fprintln(&b, p.bad.Styled("- "+l.Text))
		case export.Changed:
			fmt.Fprintln(&b, p.odd.Styled("~ "+l.Text+" "+a.T("save.changed")))
		case export.Skipped:
			fmt.Fprintln(&b, p.faint.Styled("  "+a.T("save.skipped", "n", l.Count)))
		default:
			fmt.Fprintln(&b, "  "+l.Text)
		}
	}
	return b.String()
}

// putJSON writes a verdict, or another value of texts and numbers alone, as one line
// of JSON.
func putJSON(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // texts and numbers alone: nothing that could fail
	return strings.TrimSuffix(b.String(), "\n")
}

// gitHubCommands are the workflow commands that annotate a file in a pull request
// (docs.github.com, "Workflow commands for GitHub Actions").
var gitHubCommands = map[problem.Severity]string{
	problem.Error: "error", problem.Warning: "warning", problem.Info: "notice",
}

// What a workflow command cannot hold as it is, in its message and in its
// parameters (actions/toolkit, packages/core/src/command.ts).
var (
	gitHubMessage   = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	gitHubParameter = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// harmless replaces what a terminal would obey in the name of a file, but for the
// line ends, which have an escape. Blanks stay: it has to remain that file's.
func harmless(r rune) rune {
	if unicode.IsControl(r) && r != '\r' && r != '\n' || unicode.Is(unicode.Bidi_Control, r) {
		return unicode.ReplacementChar
	}
	return r
}

// putGitHub writes a verdict as annotations of a pull request.
func putGitHub(v judgement) string {
	var b strings.Builder
	path := filepath.ToSlash(filepath.Clean(v.File)) // ./FILE is no path of a repository
	file := gitHubParameter.Replace(strings.Map(harmless, path))
	for _, f := range v.Problems {
		message := fmt.Sprintf("%s (%s)", f.Message, f.Code)
		if f.Hint != "" {
			message += "\n" + f.Hint
		}
		fmt.Fprintf(&b, "::%s file=%s,line=%d,col=%d::%s\n",
			gitHubCommands[f.Severity], file, f.Line, f.Column, gitHubMessage.Replace(message))
	}
	return b.String()
}

// fileList is the document of validate, {"files":[…],"error":…}. It is written as the
// files are judged, a line each, so that many of them need no memory.
type fileList struct {
	ended
	out *bufio.Writer // remembers what went wrong until finish
	n   int           // files that were added
}

func newFileList(w io.Writer) *fileList { return &fileList{out: bufio.NewWriter(w)} }

// add adds a file, written by [putJSON].
func (l *fileList) add(file string) {
	l.next()
	_, _ = l.out.WriteString("\n" + file)
	l.n++
}

// next writes what stands before an entry.
func (l *fileList) next() {
	if l.n == 0 {
		_, _ = l.out.WriteString(`{"files":[`)
	} else {
		_, _ = l.out.WriteString(",")
	}
}

// finish writes the end, error in it.
func (l *fileList) finish() error {
	if l.n == 0 {
		l.next()
	}
	_, _ = l.out.WriteString("\n],\"error\":" + putJSON(l.Error) + "}\n")
	return l.out.Flush()
}
