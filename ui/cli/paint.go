package cli

import (
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
)

// paint are colours of text; the zero paint has none.
type paint struct{ bad, odd, known, good, faint ansi.Style }

// paintFor are the colours that standard output may have: none where it is no
// terminal, or NO_COLOR is set.
func paintFor(env Env) paint {
	if colorprofile.Detect(env.Out, env.Environ) < colorprofile.ANSI {
		return paint{}
	}
	return paint{
		bad:   ansi.NewStyle().ForegroundColor(ansi.Red),
		odd:   ansi.NewStyle().ForegroundColor(ansi.Yellow),
		known: ansi.NewStyle().ForegroundColor(ansi.Cyan),
		good:  ansi.NewStyle().ForegroundColor(ansi.Green),
		faint: ansi.NewStyle().Faint(),
	}
}

// severity paints a text in the colour of a severity.
func (p paint) severity(s problem.Severity, text string) string {
	switch s {
	case problem.Error:
		return p.bad.Styled(text)
	case problem.Warning:
		return p.odd.Styled(text)
	}
	return p.known.Styled(text)
}

// status paints a text in the colour of what a check found.
func (p paint) status(s account.CheckStatus, text string) string {
	switch s {
	case account.CheckOK:
		return p.good.Styled(text)
	case account.CheckFailed:
		return p.bad.Styled(text)
	}
	return p.odd.Styled(text)
}
