package wizard

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/export"
	"logto-twilio/ui/walk"
)

// done says what comes next in Logto, and offers what else can be done with the
// configuration that was saved.
type done struct {
	s      *session
	page   page
	choose *form
}

func newDone(s *session) *done {
	return &done{s: s, page: newPage(), choose: newForm(s, firstOf(s.tr.T("done.now"), s.AtTheEnd(s.tr)))}
}

func (d *done) Enter() tea.Cmd { return d.choose.focus(0) }

// Return says what is next by now.
func (d *done) Return() tea.Cmd {
	*d = *newDone(d.s)
	d.Resize(d.s.width, d.s.height)
	return d.Enter()
}

func (d *done) Resize(width, height int) {
	d.choose.resize(width, true)
	d.page.fitUpTo(width, height-d.choose.lines()-1, d.whatNext())
}

func (d *done) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch {
		case key.Matches(k, d.s.keys.Back):
			return d.s.replace(newSaveForm(d.s))
		case key.Matches(k, d.s.keys.Page):
			return d.page.update(msg)
		}
	}
	chosen, cmd := d.choose.update(msg)
	if !chosen {
		return cmd
	}
	switch d.choose.value(0) {
	case walk.Push:
		return d.s.show(newPush(d.s))
	case walk.Copy:
		return d.copyJSON()
	case walk.OtherForm:
		return d.s.replace(newSaveForm(d.s))
	}
	return d.s.forward()
}

// copyJSON hands the configuration to the terminal's clipboard.
func (d *done) copyJSON() tea.Cmd {
	text := d.s.CopiedText(d.s.tr)
	return tea.Batch(tea.SetClipboard(string(export.JSON(d.s.Usable()))), func() tea.Msg { return noticeMsg{text: text} })
}

// whatNext says what to do with the file.
func (d *done) whatNext() string {
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
	text += s.linkLines(next.Link, s.width)
	if next.Repeat != "" {
		text += "\n\n" + s.styles.Bold.Render(wrap(s.tr.T("done.generate"), s.width)) + "\n" + wrap(next.Repeat, s.width)
	}
	return text
}

// View draws the page, and the choices under it.
func (d *done) View() view {
	gap := "\n\n"
	if d.page.view.Height()+d.choose.lines()+1 > d.s.height {
		gap = "\n"
	}
	return atEnd(d.page.shown(d.s.styles)+gap+d.choose.view().text, d.choose.lines())
}

func (d *done) ShortHelp() []key.Binding {
	k := d.s.keys
	keys := []key.Binding{k.Next, k.Up, k.Down}
	if d.page.view.TotalLineCount() > d.page.view.Height() {
		keys = append(keys, k.Page)
	}
	return append(keys, k.Back, k.Open)
}
