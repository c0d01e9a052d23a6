package wizard

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector/sms"
	"logto-twilio/ui/editor"
	"logto-twilio/ui/walk"
)

// textEditor changes the text of one template, and shows its preview and size
// meanwhile. It uses the terminal's own cursor: the window of an input method
// follows that.
type textEditor struct {
	s      *session
	at     int // the template
	area   *editor.Model
	row    templateRow
	costly string       // see walk.Costly
	plain  []sms.NonGSM // see walk.Plain
	width  int          // of the area
	looks  looks        // of the marks, in the colours of the terminal
	about  string       // what is said of the text below it, "" where it has to be said anew
}

// looks are how the marks in a text are drawn. Each is seen without colours too.
type looks struct{ filled, wrong, costly, border editor.Look }

// maxContent is how much can be typed, in bytes. It is more than Twilio takes: a
// paste that is too long is shown with its problem, not cut.
const maxContent = 60_000

func newEditor(s *session, at int) *textEditor {
	e := &textEditor{s: s, at: at, area: editor.New()}
	e.area.Limit = maxContent
	e.area.Marks = e.marks
	e.measure()
	e.area.SetValue(e.row.Content)
	return e
}

func (e *textEditor) Enter() tea.Cmd { return nil }

// Resize gives the text a quarter of the height, between three and eight lines. It is
// called as well when the colours change.
func (e *textEditor) Resize(width, height int) {
	e.about = ""
	e.width = min(width, 72) - 2
	st := e.s.styles
	e.looks = looks{
		filled: editor.NewLook(st.Accent.Bold(true)), wrong: editor.NewLook(st.Fail.Bold(true).Underline(true)),
		costly: editor.NewLook(st.Warn.Underline(true)), border: editor.NewLook(st.Accent),
	}
	e.area.SetSize(e.width, min(max(height/4, 3), 8))
}

func (e *textEditor) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	k, _ := msg.(tea.KeyPressMsg)
	switch keys := e.s.keys; {
	case k.Text != "": // typed, whatever it is called
		cmd = e.area.Update(msg)
	case key.Matches(k, keys.Discard):
		backTo[*templates](e.s).takeBack()
		return nil
	case key.Matches(k, keys.Keep):
		return e.s.close()
	case key.Matches(k, keys.Plain):
		e.replace()
	default:
		cmd = e.area.Update(msg)
	}
	if text := e.area.Value(); text != e.row.Content {
		e.s.Walk.SetContent(e.at, text)
		e.measure()
	}
	return cmd
}

// measure takes the text from the walk, with all that is said of it.
func (e *textEditor) measure() {
	e.about = ""
	e.row = newTemplateRow(e.s.Walk.Templates[e.at])
	e.costly, e.plain = walk.Costly(e.row.body), walk.Plain(e.row.Content)
}

// replace writes in GSM-7 what can be.
func (e *textEditor) replace() {
	edits := make([]editor.Edit, len(e.plain))
	for i, c := range e.plain {
		edits[i] = editor.Edit{Start: c.Offset, End: c.Offset + len(c.Cluster), Text: c.Replacement}
	}
	e.area.Replace(edits)
}

// marks says how the text is drawn.
func (e *textEditor) marks(string) []editor.Mark {
	found := walk.MarksOf(e.row.Template)
	marks := make([]editor.Mark, 0, len(found.Costly)+len(found.Variables)+len(found.Segments))
	for _, c := range found.Costly {
		marks = append(marks, editor.Mark{Start: c.Offset, End: c.Offset + len(c.Cluster), Look: e.looks.costly})
	}
	for _, v := range found.Variables {
		look := e.looks.wrong
		if v.Filled {
			look = e.looks.filled
		}
		marks = append(marks, editor.Mark{Start: v.Start, End: v.End, Look: look})
	}
	for i, at := range found.Segments {
		marks = append(marks, editor.Mark{Start: at, End: at, Look: e.looks.border, Lead: "┤" + strconv.Itoa(i+2) + "├"})
	}
	return marks
}

func (e *textEditor) View() view {
	s := e.s
	usage := string(e.row.UsageType)
	head := s.styles.Title.Render(cut(s.tr.T("editor.title", "type", usage), s.width))
	if s.height >= 14 {
		head += "\n" + s.styles.Dim.Render(wrap(walk.UsageText(s.tr, e.row.UsageType), s.width)) + "\n"
	}
	v := view{text: head + "\n"}
	c := e.area.Cursor()
	c.X++
	c.Y += strings.Count(v.text, "\n") + 1 // the frame's upper edge
	v.cursor, v.bottom = c, c.Y
	if e.about == "" {
		e.about = e.judgement()
	}
	v.text += e.framed() + "\n" + e.about
	return v
}

// judgement is what is said of the text: its size, its problems, how it arrives.
func (e *textEditor) judgement() string {
	s, text := e.s, e.counter()
	for _, p := range e.row.problems {
		text += "\n" + s.problem(p, s.width)
	}
	if s.height >= 14 && e.row.body != "" {
		text += "\n" + s.styles.Dim.Render(s.tr.T("editor.preview")) + "\n" + s.bubble(e.row.body)
	}
	return text
}

// framed is the text in a frame, which says how many lines there are above and below.
func (e *textEditor) framed() string {
	more := func(arrow string, hidden int) string {
		if hidden == 0 {
			return ""
		}
		return " " + arrow + " " + strconv.Itoa(hidden) + " ─"
	}
	above, below := e.area.Hidden()
	return framed(e.s.styles.Accent, strings.Split(e.area.View(), "\n"), e.width, more("↑", above), more("↓", below))
}

// counter is the size of the message: encoding, segments, room in the last one.
func (e *textEditor) counter() string {
	s, m := e.s, e.row.measure
	text := walk.SizeText(s.tr, m)
	style := s.styles.OK
	if m.Segments > 1 || m.Encoding == sms.UCS2 {
		style = s.styles.Text
	}
	text = style.Render(cut(text, s.width))
	if e.costly == "" {
		return text
	}
	return text + "\n" + s.styles.Dim.Render(wrap(s.tr.T("editor.costly", "characters", e.costly), s.width))
}

func (e *textEditor) ShortHelp() []key.Binding {
	k := e.s.keys
	if len(e.plain) > 0 {
		return []key.Binding{k.Keep, k.Plain, k.NewLine, k.Discard}
	}
	return []key.Binding{k.Keep, k.NewLine, k.Discard}
}

// FullHelp are the keys that change the text, too.
func (e *textEditor) FullHelp() []key.Binding {
	k := e.s.keys
	return slices.Concat(e.ShortHelp(), k.Editing)
}
