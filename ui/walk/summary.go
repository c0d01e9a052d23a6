package walk

import (
	"path/filepath"

	"logto-twilio/ui/i18n"
)

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
		if ServiceSID.Check(w.ServiceSID) != nil { // nobody would know it by that
			return ""
		}
		return short(w.ServiceSID)
	case Templates:
		return p.T("summary.templates", "n", len(w.Templates))
	case Review:
		return w.verdictSummary(p)
	case Test:
		return w.testSummary(p)
	}
	if w.Saved() != "" {
		return filepath.Base(w.Saved())
	}
	return p.T("summary.not-saved")
}

func (w *Walk) accountSummary(p i18n.Printer) string {
	if !w.Checked() {
		if AccountSID.Check(w.AccountSID) != nil { // it may even be the token
			return ""
		}
		if Failed(w.AccountChecks()) {
			return p.T("summary.account-refused", "sid", short(w.AccountSID))
		}
		return p.T("summary.unchecked", "sid", short(w.AccountSID))
	}
	return w.Account.FriendlyName
}

func (w *Walk) testSummary(p i18n.Printer) string {
	d := w.Sent
	switch {
	case d == nil:
		return p.T("summary.not-sent")
	case d.Err != nil && d.Err.OutcomeUnknown:
		return p.T("summary.unknown")
	case d.Err != nil && d.Err.Code != 0:
		return p.T("summary.refused", "code", d.Err.Code)
	case d.Err != nil || d.Message.Status == "":
		return p.T("summary.not-sent")
	}
	return p.Status(d.Message.Status).Message
}

func (w *Walk) verdictSummary(p i18n.Printer) string {
	switch v := w.Verdict; {
	case v.Errors > 0:
		return p.T("summary.errors", "n", v.Errors)
	case v.Warnings > 0:
		return p.T("summary.warnings", "n", v.Warnings)
	case v.Unchecked > 0:
		return p.T("summary.not-checked", "n", v.Unchecked)
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
