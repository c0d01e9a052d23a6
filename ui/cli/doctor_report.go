package cli

import (
	"cmp"
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

// reportChecks writes checks, or notes them for --json, and returns the failure that
// they stand for: the highest exit code of all. For programs the first check that
// has it is the error.
func reportChecks(env Env, tr i18n.Printer, o doctorOptions, checks []account.Check, report *doctorReport) error {
	code := exitOK
	for _, c := range checks {
		said := tr.Check(c)
		report.Checks = append(report.Checks, checked{c.Code, c.Status, said.Message, said.Hint, walk.CheckLink(c)})
		if exit := checkExit(c); exit > code {
			code, report.Error = exit, &reportError{Code: string(c.Code), Message: said.Message, Hint: said.Hint}
			if c.Err != nil {
				report.Error.Status, report.Error.TwilioCode = c.Err.HTTPStatus, c.Err.Code
			}
		}
	}
	if !o.json {
		if _, err := io.WriteString(env.Out, putChecks(env, tr, report.Checks)); err != nil {
			return failed(tr, err)
		}
	}
	tell(env, checkSummary(tr, report.Checks))
	if code == exitOK {
		return nil
	}
	return &failure{code: code}
}

// reportUnreadable says of a file that is no configuration what validate does, and
// that nothing else was checked.
func reportUnreadable(env Env, tr i18n.Printer, o doctorOptions, doc *connector.Document, report *doctorReport) error {
	v := judgement{File: o.file}
	for _, p := range doc.Problems() {
		v.add(tr, p)
	}
	report.Error = unreadable(tr, v)
	if !o.json {
		if _, err := io.WriteString(env.Out, putText(paintFor(env), v)); err != nil {
			return failed(tr, err)
		}
	}
	return &failure{i18n.Message{Message: tr.T("doctor.unreadable")}, exitProblem}
}

// unreadable names for programs why a file is no configuration at all: each error of
// its verdict with its place.
func unreadable(tr i18n.Printer, v judgement) *reportError {
	e := &reportError{Code: string(account.ConfigurationRefused)}
	for _, f := range v.Problems {
		if f.Severity == problem.Error {
			at := tr.T("doctor.at", "line", f.Line, "column", f.Column, "message", f.Message)
			e.Message, e.Hint = tr.Join(e.Message, at), cmp.Or(e.Hint, f.Hint)
		}
	}
	return e
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
