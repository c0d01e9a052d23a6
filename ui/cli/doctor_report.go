package cli

import (
	"io"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/ui/i18n"
)

// checked is a check in words; the tags are those of --json.
type checked struct {
	Code    connector.Code        `json:"code"`
	Status  connector.CheckStatus `json:"status"`
	Message string                `json:"message"`
	Hint    string                `json:"hint"`
}

// reportChecks writes checks, and returns the failure that they stand for: the
// highest exit code of all.
func reportChecks(env Env, tr i18n.Printer, checks []connector.Check, asJSON bool) error {
	list := make([]checked, len(checks))
	code := exitOK
	for i, c := range checks {
		said := tr.Check(c)
		list[i] = checked{c.Code, c.Status, said.Message, said.Hint}
		code = max(code, checkExit(c))
	}
	var err error
	if asJSON {
		err = writeJSON(env.Out, map[string][]checked{"checks": list})
	} else {
		_, err = io.WriteString(env.Out, putChecks(env, tr, list))
	}
	if err != nil {
		return failed(tr, err)
	}
	tell(env, checkSummary(tr, list))
	if code == exitOK {
		return nil
	}
	return &failure{code: code}
}

// checkExit is the exit code of one check. One that is refused to us is not told,
// which is no fault of the configuration.
func checkExit(c connector.Check) int {
	switch {
	case c.Err != nil && exitCode(c.Err) == exitUnreachable:
		return exitUnreachable
	case c.Status == connector.CheckFailed:
		return exitProblem
	}
	return exitOK
}

// putChecks writes a line a check, and its hint under it, broken into lines for a
// terminal.
func putChecks(env Env, tr i18n.Printer, list []checked) string {
	paint := paintFor(env)
	var b strings.Builder
	for _, c := range list {
		head := tr.T("doctor."+string(c.Status), "mark", checkMarks[c.Status])
		line := hanging(env.Width, margin, tr.T("doctor.line", "status", head, "message", c.Message))
		b.WriteString(strings.Replace(line, head, paint.status(c.Status, head), 1) + "\n")
		if c.Hint != "" {
			b.WriteString(margin + paint.faint.Styled(hanging(env.Width, margin, c.Hint)) + "\n")
		}
	}
	return b.String()
}

// checkMarks are the marks of checks, so that colour is not needed to tell.
var checkMarks = map[connector.CheckStatus]string{
	connector.CheckOK: "✓", connector.CheckWarning: "!", connector.CheckFailed: "✗", connector.CheckUnknown: "?",
}

// checkSummary is the line at the end.
func checkSummary(tr i18n.Printer, list []checked) string {
	count := map[connector.CheckStatus]int{}
	for _, c := range list {
		count[c.Status]++
	}
	if count[connector.CheckOK] == len(list) {
		return tr.T("doctor.clean", "n", len(list))
	}
	return tr.T("doctor.total", "n", len(list), "failed", count[connector.CheckFailed],
		"warnings", count[connector.CheckWarning], "unknown", count[connector.CheckUnknown])
}
