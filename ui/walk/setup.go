package walk

import (
	"cmp"
	"context"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
	"logto-twilio/export"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/i18n"
)

// Setup is what a walk works with, whichever way it is shown. It is set up once.
type Setup struct {
	Walk *Walk
	Lang i18n.Lang

	// Connect returns the client for an account; host is that of the configuration.
	Connect func(accountSID, authToken string, host *string) Twilio
	// ConnectLogto returns the client for a Logto; the endpoint is one that
	// logto.ParseEndpoint takes.
	ConnectLogto func(LogtoAnswers) Logto
	// Dir is the folder that the program was started in.
	Dir string
	// Home is the folder that a leading ~ stands for.
	Home string
	// Getenv reads the environment; the demo's is empty.
	Getenv func(string) string
	// Read reads a configuration file.
	Read func(path string) ([]byte, error)
	// GitState reports whether git would take a file.
	GitState func(context.Context, string) export.GitStatus
	// Now is the clock, time.Now where it is nil.
	Now func() time.Time

	// Demo: the account is simulated.
	Demo bool
	// DemoEmptySID is the demo's account without a service and a number;
	// DemoEmptyNumber is a number that can be texted from whatever is bought there.
	DemoEmptySID, DemoEmptyNumber string
	// Phone is the text that arrived last at a simulated phone, "" for none yet; nil
	// where phones are real.
	Phone func(number string) string
	// BaseURL is --twilio-url, to be shown.
	BaseURL string
	// Drafts are kept here; nil keeps none.
	Drafts Drafts

	client   Twilio
	clientOf identity // of client
}

// Drafts keeps the answers of an unfinished walk.
type Drafts interface {
	// Take resumes one.
	Take(draft.Info) (Answers, error)
	// Save keeps the answers. Of two saves the one with the higher serial number
	// stays, whichever comes first.
	Save(serial int, a Answers) error
	// Remove forgets all saves up to a serial number: the answers are in the file,
	// or are not wanted.
	Remove(serial int)
}

// Clock is the time now.
func (s *Setup) Clock() time.Time {
	if s.Now == nil {
		return time.Now()
	}
	return s.Now()
}

// Client is the client for the credentials in hand, the same one as long as they
// are: how many requests run at once is its affair.
func (s *Setup) Client() Twilio {
	of := s.Walk.identity()
	if of.token = s.token(); s.client == nil || s.clientOf != of {
		s.client, s.clientOf = s.Connect(of.sid, of.token, s.Walk.Host), of
	}
	return s.client
}

// token is the auth token in hand. One that a file leaves to the environment is
// taken from there.
func (s *Setup) token() string {
	if s.Walk.AuthToken == connector.TokenVariable {
		return cmp.Or(s.Getenv(AuthToken.Env), connector.TokenVariable)
	}
	return s.Walk.AuthToken
}

// OriginText says where the answer to a question comes from: the variable that
// filled it in, or the one to which a file leaves the token. It is "" for an answer
// of the person's, or of the file itself.
func (s *Setup) OriginText(p i18n.Printer, q Question) string {
	switch env := s.Walk.Origin(q, s.Getenv); {
	case env != "":
		return p.T("ask.from-environment", "variable", env)
	case q.ID != AuthToken.ID || s.Walk.AuthToken != connector.TokenVariable:
		return ""
	case s.token() == connector.TokenVariable:
		return p.T("credentials.token-unset")
	}
	return p.T("credentials.token-variable")
}

// Usable is what would be saved, with the auth token itself where the file that
// was opened leaves it to the environment.
func (s *Setup) Usable() *connector.Document {
	c := s.Walk.Config()
	if c.AuthToken == s.token() {
		return s.Walk.Result()
	}
	c.AuthToken = s.token()
	return s.Walk.Result().With(c)
}

// Document is what a format is made of: the formats that are used as they stand, and
// the one that splits the token off, need the token itself.
func (s *Setup) Document(f export.Format) *connector.Document {
	if f.NeedsToken() {
		return s.Usable()
	}
	return s.Walk.Result()
}

// Place is a path as a person would write it: within the folder that the
// program was started in, or whole; one that a terminal would not just print, and
// the target of a draft can be anything, as the line that it would.
func (s *Setup) Place(path string) string {
	place := s.within(path)
	if strings.ContainsFunc(place, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return redact.Line(place, jsondoc.MaxSize)
	}
	return place
}

// within is a path as Place writes it, as it is.
func (s *Setup) within(path string) string {
	if rel, err := filepath.Rel(s.Dir, path); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return path
}

// Expand replaces a leading ~ by the home folder, as a shell would.
func (s *Setup) Expand(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok && s.Home != "" {
		return filepath.Join(s.Home, rest)
	}
	return path
}

// Edits reports whether a draft is one of the file that was opened.
func (s *Setup) Edits(d draft.Info) bool {
	return s.Walk.Opened != "" && s.within(d.Target) == s.within(filepath.Clean(s.Walk.Opened))
}
