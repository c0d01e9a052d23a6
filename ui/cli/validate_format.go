package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// putDiff writes what was or would be mended in a file.
func putDiff(tr i18n.Printer, p paint, v judgement) string {
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
			fmt.Fprintln(&b, p.odd.Styled("~ "+l.Text+" "+tr.T("save.changed")))
		case export.Skipped:
			fmt.Fprintln(&b, p.faint.Styled("  "+tr.T("save.skipped", "n", l.Count)))
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
