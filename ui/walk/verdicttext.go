package walk

import (
	"strconv"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/i18n"
)

// VerdictText says whether Logto accepts what would be saved, and which releases do.
func (w *Walk) VerdictText(p i18n.Printer) (account.CheckStatus, string) {
	version := connector.Latest().To
	if !w.Verdict.Accepted {
		return account.CheckFailed, p.T("review.refused", "version", version)
	}
	if n := w.Verdict.Errors; n > 0 {
		return account.CheckWarning, p.T("review.accepted-but", "version", version, "n", n)
	}
	var refusing []string
	doc := w.Result()
	for _, release := range connector.Releases() {
		if !release.Accepts(doc) {
			refusing = append(refusing, release.To)
		}
	}
	if len(refusing) == 0 {
		return account.CheckOK, p.T("review.accepted-by-all")
	}
	return account.CheckOK, p.T("review.accepted", "version", version, "refusing", refusing, "n", len(refusing))
}

// FileText says how the file that was opened stands, and what of it was taken.
func (w *Walk) FileText(p i18n.Printer) (account.CheckStatus, string) {
	status, key := account.CheckOK, "review.file-accepted"
	found := w.Document.FoundIn()
	switch {
	case !w.Verdict.Accepted:
		status, key = account.CheckFailed, "review.file-refused"
	case !connector.Latest().Accepts(w.Document):
		status, key = account.CheckWarning, "review.file-mended"
	case len(found) > 0:
		key = "review.taken-accepted"
	}
	text := p.T(key, "version", connector.Latest().To)
	if len(found) > 0 {
		text = p.Problem(found[0]).Message + "\n" + text
	}
	text += "\n" + p.T("review.counts", "errors", w.Verdict.Errors, "warnings", w.Verdict.Warnings)
	if n := w.Verdict.Unchecked; n > 0 {
		text = p.Join(text, p.T("review.not-checked", "n", n))
	}
	return status, text
}

// Where names a place of the configuration (a JSON Pointer) as a person would, ""
// where its problem does so.
func (w *Walk) Where(p i18n.Printer, path string) string {
	parts := strings.Split(path, "/")
	if len(parts) < 3 || parts[1] != "templates" {
		return ""
	}
	i, err := strconv.Atoi(parts[2])
	if err != nil || i >= len(w.Templates) {
		return ""
	}
	return p.T("review.template", "n", i+1, "type", redact.Line(string(w.Templates[i].UsageType), 30))
}
