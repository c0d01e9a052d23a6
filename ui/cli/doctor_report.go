package cli

import (
	"cmp"
	"errors"
	"io"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// checked is a check in words; the tags are those of --json.
type checked struct {
	Code    problem.Code        `json:"code"`
	Status  account.CheckStatus `json:"status"`
	Message string              `json:"message"`
	Hint    string              `json:"hint"`

	link string // the page on which the matter is settled, "" for none; for people alone
}

// reportChecks writes checks, and returns the failure that they stand for: the
// highest exit code of all.
func reportChecks(env Env, tr i18n.Printer, checks []account.Check, asJSON bool) error {
	list := make([]checked, len(checks))
	code := exitOK
	for i, c := range checks {
		said := tr.Check(c)
		list[i] = checked{c.Code, c.Status, said.Message, said.Hint, walk.CheckLink(c)}
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

// reportUnreadable says of a file that is no configuration what validate does, and
// that nothing else was checked. For programs it is a single check that failed.
func reportUnreadable(env Env, tr i18n.Printer, o doctorOptions, doc *connector.Document) error {
	c := checked{Code: account.ConfigurationRefused, Status: account.CheckFailed}
	v := verdict{File: o.file}
	for _, p := range doc.Problems() {
		v.add(tr, p)
	}
	for _, f := range v.Problems {
		if f.Severity == problem.Error {
			at := tr.T("doctor.at", "line", f.Line, "column", f.Column, "message", f.Message)
			c.Message, c.Hint = tr.Join(c.Message, at), cmp.Or(c.Hint, f.Hint)
		}
	}
	var err error
	if o.json {
		err = writeJSON(env.Out, map[string][]checked{"checks": {c}})
	} else {
		_, err = io.WriteString(env.Out, putText(paintFor(env), v))
	}
	if err != nil {
		return failed(tr, err)
	}
	return &failure{i18n.Said{Message: tr.T("doctor.unreadable")}, exitProblem}
}

// reportUnchecked says that nothing could be checked: for programs as a single check,
// whose code is the reason. It returns err.
func reportUnchecked(env Env, tr i18n.Printer, o doctorOptions, err error) error {
	var f *failure
	if !o.json || !errors.As(err, &f) {
		return err
	}
	c := checked{Code: problem.Code(reasonOf(err)), Status: account.CheckFailed, Message: f.said.Message, Hint: f.said.Hint}
	if f.code == exitInterrupted {
		c.Status = account.CheckUnknown
	}
	if e := writeJSON(env.Out, map[string][]checked{"checks": {c}}); e != nil {
		return failed(tr, e)
	}
	return err
}

// checkExit is the exit code of one check. One that is refused to us is not told,
// which is no fault of the configuration.
func checkExit(c account.Check) int {
	switch {
	case c.Err != nil && exitCode(c.Err) == exitUnreachable:
		return exitUnreachable
	case c.Code == account.TokenMissing: // as missingToken
		return exitUsage
	case c.Status == account.CheckFailed:
		return exitProblem
	}
	return exitOK
}

// putChecks writes a line a check, its hint and its page under it, broken into lines
// for a terminal.
func putChecks(env Env, tr i18n.Printer, list []checked) string {
	paint := paintFor(env)
	var b strings.Builder
	for _, c := range list {
		head := tr.T("doctor."+string(c.Status), "mark", checkMarks[c.Status])
		line := hanging(env.Width, tr.T("doctor.line", "status", head, "message", c.Message))
		b.WriteString(strings.Replace(line, head, paint.status(c.Status, head), 1) + "\n")
		if c.Hint != "" {
			b.WriteString(margin + paint.faint.Styled(hanging(env.Width, c.Hint)) + "\n")
		}
		if c.link != "" {
			b.WriteString(margin + paint.faint.Styled(c.link) + "\n")
		}
	}
	return b.String()
}

// checkMarks are the marks of checks, so that colour is not needed to tell.
var checkMarks = map[account.CheckStatus]string{
	account.CheckOK: "✓", account.CheckWarning: "!", account.CheckFailed: "✗", account.CheckUnknown: "?",
}

// checkSummary is the line at the end.
func checkSummary(tr i18n.Printer, list []checked) string {
	count := map[account.CheckStatus]int{}
	for _, c := range list {
		count[c.Status]++
	}
	if count[account.CheckOK] == len(list) {
		return tr.T("doctor.clean", "n", len(list))
	}
	return tr.T("doctor.total", "n", len(list), "failed", count[account.CheckFailed],
		"warnings", count[account.CheckWarning], "unknown", count[account.CheckUnknown])
}
