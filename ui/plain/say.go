package plain

import (
	"fmt"
	"strings"

	"logto-twilio/connector/account"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/lines"
	"logto-twilio/ui/walk"
)

// What a sentence begins with, in words: a screen reader may pass over a sign.
const (
	fine   = "plain.ok"
	notes  = "plain.info"
	warns  = "plain.warning"
	fails  = "plain.error"
	unsure = "plain.unknown"
)

// size is how long a line may be, one less than the terminal has, which would go
// on to the next by itself, and how many lines can be seen at once.
func (s *session) size() (width, height int) {
	const usualWidth, leastWidth = 80, 20
	const usualHeight, leastHeight = 24, 8
	if s.Size != nil {
		width, height = s.Size()
	}
	if width <= 0 {
		width = usualWidth
	}
	if height <= 0 {
		height = usualHeight
	}
	return max(width-1, leastWidth), max(height, leastHeight)
}

// say prints paragraphs, wrapped, each in lines of its own. Everything that is
// printed passes through print: what a terminal would obey is taken out.
func (s *session) say(paragraphs ...string) {
	width, _ := s.size()
	for _, p := range paragraphs {
		for _, line := range strings.Split(clean(p), "\n") {
			s.print(lines.Wrap(line, width) + "\n")
		}
	}
}

// sayWhole prints lines as they are, however long: an address or a SID that is
// broken could not be copied.
func (s *session) sayWhole(text string) {
	s.print(clean(text) + "\n")
}

// clean takes out of a text what a terminal would obey, and leaves the blanks
// around it: they indent, or are somebody's.
func clean(text string) string {
	const blanks = " \t"
	bare := strings.Trim(text, blanks)
	before, after, _ := strings.Cut(text, bare)
	return before + redact.Text(bare, jsondoc.MaxSize) + after
}

// prompt prints what the answer comes after.
func (s *session) prompt(text string) {
	width, _ := s.size()
	s.print(i18n.Prompt(lines.Wrap(redact.Text(text, jsondoc.MaxSize), width)))
	s.printing.Lock()
	s.prompted = true
	s.printing.Unlock()
}

// endLine ends a question that was left without an answer.
func (s *session) endLine() {
	s.printing.Lock()
	prompted := s.prompted
	s.printing.Unlock()
	if prompted {
		s.print("\n")
	}
}

// print writes text, which may hold nothing but what can be read. A terminal that
// is gone is noticed by the next question.
func (s *session) print(text string) {
	s.printing.Lock()
	defer s.printing.Unlock()
	s.prompted = false
	fmt.Fprint(s.Out, text)
}

// sayStatus says a sentence with what it is, and under it what can be done.
func (s *session) sayStatus(kind string, said i18n.Message) {
	s.say(s.tr.T(kind, "message", said.Message))
	if said.Hint != "" {
		s.say(said.Hint)
	}
}

// sayFailure says why something did not work, or may not have.
func (s *session) sayFailure(err error) { s.sayEnded(walk.FailureText(s.tr, err)) }

// sayEnded says how something ended.
func (s *session) sayEnded(v account.CheckStatus, said i18n.Message) { s.sayStatus(status(v), said) }

// sayProblem says what is wrong with an answer or a file. label is what the answer
// was asked for as, "" where it was none.
func (s *session) sayProblem(p problem.Problem, label string) {
	if _, ok := p.Args["key"]; ok && label != "" {
		p = walk.Named(p, label)
	}
	s.sayStatus(severity(p.Severity), s.tr.Problem(p))
}

func severity(v problem.Severity) string {
	switch v {
	case problem.Error:
		return fails
	case problem.Warning:
		return warns
	}
	return notes
}

// sayCheck says what was found of the account, and the page on which it is settled.
func (s *session) sayCheck(c account.Check) {
	s.sayStatus(status(c.Status), s.tr.Check(c))
	if url := walk.CheckLink(c); url != "" {
		s.sayWhole(url)
	}
}

func status(v account.CheckStatus) string {
	switch v {
	case account.CheckOK:
		return fine
	case account.CheckWarning:
		return warns
	case account.CheckFailed:
		return fails
	}
	return unsure
}

// heading says what a step, or a part of it, is about.
func (s *session) heading(name string) {
	s.say(s.tr.T("title."+name), s.tr.T("intro."+name))
}

// helpAbout lets help say a page until the result is called.
func (s *session) helpAbout(page walk.Page) (end func()) {
	before := s.helpOf
	s.helpOf = &page
	return func() { s.helpOf = before }
}

// help says what the documentation says of the step, or of a part of it, and where it
// leads.
func (s *session) help() {
	at := s.Walk.Step
	answer := func(key string) string { return s.tr.T("plain.answer", "label", s.tr.T(key)) }
	page := walk.Page{
		Title: s.tr.T("help." + at.Key() + ".title"),
		Text:  at.Help(s.tr, answer("key.create"), answer("plain.numbers"), answer("plain.region")),
		Links: at.Links(string(s.tr.Lang())),
	}
	if s.helpOf != nil {
		page = *s.helpOf
	}
	s.say("", page.Title, page.Text)
	for _, l := range page.Links {
		s.say(s.tr.T("link." + l.Name))
		s.sayWhole(l.URL)
	}
	s.say(s.tr.T("plain.keys"), "")
}
