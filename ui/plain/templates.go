package plain

import (
	"strconv"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/walk"
)

// templates says the texts, lets one change them, and asks what else SMS is used for.
func (s *session) templates() (move, error) {
	s.say(s.tr.T("title.templates"))
	if len(s.Walk.MissingRequired()) == 0 {
		s.say(s.tr.T("intro.templates"))
	}
	at := s.mendedTemplate()
	for {
		if missing := s.Walk.MissingRequired(); len(missing) > 0 {
			s.say(s.tr.T("plain.templates-missing", "types", missing))
		}
		l, do := s.templateRows()
		if at >= 0 && at < len(do)-1 { // its problem is what led here
			l.usual = at
		}
		at = -1
		i, err := s.pick(l)
		if err != nil {
			return move{}, err
		}
		if do[i] == nil {
			return move{}, nil
		}
		if _, err := back(do[i]()); err != nil {
			return move{}, err
		}
	}
}

// mendedTemplate is the template that the step was opened for, -1 for none.
func (s *session) mendedTemplate() int {
	parts := strings.Split(s.mend, "/") // "/templates/2/content"
	if len(parts) < 3 {
		return -1
	}
	i, err := strconv.Atoi(parts[2])
	if err != nil {
		return -1
	}
	return i
}

// templateRows are the templates, the types that could be added, the uses and what
// else can be done, each with what choosing it does; nil goes on.
func (s *session) templateRows() (*list, []func() error) {
	w, l := s.Walk, &list{label: s.tr.T("plain.texts")}
	var do []func() error
	add := func(label string, what func()) {
		l.rows = append(l.rows, row{label: label})
		do = append(do, func() error { what(); return nil })
	}
	for i, problems := range w.TemplateProblems() {
		l.rows = append(l.rows, row{label: s.templateLabel(w.Templates[i], problems), name: string(w.Templates[i].UsageType), find: w.Templates[i].Content})
		do = append(do, func() error { return s.changeTemplate(i) })
	}
	for _, u := range w.Absent() {
		label := s.tr.T("plain.in", "place", u, "what", s.tr.T("plain.optional"))
		if walk.Required(u) {
			label = s.tr.T(fails, "message", s.tr.T("plain.in", "place", u, "what", s.tr.T("plain.missing")))
		}
		add(label, func() {
			w.Add(u)
			s.sayTemplate(len(w.Templates) - 1)
		})
	}
	for _, u := range walk.Uses() {
		add(s.useLabel(u), func() {
			if !w.Has(u) {
				s.say(s.tr.T("templates.use-adds", "types", u.Types))
			}
			w.Toggle(u)
		})
	}
	if len(w.MissingRequired()) > 0 {
		add(s.tr.T("key.addall"), w.AddMissing)
	}
	if s.hasDefault() {
		add(s.tr.T("key.language"), func() { w.SwitchTexts(w.OtherTexts()) })
	}
	l.more = []row{{label: s.tr.T("test.go-on")}}
	l.usual = len(l.rows)
	return l, append(do, nil)
}

// hasDefault reports whether a template has a text that comes in either language.
func (s *session) hasDefault() bool {
	for i := range s.Walk.Templates {
		if s.Walk.IsDefault(i) {
			return true
		}
	}
	return false
}

// templateLabel is a template in a line: type, size, text.
func (s *session) templateLabel(t connector.Template, problems []problem.Problem) string {
	const shown = 60 // characters of the text
	label := s.tr.T("plain.template", "type", t.UsageType,
		"size", s.tr.T("templates.size", "n", sms.MeasureText(walk.Body(t)).Segments), "text", redact.Line(t.Content, shown))
	for _, p := range problems {
		if p.Severity != problem.Info {
			return s.tr.T(severity(p.Severity), "message", label)
		}
	}
	return label
}

// useLabel is a question with its answer.
func (s *session) useLabel(u walk.Use) string {
	state := "plain.no"
	switch {
	case s.Walk.Has(u):
		state = "plain.yes"
	case s.Walk.HasPart(u):
		state = "plain.in-part"
	}
	return s.tr.T("plain.use", "question", s.tr.T("templates.uses"), "use", s.tr.T("use."+u.ID), "state", s.tr.T(state))
}

// sayTemplate says what there is to know of a template: when it is sent, its size,
// its problems, and how it arrives.
func (s *session) sayTemplate(i int) {
	t := s.Walk.Templates[i]
	body := walk.Body(t)
	m := sms.MeasureText(body)
	s.say("", s.tr.T("editor.title", "type", t.UsageType), walk.UsageText(s.tr, t.UsageType), walk.SizeText(s.tr, m))
	if costly := walk.Costly(body); m.Encoding == sms.UCS2 && costly != "" {
		s.say(s.tr.T("editor.costly", "characters", costly))
	}
	for _, p := range s.Walk.TemplateProblems()[i] {
		s.sayProblem(p, "")
	}
	if body != "" {
		s.say(s.tr.T("editor.preview"), body)
	}
}

// changeTemplate asks what to do with a template, until that is nothing more.
func (s *session) changeTemplate(i int) error {
	for {
		s.sayTemplate(i)
		w, t := s.Walk, s.Walk.Templates[i]
		choices := []walk.Choice{{Value: keepText, Label: s.tr.T("plain.keep")}, {Value: oneLine, Label: s.tr.T("plain.one-line")}, {Value: manyLines, Label: s.tr.T("plain.many-lines")}}
		add := func(value, label string) { choices = append(choices, walk.Choice{Value: value, Label: label}) }
		if !w.IsDefault(i) {
			add(defaultText, s.tr.T("key.default"))
		}
		meant := walk.Meant(w.TemplateProblems()[i])
		if meant != "" {
			add(correctType, s.tr.T("plain.in", "place", s.tr.T("key.rename"), "what", meant))
		}
		if w.Removable(i) {
			add(removeIt, s.tr.T("plain.remove"))
		}
		choice, err := s.choose("", choices)
		if err != nil {
			return err
		}
		switch choice {
		case oneLine:
			err = s.writeLine(i)
		case manyLines:
			err = s.writeLines(i)
		case defaultText:
			w.SetContent(i, connector.DefaultText(t.UsageType, w.TextLanguage))
		case correctType:
			w.Rename(i, meant)
		case removeIt:
			w.Remove(i)
			return nil
		default:
			return nil
		}
		if _, err := back(err); err != nil {
			return err
		}
	}
}

// What can be done with a template.
const (
	keepText    = "keep"
	oneLine     = "one-line"
	manyLines   = "many-lines"
	defaultText = "default"
	correctType = "type"
	removeIt    = "remove"
)

// writeLine asks for a text in one line, where \n stands for a new one.
func (s *session) writeLine(i int) error {
	text, err := s.text(question{
		label: s.tr.T("editor.title", "type", s.Walk.Templates[i].UsageType),
		why:   s.tr.T("plain.one-line.why"), value: escaped(s.Walk.Templates[i].Content),
	})
	if err == nil {
		s.Walk.SetContent(i, unescaped(text))
	}
	return err
}

// escaped is a text in one line.
func escaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, "\n", `\n`).Replace(text)
}

// unescaped is the text of a line. A backslash before anything else stays.
func unescaped(line string) string {
	return strings.NewReplacer(`\\`, `\`, `\n`, "\n").Replace(line)
}

// writeLines asks for a text in lines, as they are, up to one that is a dot. No
// line at all leaves the text as it was.
func (s *session) writeLines(i int) error {
	s.say(s.tr.T("plain.many-lines.why"))
	var text []string
	for {
		line, err := s.line()
		switch {
		case err != nil:
			return err
		case strings.TrimSpace(line) == "." && len(text) == 0:
			return nil
		case strings.TrimSpace(line) == ".":
			s.Walk.SetContent(i, strings.Join(text, "\n"))
			return nil
		}
		text = append(text, line)
	}
}
