package walk

import (
	"path/filepath"

	"logto-twilio/connector"
	"logto-twilio/ui/i18n"
)

// Verdict is what is to be said of the answers as they stand.
type Verdict struct {
	Problems []connector.Problem
	Accepted bool // by the newest connector's guard
	Errors   int
	Warnings int
}

// Judge looks at the answers anew; Verdict keeps what it found.
func (w *Walk) Judge() {
	d := w.Result()
	v := Verdict{Problems: d.Problems(), Accepted: connector.Latest().Accepts(d)}
	for _, p := range v.Problems {
		switch p.Severity {
		case connector.Error:
			v.Errors++
		case connector.Warning:
			v.Warnings++
		}
	}
	w.Verdict = v
}

// Wants tells whether a step has an answer that must be mended.
func (w *Walk) Wants(s Step) bool {
	switch s {
	case Review:
		return w.Verdict.Errors > 0
	case Test:
		return w.Sent != nil && w.Sent.Message.Status.Failed()
	case Start, Save:
		return false
	}
	for _, p := range w.Verdict.Problems {
		if at, ok := StepOf(p.Path); ok && at == s && p.Severity == connector.Error {
			return true
		}
	}
	return false
}

// Pending tells whether a step that was reached has not been taken: no test was
// sent, no file saved.
func (w *Walk) Pending(s Step) bool {
	return s == Test && w.Sent == nil || s == Save && w.Saved == ""
}

// Summary is what was answered at a step, in a few words; "" where it was not reached.
func (w *Walk) Summary(p i18n.Printer, s Step) string {
	if s > w.Furthest {
		return ""
	}
	switch s {
	case Start:
		if w.Opened != "" {
			return filepath.Base(w.Opened)
		}
		return p.T("summary.new")
	case Credentials:
		return w.accountSummary(p)
	case Sender:
		if name := w.ServiceName(); name != "" {
			return name
		}
		return short(w.ServiceSID)
	case Templates:
		return p.T("summary.templates", "n", len(w.Templates))
	case Review:
		return w.verdictSummary(p)
	case Test:
		if w.Sent == nil {
			return p.T("summary.not-sent")
		}
		return p.Status(w.Sent.Message.Status).Message
	}
	if w.Saved != "" {
		return filepath.Base(w.Saved)
	}
	return p.T("summary.not-saved")
}

func (w *Walk) accountSummary(p i18n.Printer) string {
	if !w.Checked() {
		if w.AccountSID == "" {
			return ""
		}
		return p.T("summary.unchecked", "sid", short(w.AccountSID))
	}
	return w.Account.FriendlyName
}

func (w *Walk) verdictSummary(p i18n.Printer) string {
	switch v := w.Verdict; {
	case v.Errors > 0:
		return p.T("summary.errors", "n", v.Errors)
	case v.Warnings > 0:
		return p.T("summary.warnings", "n", v.Warnings)
	}
	return p.T("summary.accepted")
}

// short is the beginning of a SID, enough to know it by.
func short(sid string) string {
	if len(sid) > 8 {
		return sid[:8] + "…"
	}
	return sid
}
