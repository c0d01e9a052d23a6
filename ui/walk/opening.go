package walk

import (
	"errors"
	"io/fs"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/ui/draft"
	"logto-twilio/ui/i18n"
)

// Opened is a file that was read.
type Opened struct {
	Path     string
	Document *connector.Document
}

// ReadFile reads a configuration file, which may hold no configuration (CanOpen).
// The error is that of read.
func ReadFile(read func(string) ([]byte, error), path string) (Opened, error) {
	data, err := read(path)
	if err != nil {
		return Opened{}, err
	}
	return Opened{path, connector.Decode(data)}, nil
}

// Unopened is a file that could not be opened.
type Unopened struct {
	Path     string
	Err      error               // why not, or
	Document *connector.Document // what was read of it, where that is no configuration
}

// OpenNamed opens the file of the command line, but for what the environment fills in.
// One that does not exist is made when the walk is saved.
func (s *Setup) OpenNamed(path string) {
	f, err := ReadFile(s.Read, path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.Walk.SetTarget(path)
	case err != nil || !CanOpen(f.Document):
		s.Walk.Unopened = &Unopened{path, err, f.Document}
	default:
		s.Walk.Open(path, f.Document)
	}
}

// SaidUnopened notes that it was said which file could not be opened.
func (w *Walk) SaidUnopened() { w.Unopened = nil }

// OfferDrafts notes the drafts that can be resumed, the newest first.
func (w *Walk) OfferDrafts(drafts []draft.Info) { w.Abandoned = drafts }

// PlaceInFile says where something stands in a file; "" for what has no place, such as
// a file that is too large.
func PlaceInFile(p i18n.Printer, at problem.Position) string {
	if at == (problem.Position{}) {
		return ""
	}
	return p.T("start.place", "line", at.Line, "column", at.Column)
}

// OpenFile takes the answers from a file, and what it leaves open from the
// environment.
func (s *Setup) OpenFile(f Opened) {
	s.Walk.Open(f.Path, f.Document)
	s.Walk.FromEnvironment(s.Getenv)
	s.Walk.Judge()
}

// Resumed is a draft that was taken over, with the file that it edits as it is
// now; nil where there is none, or it is gone: the answers are not.
type Resumed struct {
	Answers  Answers
	Document *connector.Document
}

// TakeDraft takes a draft over. The error is that of Drafts.Take.
func TakeDraft(d Drafts, info draft.Info, read func(string) ([]byte, error)) (Resumed, error) {
	a, err := d.Take(info)
	if err != nil || a.Opened == "" {
		return Resumed{Answers: a}, err
	}
	f, err := ReadFile(read, a.Opened)
	if err != nil || f.Document.Root == nil {
		return Resumed{Answers: a}, nil
	}
	return Resumed{a, f.Document}, nil
}

// ResumeDraft goes on with the answers of a draft.
func (s *Setup) ResumeDraft(r Resumed) {
	s.Walk.Resume(r.Answers, r.Document)
	s.Walk.Abandoned = nil
}

// BeginWithNothing goes to the demo's account that has no service and no number.
func (s *Setup) BeginWithNothing() {
	s.Walk.SetCredentials(s.DemoEmptySID, s.Walk.AuthToken)
	s.Walk.ServiceSID, s.Walk.TestNumber = "", s.DemoEmptyNumber
}
