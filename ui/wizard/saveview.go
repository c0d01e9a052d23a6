package wizard

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"logto-twilio/export"
	"logto-twilio/ui/walk"
)

// difference shows what would change in the file that is there.
func (x *save) difference() string {
	s := x.s
	title := s.tr.T("title.save")
	if len(x.found.diff) > 0 {
		title = s.tr.T("save.changes", "file", x.found.path)
	}
	parts := []string{s.styles.Title.Render(cut(title, s.width))}
	if x.found.token {
		parts = append(parts, s.styles.Warn.Render(cut(s.tr.T("save.token-changed"), s.width)))
	}
	if !s.Walk.Verdict.Accepted {
		parts = append(parts, s.styles.Warn.Render("! "+hang(wrap(s.tr.T("save.not-accepted"), s.width-2))))
	}
	if len(x.found.diff) > 0 {
		parts = append(parts, x.diff.view.View())
	}
	text, _, _ := x.confirm.view()
	return strings.Join(append(parts, text), "\n")
}

// diffText colours a difference.
func (s *session) diffText(lines []export.DiffLine, width int) string {
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		switch l.Kind {
		case export.Added:
			out = append(out, s.styles.OK.Render(whole("+ "+l.Text, width)))
		case export.Removed:
			out = append(out, s.styles.Fail.Render(whole("- "+l.Text, width)))
		case export.Changed:
			out = append(out, s.styles.Warn.Render(cut("~ "+l.Text+" "+s.tr.T("save.changed"), width)))
		case export.Skipped:
			out = append(out, s.styles.Dim.Render(cut("  "+s.tr.T("save.skipped", "n", l.Count), width)))
		default:
			out = append(out, s.styles.Dim.Render(cut("  "+l.Text, width)))
		}
	}
	return strings.Join(out, "\n")
}

// whole breaks a line that is too long anywhere, so that nothing of it is hidden:
// two SIDs may differ in their last digit.
func whole(line string, width int) string {
	return strings.ReplaceAll(ansi.Hardwrap(line, max(width-2, 1), true), "\n", "\n    ")
}

// whatNext says what to do with the file.
func (x *save) whatNext() string {
	s := x.s
	text := s.styles.Title.Render(s.tr.T("save.saved.title")) + "\n\n"
	text += s.styles.OK.Render("✓ "+hang(wrap(s.tr.T("save.saved", "file", s.Walk.Saved), s.width-2))) + "\n"
	if s.Walk.Git.Exposed() {
		text += "\n" + s.styles.Warn.Render("! "+hang(wrap(s.tr.T("save.git"), s.width-2))) + "\n"
	}
	if s.Walk.Document != nil && s.Walk.Document.Wrapped {
		text += "\n" + s.styles.Warn.Render("! "+hang(wrap(s.tr.T("save.wrapped"), s.width-2))) + "\n"
	}
	if s.Demo {
		text += "\n" + s.styles.Warn.Render("! "+hang(wrap(s.tr.T("save.demo"), s.width-2))) + "\n"
	}
	text += "\n" + s.styles.Bold.Render(s.tr.T("save.next")) + "\n"
	for i, line := range strings.Split(s.tr.T("save.next.steps"), "\n") {
		text += s.styles.Accent.Render(string(rune('1'+i))) + " " + hang(wrap(line, s.width-2)) + "\n"
	}
	return text + s.linkLines(walk.LogtoEnableSMS(string(s.tr.Lang())), s.width)
}
