package wizard

import (
	"image/color"

	"charm.land/bubbles/v2/help"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// styles are the wizard's colours and frames for a dark or a light background.
type styles struct {
	dark bool

	accent, dim, ok, warn, fail color.Color

	Title, Text, Dim, Accent, OK, Warn, Fail, Bold lipgloss.Style

	Badge, DemoBadge lipgloss.Style
	Help             help.Styles

	fields *huh.Styles
}

// newStyles makes the styles for a dark or a light background.
func newStyles(dark bool) *styles {
	pick := lipgloss.LightDark(dark)
	hex := func(light, dark string) color.Color { return pick(lipgloss.Color(light), lipgloss.Color(dark)) }
	s := &styles{
		dark:   dark,
		accent: hex("#5D34F2", "#B5A0FF"),
		dim:    hex("#6B6B76", "#9A9AA6"),
		ok:     hex("#1A7F45", "#5FD38D"),
		warn:   hex("#8F5A00", "#F5B759"),
		fail:   hex("#C62828", "#FF8080"),
	}
	plain := lipgloss.NewStyle()
	s.Text, s.Bold = plain, plain.Bold(true)
	s.Title = plain.Bold(true).Foreground(s.accent)
	s.Dim, s.Accent = plain.Foreground(s.dim), plain.Foreground(s.accent)
	s.OK, s.Warn, s.Fail = plain.Foreground(s.ok), plain.Foreground(s.warn), plain.Foreground(s.fail)
	onBadge := pick(lipgloss.Color("#FFFFFF"), lipgloss.Color("#1B1330"))
	s.Badge = plain.Bold(true).Foreground(onBadge).Background(s.accent).Padding(0, 1)
	s.DemoBadge = plain.Bold(true).Foreground(onBadge).Background(s.warn).Padding(0, 1)
	s.Help = help.Styles{
		ShortKey: s.Bold, ShortDesc: s.Dim, ShortSeparator: s.Dim, Ellipsis: s.Dim,
		FullKey: s.Bold, FullDesc: s.Dim, FullSeparator: s.Dim,
	}
	s.fields = s.fieldStyles()
	return s
}

// fieldStyles are the styles of huh's fields. They are made once: huh asks for its theme
// some twenty times a key.
func (s *styles) fieldStyles() *huh.Styles {
	t := huh.ThemeBase(s.dark)
	button := lipgloss.NewStyle().Padding(0, 2).MarginRight(1)
	f := &t.Focused
	f.Base = lipgloss.NewStyle().PaddingLeft(1).Border(lipgloss.ThickBorder(), false, false, false, true).BorderForeground(s.accent)
	f.Title, f.Description = s.Bold, s.Dim
	f.SelectSelector = s.Accent.SetString("› ")
	f.SelectedOption = s.Accent
	f.TextInput.Cursor = s.Accent
	f.TextInput.Prompt = s.Accent
	f.TextInput.Placeholder = s.Dim
	f.FocusedButton = button.Bold(true).Reverse(true).Foreground(s.accent) // seen without colours too
	f.BlurredButton = button.Foreground(s.dim)
	f.NextIndicator, f.PrevIndicator = s.Accent.SetString(" ›"), s.Accent.SetString("‹ ")
	t.Blurred = t.Focused
	t.Blurred.Base = lipgloss.NewStyle().PaddingLeft(2)
	t.Blurred.Title = s.Text
	t.Blurred.SelectSelector = lipgloss.NewStyle().SetString("  ")
	t.Blurred.SelectedOption = s.Text
	t.Blurred.NextIndicator, t.Blurred.PrevIndicator = lipgloss.NewStyle(), lipgloss.NewStyle()
	return t
}
