package walk

import (
	"slices"

	"logto-twilio/connector"
)

// Draft is what a draft keeps of the answers.
func (w *Walk) Draft() Answers {
	a := w.snapshot()
	a.OtherToken = w.AuthToken != w.savedAs.AuthToken
	return a
}

// Resume takes the answers of a draft. The document is the opened file as it is
// now, nil where there was none or it is gone. The token is that of the file or
// the environment, but only where the draft had it from there and for the same
// account: else it has to be asked for. A template is tied to its place in the
// file only where that still holds its type.
func (w *Walk) Resume(a Answers, d *connector.Document) {
	sid, token, number := w.AccountSID, w.AuthToken, w.TestNumber
	if d != nil {
		w.Open(a.Opened, d)
		if w.AuthToken != "" {
			sid, token = w.AccountSID, w.AuthToken
		}
	}
	if a.OtherToken || sid != "" && sid != a.AccountSID {
		token = ""
	}
	inFile := w.Templates
	w.Answers = a
	w.AuthToken, w.OtherToken, w.TestNumber = token, false, number
	w.Furthest, w.HostAsked = a.Step, a.Host != nil
	w.Templates = slices.Clone(a.Templates)
	for i, t := range w.Templates {
		if d == nil || t.Source == 0 || t.Source > len(inFile) || inFile[t.Source-1].UsageType != t.UsageType {
			w.Templates[i].Source = 0
		}
	}
	w.Document = d
	w.savedAs = Answers{AuthToken: token}
}
