package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/lines"
)

// margin stands before a hint, and before what goes on a line that was broken.
const margin = "  "

// tell writes words for people to standard error: a text, and hints in lines of
// their own under it. What is "" is left out. On a terminal lines are broken, but
// no address, path or command line is.
func (a *app) tell(text string, hints ...string) {
	if text != "" {
		fmt.Fprintln(a.Err, hanging(a.ErrWidth, text))
	}
	for _, hint := range hints {
		if hint != "" {
			fmt.Fprintln(a.Err, margin+hanging(a.ErrWidth, hint))
		}
	}
}

// hanging breaks a text into lines for a terminal of a width, 0 for none; all but
// the first have the margin.
func hanging(width int, s string) string {
	if width > 0 {
		s = prose(s, min(width, helpWidth)-len(margin))
	}
	return strings.ReplaceAll(s, "\n", "\n"+margin)
}

// commandLine finds what is copied as one: the program with its command and flags,
// or a flag with its value.
var commandLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\blogto-twilio( [A-Za-z]+)?( --?[a-z][a-z-]*)*|--?[a-z][a-z-]* [A-Z+]\S*`)
})

// prose breaks a text into lines, but no command line.
func prose(s string, width int) string {
	const fixed = "\u00a0" // a blank at which no line ends
	if strings.Contains(s, fixed) {
		return lines.Prose(s, width)
	}
	s = commandLine().ReplaceAllStringFunc(s, func(c string) string { return strings.ReplaceAll(c, " ", fixed) })
	return strings.ReplaceAll(lines.Prose(s, width), fixed, " ")
}

// confirm asks a question on the terminal: yes is said, anything else is no. Where
// there is nobody to ask, key is the error that says so.
func (a *app) confirm(ctx context.Context, question, key string) (bool, error) {
	if !a.Terminal {
		return false, a.usageError(key)
	}
	line, err := a.readLine(ctx, a.T("cli.confirm", "question", question)+" ")
	if err != nil && !errors.Is(err, io.EOF) { // the end of the input is a no
		return false, err
	}
	return slices.Contains([]string{"y", "yes", "是"}, strings.ToLower(strings.TrimSpace(line))), nil
}

// readLine asks for a line on the terminal. The error is io.EOF where the input has
// ended, or that of a command that was interrupted.
func (a *app) readLine(ctx context.Context, prompt string) (string, error) {
	text := strings.TrimRight(prompt, " ")
	fmt.Fprint(a.Err, hanging(a.ErrWidth, text)+prompt[len(text):])
	type read struct {
		line string
		err  error
	}
	answer := make(chan read, 1)
	go func() {
		line, err := oneLine(a.In)
		answer <- read{line, err}
	}()
	select {
	case <-ctx.Done():
		fmt.Fprintln(a.Err)
		return "", a.interrupted()
	case r := <-answer:
		return r.line, r.err
	}
}

// oneLine reads to the end of a line, and nothing beyond it: the next question's answer
// is there. What comes before the end of the input is a line, too.
func oneLine(r io.Reader) (string, error) {
	var line []byte
	for b := make([]byte, 1); ; {
		n, err := r.Read(b)
		switch {
		case n > 0 && b[0] == '\n', err != nil && len(line) > 0:
			return string(line), nil
		case n > 0:
			line = append(line, b[0])
		case err != nil:
			return "", io.EOF
		}
	}
}

// progress is the line that says what goes on, on a terminal alone.
type progress struct{ *app }

// say replaces the line.
func (p progress) say(text string) {
	if p.Watched {
		text = redact.Line(text, 200)
		if p.ErrWidth > 0 { // of a line that goes on in the next, no more than the rest could be taken away
			text = ansi.Truncate(text, p.ErrWidth-1, "…")
		}
		fmt.Fprint(p.Err, "\r"+ansi.EraseLineRight+text)
	}
}

// end takes the line away.
func (p progress) end() {
	if p.Watched {
		fmt.Fprint(p.Err, "\r"+ansi.EraseLineRight)
	}
}

// colours are colours of text; the zero value has none.
type colours struct{ bad, odd, known, good, faint ansi.Style }

// paint are the colours that standard output may have: none where it is no
// terminal, or NO_COLOR is set.
func (a *app) paint() colours {
	if colorprofile.Detect(a.Out, a.Environ) < colorprofile.ANSI {
		return colours{}
	}
	return colours{
		bad:   ansi.NewStyle().ForegroundColor(ansi.Red),
		odd:   ansi.NewStyle().ForegroundColor(ansi.Yellow),
		known: ansi.NewStyle().ForegroundColor(ansi.Cyan),
		good:  ansi.NewStyle().ForegroundColor(ansi.Green),
		faint: ansi.NewStyle().Faint(),
	}
}

// severity paints a text in the colour of a severity.
func (p colours) severity(s problem.Severity, text string) string {
	switch s {
	case problem.Error:
		return p.bad.Styled(text)
	case problem.Warning:
		return p.odd.Styled(text)
	}
	return p.known.Styled(text)
}

// status paints a text in the colour of what a check found.
func (p colours) status(s account.CheckStatus, text string) string {
	switch s {
	case account.CheckOK:
		return p.good.Styled(text)
	case account.CheckFailed:
		return p.bad.Styled(text)
	}
	return p.odd.Styled(text)
}
