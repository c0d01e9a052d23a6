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

// reportChecks writes checks, or notes them for --json. It returns the failure that
// they stand for: the highest exit code of all; for programs the first check that has it.
func (c *doctorCommand) reportChecks(checks []account.Check) error {
	worst := &failure{exit: exitOK}
	for _, check := range checks {
		said := c.Check(check)
		c.report.Checks = append(c.report.Checks, checked{check.Code, check.Status, said.Message, said.Hint, walk.CheckLink(check)})
		if exit := checkExit(check); exit > worst.exit {
			worst = (&failure{exit: exit, inJSON: said}).causedBy(callOf(check))
			worst.reason = string(check.Code)
		}
	}
	if !c.json {
		if _, err := io.WriteString(c.Out, c.putChecks(c.report.Checks)); err != nil {
			return c.failed(err)
		}
	}
	c.tell(c.checkSummary(c.report.Checks))
	if worst.exit == exitOK {
		return nil
	}
	return worst
}

// reportUnreadable says of a file that is no configuration what validate does, and
// that nothing else was checked.
func (c *doctorCommand) reportUnreadable(doc *connector.Document) error {
	v := judgement{File: c.file}
	for _, p := range doc.Problems() {
		v.add(c.findingOf(p))
	}
	if !c.json {
		if _, err := io.WriteString(c.Out, putText(c.paint(), v)); err != nil {
			return c.failed(err)
		}
	}
	f := c.unreadable(v)
	f.said = i18n.Message{Message: c.T("doctor.unreadable")}
	return f
}

// unreadable is the failure of a file that is no configuration at all. Programs get
// each error of it with its place; people were told.
func (a *app) unreadable(v judgement) *failure {
	f := &failure{exit: exitProblem, reason: string(account.ConfigurationRefused)}
	for _, p := range v.Problems {
		if p.Severity == problem.Error {
			at := a.T("doctor.at", "line", p.Line, "column", p.Column, "message", p.Message)
			f.inJSON = i18n.Message{Message: a.Join(f.inJSON.Message, at), Hint: cmp.Or(f.inJSON.Hint, p.Hint)}
		}
	}
	return f
}

// checkExit is the exit code of one check. One that is refused to us is not told,
// which is no fault of the configuration.
func checkExit(c account.Check) int {
	err := callOf(c)
	switch {
	case err != nil && exitCode(err) == exitUnreachable:
		return exitUnreachable
	case c.Code == account.TokenMissing: // as missingToken
		return exitUsage
	case c.Status == account.CheckFailed:
		return exitProblem
	}
	return exitOK
}

// callOf is the call that a check is about, nil where there is none.
func callOf(c account.Check) error {
	if c.Err != nil {
		return c.Err
	}
	return c.LogtoErr
}

// putChecks writes a line a check, its hint and its page under it, broken into lines
// for a terminal.
func (c *doctorCommand) putChecks(list []checked) string {
	paint := c.paint()
	var b strings.Builder
	for _, k := range list {
		head := c.T("doctor."+string(k.Status), "mark", checkMarks[k.Status])
		line := hanging(c.Width, c.T("doctor.line", "status", head, "message", k.Message))
		b.WriteString(strings.Replace(line, head, paint.status(k.Status, head), 1) + "\n")
		if k.Hint != "" {
			b.WriteString(margin + paint.faint.Styled(hanging(c.Width, k.Hint)) + "\n")
		}
		if k.link != "" {
			b.WriteString(margin + paint.faint.Styled(k.link) + "\n")
		}
	}
	return b.String()
}

// checkMarks are the marks of checks, so that colour is not needed to tell.
var checkMarks = map[account.CheckStatus]string{
	account.CheckOK: "✓", account.CheckWarning: "!", account.CheckFailed: "✗", account.CheckUnknown: "?",
}

// checkSummary is the line at the end.
func (c *doctorCommand) checkSummary(list []checked) string {
	count := map[account.CheckStatus]int{}
	for _, k := range list {
		count[k.Status]++
	}
	if count[account.CheckOK] == len(list) {
		return c.T("doctor.clean", "n", len(list))
	}
	return c.T("doctor.total", "n", len(list), "failed", count[account.CheckFailed],
		"warnings", count[account.CheckWarning], "unknown", count[account.CheckUnknown])
}
