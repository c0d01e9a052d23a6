package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/export"
	"logto-twilio/ui/walk"
)

// whatNext says what comes next in Logto, and offers what else can be done with the
// configuration that was saved.
type whatNext struct {
	s       *session
	pane    pane
	choices *form
}

func newWhatNext(s *session) *whatNext {
	return &whatNext{s: s, pane: newPane(), choices: newForm(s, firstOf(s.tr.T("done.now"), s.AtTheEnd(s.tr)))}
}

func (d *whatNext) Enter() tea.Cmd { return d.choices.focus(0) }

// Return makes the screen anew: after a push there is something else to say and to do.
func (d *whatNext) Return() tea.Cmd {
	*d = *newWhatNext(d.s)
	d.Resize(d.s.width, d.s.height)
	return d.Enter()
}

func (d *whatNext) Resize(width, height int) {
	d.choices.resize(width, true)
	d.pane.fitUpTo(width, height-d.choices.lines()-1, d.text())
}

func (d *whatNext) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, d.s.keys.Back):
			return d.s.replace(newSaveForm(d.s))
		case key.Matches(k, d.s.keys.Page):
			return d.pane.update(msg)
		}
	}
	chosen, cmd := d.choices.update(msg)
	if !chosen {
		return cmd
	}
	switch d.choices.value(0) {
	case walk.Push:
		return d.s.show(newPush(d.s))
	case walk.Enable:
		return d.s.show(newEnable(d.s, d.s.ConnectLogto(d.s.Walk.Logto)))
	case walk.Prove:
		return d.s.show(newProof(d.s, d.s.ConnectLogto(d.s.Walk.Logto)))
	case walk.Copy:
		return d.copyJSON()
	case walk.OtherForm:
		return d.s.replace(newSaveForm(d.s))
	}
	return d.s.forward()
}

// copyJSON hands the configuration to the terminal's clipboard.
func (d *whatNext) copyJSON() tea.Cmd {
	text := d.s.CopiedText(d.s.tr)
	return tea.Batch(tea.SetClipboard(string(export.JSON(d.s.Usable()))), func() tea.Msg { return noticeMsg{text: text} })
}

// text says what to do with the file.
func (d *whatNext) text() string {
	s := d.s
	next := s.WhatNext(s.tr)
	text := s.styles.Title.Render(s.tr.T("save.saved.title")) + "\n\n"
	for _, what := range next.Done {
		text += marked(s.styles.OK, "✓", what, s.width) + "\n"
	}
	for _, warning := range next.Warnings {
		text += "\n" + marked(s.styles.Warn, "!", warning, s.width) + "\n"
	}
	text += "\n" + s.styles.Bold.Render(s.tr.T("save.next")) + "\n"
	for i, step := range next.Steps {
		text += s.styles.Accent.Render(string(rune('1'+i))) + " " + hang(wrap(step, s.width-2)) + "\n"
	}
	if next.Link != "" {
		text += s.linkLines(next.Link, s.width)
	}
	text = strings.TrimRight(text, "\n")
	if next.Repeat != "" {
		text += "\n\n" + s.styles.Bold.Render(wrap(s.tr.T("done.generate"), s.width)) + "\n" + wrap(next.Repeat, s.width)
	}
	return text
}

// View draws the page, and the choices under it.
func (d *whatNext) View() view {
	gap := "\n\n"
	if d.pane.view.Height()+d.choices.lines()+1 > d.s.height {
		gap = "\n"
	}
	return atEnd(d.pane.shown(d.s.styles)+gap+d.choices.view().text, d.choices.lines())
}

func (d *whatNext) ShortHelp() []key.Binding {
	k := d.s.keys
	keys := []key.Binding{k.Next, k.Up, k.Down}
	if d.pane.more() {
		keys = append(keys, k.Page)
	}
	return append(keys, k.Back, k.Open)
}
