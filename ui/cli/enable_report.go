package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/signin"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// showUses says what SMS is used for.
func (c *enableCommand) showUses(look walk.SignInLook) {
	c.tell(c.T("enable.today", "host", c.client.Host()))
	for _, l := range look.UsesText(c.Printer) {
		c.tell("", c.Join(l.Text, l.Why))
	}
	if look.NeverUsed() {
		c.tell(c.T("enable.never"))
	}
}

// showUndo says what leads back from a change, on a line of its own that can be copied.
func (c *enableCommand) showUndo(plan signin.Plan) {
	c.tell(c.T("enable.undo"))
	fmt.Fprintln(c.Err, margin+printableJSON(plan.Undo))
}

// printableJSON is JSON with what a terminal would not just print escaped, which is in
// strings alone.
func printableJSON(data []byte) string {
	var b strings.Builder
	for _, r := range string(data) {
		switch {
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// enableReport is what --json writes. Its shape is stable, and the help describes it;
// message and hint follow the language, all else does not.
type enableReport struct {
	Endpoint string          `json:"endpoint"` // "" where no Logto was named
	Resource string          `json:"resource"`
	Uses     []reportUse     `json:"uses"`
	Before   json.RawMessage `json:"before"` // the settings that have to do with SMS; null where they could not be read
	After    json.RawMessage `json:"after"`  // null where they were not read afterwards
	Patch    json.RawMessage `json:"patch"`  // null where nothing has to be written, or must not be
	Undo     json.RawMessage `json:"undo"`
	Changes  []signInChange  `json:"changes"`
	Notices  []signInNotice  `json:"notices"`
	Outcome  logto.Outcome   `json:"outcome"`
	Test     *reportProof    `json:"test"` // null where no code was sent
	ended
}

// reportUse is a use of SMS in a report.
type reportUse struct {
	Use   signin.Use   `json:"use"`
	State signin.State `json:"state"`
	Why   signin.Code  `json:"why"` // "" where that is plain
}

// signInChange is a change of the sign-in experience in a report. Old and New are JSON
// values, null where there is none.
type signInChange struct {
	Code signin.ChangeCode `json:"code"`
	Path string            `json:"path"`
	Old  json.RawMessage   `json:"old"`
	New  json.RawMessage   `json:"new"`
}

// signInNotice is what is to be known of a change, in a report.
type signInNotice struct {
	Code     signin.Code      `json:"code"`
	Severity problem.Severity `json:"severity"`
	Use      signin.Use       `json:"use"` // "" for all of it
	Message  string           `json:"message"`
	Hint     string           `json:"hint"`
}

// reportProof is what became of a code.
type reportProof struct {
	Sent   walk.LogtoTest `json:"sent"`
	Proved bool           `json:"proved"`
}

// newEnableReport is the report of a command that has not begun.
func newEnableReport() *enableReport {
	return &enableReport{
		Outcome: logto.Unchanged,
		Uses:    []reportUse{}, Changes: []signInChange{}, Notices: []signInNotice{},
	}
}

// looked notes what was found.
func (r *enableReport) looked(look walk.SignInLook) {
	for _, u := range signin.Uses(look.Experience, look.Facts) {
		r.Uses = append(r.Uses, reportUse(u))
	}
	r.Before = look.Experience.Fields()
	r.After = r.Before
}

// planned notes a plan, and what is to be known of it.
func (r *enableReport) planned(p i18n.Printer, plan signin.Plan, notices []signin.Notice) {
	r.Patch, r.Undo = plan.Patch, plan.Undo
	for _, x := range plan.Changes {
		r.Changes = append(r.Changes, signInChange{x.Code, x.Path, value(x.Old), value(x.New)})
	}
	for _, n := range notices {
		said := p.SignInNotice(n)
		r.Notices = append(r.Notices, signInNotice{n.Code, n.Severity, n.Use, said.Message, said.Hint})
	}
}

// changed notes how a change ended.
func (r *enableReport) changed(result logto.SignInResult) {
	r.Outcome = result.Outcome
	switch {
	case result.Looked:
		r.After = result.Now.Fields()
	case result.Outcome != logto.Unchanged:
		r.After = nil
	}
}
