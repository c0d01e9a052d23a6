package walk

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
	"logto-twilio/export"
	"logto-twilio/ui/draft"
)

// DefaultTarget is the file that a new configuration is saved to.
const DefaultTarget = "connector.json"

// TestCode is the code in a test message: the one that Logto's Console sends.
const TestCode = "000000"

// Answers are what was answered. As JSON they are a draft: the auth token and
// the phone number are left out.
type Answers struct {
	Step             Step                   `json:"step"`
	Opened           string                 `json:"opened,omitempty"` // the file that is edited
	Target           string                 `json:"target"`           // the file to save to
	Format           string                 `json:"format,omitempty"` // of the file; see export.Formats
	Host             *string                `json:"host,omitempty"`   // nil: none, as in connector.Config
	AccountSID       string                 `json:"accountSID"`
	AuthToken        string                 `json:"-"`
	OtherToken       bool                   `json:"otherToken,omitempty"` // in a draft: AuthToken was none of a file or the environment
	ServiceSID       string                 `json:"serviceSID"`
	DisableRiskCheck *bool                  `json:"disableRiskCheck,omitempty"`
	Templates        []connector.Template   `json:"templates"`
	TextLanguage     connector.TextLanguage `json:"textLanguage"`
	TestNumber       string                 `json:"-"`
	TestType         connector.UsageType    `json:"testType"`
}

// Walk is all that was answered and found so far. The steps are rebuilt from it
// on every visit, and nothing else holds state.
type Walk struct {
	Answers
	Document *connector.Document // the opened file, nil for a new one
	Origins  map[string]string   // by Question.ID: the environment variable a value came from
	Furthest Step                // the furthest step that was reached

	Account       *account.Account                              // as Twilio answered for the credentials in hand
	Services      []Service                                     // the account's, as far as they were listed
	Listed        bool                                          // Services are all of them
	Numbers       []account.PhoneNumber                         // the account's own, as far as they were listed
	NumbersListed bool                                          // Numbers are all of them
	TollFree      account.Found[[]account.TollFreeVerification] // of the account
	Balance       *account.Balance                              // nil where Twilio did not say
	Verified      account.Found[[]string]                       // the numbers that a trial account can text
	Sent          *account.Delivery                             // the last test message
	SavedFiles    []string                                      // where it was saved, the format's file first; none until then
	SavedFormat   string                                        // the format it was saved in
	Logto         LogtoAnswers                                  // where to push to
	Pushed        string                                        // the host of the Logto that has the configuration, empty until then
	Git           export.GitStatus                              // of the saved file
	LastStep      LastStep                                      // in that Logto
	Verdict       Verdict                                       // of the answers as they were when Judge was last called

	// Abandoned are the drafts that can be resumed, the newest first.
	Abandoned []draft.Info
	// Unopened is the file of the command line that could not be opened, until that
	// was said; nil for none.
	Unopened *Unopened
	// HostAsked: the host of another region is a question of this walk.
	HostAsked bool
	// TypedSID is the SID of a service that was typed and cannot be one, kept for
	// when somebody comes back to it.
	TypedSID string
	// AccountChanged: a service was created or a number bought on this walk, or may
	// have been.
	AccountChanged bool
	// spending: Twilio was asked for what it bills, and has not answered yet.
	spending bool

	proofCode string // the code that was typed last
	savedAs   Answers
	// zeroMeant is a number of which the person said that its 0 belongs there.
	zeroMeant string
	holders   map[string]string // by the SID of a number: the SID of its service
	checked   identity          // whose Account is
	// unchecked is why Twilio did not say whose the credentials of uncheckedOf are.
	unchecked   *account.CallError
	uncheckedOf identity
}

// New starts a walk with the portable templates in a language.
func New(l connector.TextLanguage) *Walk {
	w := &Walk{Origins: map[string]string{}, holders: map[string]string{}}
	w.Target, w.TextLanguage, w.TestType = DefaultTarget, l, connector.Generic
	w.Templates = defaults(connector.Portable, l)
	w.savedAs = w.snapshot()
	return w
}

func defaults(p connector.Preset, l connector.TextLanguage) []connector.Template {
	var ts []connector.Template
	for _, u := range p.UsageTypes() {
		ts = append(ts, connector.Template{UsageType: u, Content: connector.DefaultText(u, l)})
	}
	return ts
}

// CanOpen reports whether the walk can edit a document: an object, whatever it holds.
func CanOpen(d *connector.Document) bool { return d.Root.Is(jsondoc.Object) }

// Open takes the answers from a document that was read from path, which it is saved to
// where it can be written back there.
func (w *Walk) Open(path string, d *connector.Document) {
	c := d.Config()
	w.Document, w.Opened, w.Target = d, path, path
	if !d.InPlace() {
		w.Target = filepath.Join(filepath.Dir(path), DefaultTarget)
	}
	w.Host, w.HostAsked = c.Host, c.Host != nil
	w.AccountSID, w.AuthToken, w.ServiceSID = c.AccountSID, c.AuthToken, c.FromMessagingServiceSID
	w.DisableRiskCheck, w.Templates = c.DisableRiskCheck, c.Templates
	w.Origins = map[string]string{}
	w.ForgetServices()
	w.Account, w.Balance, w.Sent, w.SavedFiles = nil, nil, nil, nil
	w.savedAs = w.snapshot()
}

// Config is the configuration that the answers make.
func (w *Walk) Config() connector.Config {
	return connector.Config{
		Host: w.Host, AccountSID: w.AccountSID, AuthToken: w.AuthToken, FromMessagingServiceSID: w.ServiceSID,
		DisableRiskCheck: w.DisableRiskCheck, Templates: w.Templates,
	}
}

// Result is the document that would be saved: the opened one, edited, or a new one.
func (w *Walk) Result() *connector.Document {
	if w.Document != nil {
		return w.Document.With(w.Config())
	}
	return connector.NewDocument(w.Config())
}

// Reach notes that a step was reached.
func (w *Walk) Reach(s Step) {
	w.Step = s
	w.Furthest = max(w.Furthest, s)
}

// SetAccount notes what Twilio answered for the credentials in hand; the balance
// is nil where it did not say.
func (w *Walk) SetAccount(a account.Account, b *account.Balance) {
	w.Account, w.Balance, w.checked = &a, b, w.identity()
}

// NoteUnchecked notes why there is no account for the credentials in hand.
func (w *Walk) NoteUnchecked(err error) {
	w.unchecked, w.uncheckedOf = nil, w.identity()
	errors.As(err, &w.unchecked)
}

// Checked reports whether Twilio has answered for the credentials in hand.
func (w *Walk) Checked() bool {
	return w.Account != nil && w.checked == w.identity()
}

// SetCredentials changes the credentials; what was found with others is forgotten.
func (w *Walk) SetCredentials(sid, token string) {
	if sid == w.AccountSID && token == w.AuthToken {
		return
	}
	w.AccountSID, w.AuthToken = sid, token
	w.forgetAccount()
}

// Unsaved reports whether there are answers that no file holds.
func (w *Walk) Unsaved() bool {
	return !equal(w.savedAs, w.snapshot())
}

// MarkUnchanged takes the answers in hand as those that need no saving.
func (w *Walk) MarkUnchanged() { w.savedAs = w.snapshot() }

// MarkSaved notes that the answers are in the files at paths, that of the format first,
// and what git would do with the one that holds the auth token.
func (w *Walk) MarkSaved(git export.GitStatus, paths ...string) {
	w.SavedFiles, w.Target, w.SavedFormat, w.Git = paths, paths[0], w.SaveFormat().Name, git
	w.savedAs = w.snapshot()
}

// Saved is the file that holds the configuration, "" where none was written.
func (w *Walk) Saved() string {
	if len(w.SavedFiles) == 0 {
		return ""
	}
	return w.SavedFiles[0]
}

// snapshot copies what a file would hold.
func (w *Walk) snapshot() Answers {
	a := w.Answers
	a.Templates = slices.Clone(w.Templates)
	return a
}

func equal(a, b Answers) bool {
	return same(a.Host, b.Host) && a.AccountSID == b.AccountSID && a.AuthToken == b.AuthToken && a.ServiceSID == b.ServiceSID &&
		same(a.DisableRiskCheck, b.DisableRiskCheck) && slices.Equal(a.Templates, b.Templates)
}

// same reports whether two answers, which may be missing, are equal.
func same[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// MaskReport keeps the auth token out of the report of a crash.
func (w *Walk) MaskReport(report string) string {
	report = redact.Tokens(report, redact.Mask)
	if w.AuthToken != "" {
		report = strings.ReplaceAll(report, w.AuthToken, redact.Mask)
	}
	return report
}
