package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"logto-twilio/connector/sms"
	"logto-twilio/ui/walk"
)

// editor changes the text of one template, and shows its preview and size meanwhile.
// It uses the terminal's own cursor: the window of an input method follows that.
type editor struct {
	s    *session
	at   int // the template
	area textarea.Model
	row  templateRow
}

// maxContent is how much can be typed. It is more than Twilio takes: a paste that is
// too long is shown with its problem, not cut.
const maxContent = 5000

func newEditor(s *session, at int) *editor {
	e := &editor{s: s, at: at, area: textarea.New()}
	e.area.SetVirtualCursor(false)
	e.area.ShowLineNumbers = false
	e.area.Prompt = ""
	e.area.CharLimit = maxContent
	e.area.KeyMap.SelectAll.SetEnabled(false) // ctrl+g is help everywhere
	st := textarea.DefaultStyles(s.styles.dark)
	st.Focused.CursorLine, st.Focused.Base = lipgloss.NewStyle(), lipgloss.NewStyle()
	e.area.SetStyles(st)
	e.row = newTemplateRow(s.Walk.Templates[e.at])
	e.area.SetValue(e.row.Content)
	return e
}

func (e *editor) Enter() tea.Cmd { return e.area.Focus() }

// Resize gives the text a quarter of the height, between three and eight lines. It
// scrolls from the top to the cursor: the textarea alone would keep the offset of a
// smaller terminal.
func (e *editor) Resize(width, height int) {
	a := &e.area
	a.SetWidth(min(width, 72) - 2)
	a.SetHeight(min(max(height/4, 3), 8))
	_ = a.View() // it learns how many lines there are now
	row, column := a.Line(), a.Column()
	a.MoveToBegin()
	for a.Line() < row {
		a.CursorDown()
	}
	a.SetCursorColumn(column)
	a.SetHeight(a.Height()) // the cursor comes into sight
}

func (e *editor) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, e.s.keys.Discard):
			backTo[*templates](e.s).takeBack()
			return nil
		case key.Matches(k, e.s.keys.Keep):
			return e.s.close()
		}
	}
	var cmd tea.Cmd
	e.area, cmd = e.area.Update(msg)
	if text := e.area.Value(); text != e.row.Content {
		e.s.Walk.SetContent(e.at, text)
		e.row = newTemplateRow(e.s.Walk.Templates[e.at])
	}
	return cmd
}

func (e *editor) View() view {
	s := e.s
	usage := string(e.row.UsageType)
	head := s.styles.Title.Render(cut(s.tr.T("editor.title", "type", usage), s.width))
	if s.height >= 14 {
		head += "\n" + s.styles.Dim.Render(wrap(walk.UsageText(s.tr, e.row.UsageType), s.width)) + "\n"
	}
	v := view{text: head + "\n"}
	y := strings.Count(v.text, "\n") + 1 // the frame's upper edge
	frame := s.styles.Bubble.BorderForeground(s.styles.accent).Padding(0)
	v.text += frame.Render(e.area.View()) + "\n" + e.counter()
	if c := e.area.Cursor(); c != nil {
		c.X++
		c.Y += y
		v.cursor, v.bottom = c, c.Y
	}
	for _, p := range e.row.problems {
		v.text += "\n" + s.problem(p, s.width)
	}
	if s.height >= 14 && e.row.body != "" {
		v.text += "\n" + s.styles.Dim.Render(s.tr.T("editor.preview")) + "\n" + s.bubble(e.row.body)
	}
	return v
}

// counter is the size of the message: encoding, segments, room in the last one.
func (e *editor) counter() string {
	s, m := e.s, e.row.measure
	text := walk.SizeText(s.tr, m)
	style := s.styles.OK
	if m.Segments > 1 || m.Encoding == sms.UCS2 {
		style = s.styles.Text
	}
	text = style.Render(cut(text, s.width))
	if m.Encoding != sms.UCS2 {
		return text
	}
	if costly := walk.Costly(e.row.body); costly != "" {
		text += "\n" + s.styles.Dim.Render(wrap(s.tr.T("editor.costly", "characters", costly), s.width))
	}
	return text
}

func (e *editor) ShortHelp() []key.Binding {
	k := e.s.keys
	return []key.Binding{k.Keep, k.NewLine, k.Discard}
}
