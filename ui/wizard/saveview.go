package wizard

import (
	"strings"

	"logto-twilio/export"
)

// difference shows what would change in the files that are there.
func (x *save) difference() string {
	parts := x.above(x.s.width)
	if len(x.found.Overwrites()) > 0 {
		parts = append(parts, x.diff.shown(x.s.styles))
	}
	return strings.Join(append(parts, x.confirm.view().text), "\n")
}

// around is how many lines stand around the differences.
func (x *save) around(width int) int {
	n := strings.Count(strings.Join(x.above(width), "\n"), "\n") + 1
	if x.confirm != nil {
		n += x.confirm.lines()
	}
	return n
}

// above is what stands above the differences.
func (x *save) above(width int) []string {
	s := x.s
	overwrites := x.found.Overwrites()
	title := s.tr.T("title.save")
	if len(overwrites) == 1 {
		title = s.tr.T("save.changes", "file", s.Place(overwrites[0].Path))
	}
	parts := []string{s.styles.Title.Render(cut(title, width))}
	for _, f := range overwrites {
		if key := f.TokenKey(); key != "" {
			parts = append(parts, s.styles.Warn.Render(wrap(s.tr.T(key), width)))
		}
	}
	if !s.Walk.Verdict.Accepted {
		parts = append(parts, s.notAccepted(width))
	}
	return parts
}

// notAccepted warns that Logto would refuse the file.
func (s *session) notAccepted(width int) string {
	return marked(s.styles.Warn, "!", s.tr.T("save.not-accepted"), width)
}

// differences are the changes in all files that are there. If there are several files,
// each has its name above.
func (x *save) differences(width int) string {
	s := x.s
	overwrites := x.found.Overwrites()
	var parts []string
	for _, f := range overwrites {
		if len(overwrites) > 1 {
			parts = append(parts, s.styles.Bold.Render(cut(s.Place(f.Path), width)))
		}
		if f.Diff == nil {
			parts = append(parts, s.styles.Warn.Render(wrap(s.tr.T("save.replaced", "file", s.Place(f.Path)), width)))
			continue
		}
		parts = append(parts, s.diffText(f.Diff, width))
	}
	return strings.Join(parts, "\n")
}

// diffText colours a difference.
func (s *session) diffText(lines []export.DiffLine, width int) string {
	out := make([]string, 0, len(lines))
	for _, l := range lines {
		switch l.Kind {
		case export.Added:
			out = append(out, whole(s.styles.OK, "+ ", l.Text, width))
		case export.Removed:
			out = append(out, whole(s.styles.Fail, "- ", l.Text, width))
		case export.Changed:
			out = append(out, whole(s.styles.Warn, "~ ", l.Text+" "+s.tr.T("save.changed"), width))
		case export.Skipped:
			out = append(out, s.styles.Dim.Render(cut("  "+s.tr.T("save.skipped", "n", l.Count), width)))
		default:
			out = append(out, whole(s.styles.Dim, "  ", l.Text, width))
		}
	}
	return strings.Join(out, "\n")
}
