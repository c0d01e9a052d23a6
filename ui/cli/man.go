package cli

import (
	"context"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"logto-twilio/connector/environ"
)

// variables are what the program reads of the environment, in the order of the
// manual; "man.variable.NAME" says what for.
var variables = []string{
	environ.AccountSID, environ.AuthToken, environ.MessagingServiceSID,
	environ.LogtoEndpoint, environ.LogtoAuth, environ.LogtoResource, environ.TwilioURL, "HTTPS_PROXY",
	"LC_ALL", "LC_MESSAGES", "LANG", "LC_CTYPE", "NO_COLOR",
}

// exitCodes are the codes that the manual explains, as "man.exit.CODE".
var exitCodes = []string{"0", "1", "2", "3", "130"}

// newMan is the command that writes the manual page.
func (a *app) newMan() *cobra.Command {
	cmd := a.command("man", "")
	return a.onNothing(cmd, func(context.Context) error {
		if _, err := io.WriteString(a.Out, a.manual(cmd.Root())); err != nil {
			return a.failed(err)
		}
		return nil
	})
}

// manual is the manual page of a command and those below it. It has no date, so
// that the same program always writes the same page.
func (a *app) manual(root *cobra.Command) string {
	m := manPage{app: a}
	m.line(`.\" -*- mode: troff; coding: utf-8 -*-`)
	m.macro("TH", strings.ToUpper(root.Name()), "1", "", root.Name()+" "+root.Version, a.T("man.title"))
	m.line(".nh")   // words stay whole,
	m.line(".ad l") // and lines are not stretched
	m.macro("SH", a.T("man.name"))
	m.text(root.Name() + " - " + root.Short)
	m.macro("SH", a.T("man.synopsis"))
	m.synopsis(a.usageLine(root))
	for _, c := range available(root) {
		m.macro("br")
		m.synopsis(a.usageLine(c))
	}
	m.macro("SH", a.T("man.description"))
	m.text(root.Long)
	m.macro("SH", a.T("man.options"))
	m.flags(root.LocalFlags())
	m.macro("SH", a.T("man.commands"))
	for _, c := range available(root) {
		m.section(c)
	}
	m.macro("SH", a.T("man.exit"))
	for _, code := range exitCodes {
		m.item(code, a.T("man.exit."+code))
	}
	m.macro("SH", a.T("man.json-title"))
	m.text(a.T("man.json"))
	m.macro("SH", a.T("man.environment"))
	for _, name := range variables {
		m.item(name, a.T("man.variable."+name))
	}
	m.macro("SH", a.T("man.examples-title"))
	m.example(root.Example)
	return m.b.String()
}

// manPage is a page in the macros of man(7).
type manPage struct {
	*app
	b strings.Builder
}

// line writes a line of roff as it is.
func (m *manPage) line(s string) { m.b.WriteString(s + "\n") }

// macro writes a macro and its arguments.
func (m *manPage) macro(name string, args ...string) {
	m.b.WriteString("." + name)
	for _, a := range args {
		m.b.WriteString(` "` + strings.ReplaceAll(escapeRoff(a), `"`, `\(dq`) + `"`)
	}
	m.b.WriteByte('\n')
}

// text writes paragraphs.
func (m *manPage) text(s string) {
	for i, paragraph := range strings.Split(s, "\n") {
		if i > 0 {
			m.macro("PP")
		}
		m.line(breakable(paragraph))
	}
}

// item writes a term and what it means.
func (m *manPage) item(term, about string) {
	m.macro("TP")
	m.line(`\fB` + escapeRoff(term) + `\fR`)
	m.line(breakable(about))
}

// synopsis writes how a command is called: its name and what is typed as it is in
// bold, the rest in italics.
func (m *manPage) synopsis(usage string) {
	var parts []string
	for word := range strings.FieldsSeq(usage) {
		font := `\fI`
		if strings.ToLower(word) == word && !strings.HasPrefix(word, "[") {
			font = `\fB`
		}
		parts = append(parts, font+escapeRoff(word)+`\fR`)
	}
	m.line(strings.Join(parts, " "))
}

// flags writes what the flags do.
func (m *manPage) flags(flags *pflag.FlagSet) {
	for _, row := range m.flagRows(flags) {
		m.item(strings.TrimSpace(row[0]), row[1])
	}
}

// section writes a command, its flags and its examples.
func (m *manPage) section(c *cobra.Command) {
	m.macro("SS", c.Use)
	m.text(c.Long)
	m.flags(c.LocalNonPersistentFlags())
	if c.Example != "" {
		m.macro("PP")
		m.example(c.Example)
	}
}

// example writes lines that are not filled.
func (m *manPage) example(s string) {
	m.macro("nf")
	for _, line := range strings.Split(s, "\n") {
		m.line(escapeRoff(line))
	}
	m.macro("fi")
}

// escapeRoff makes a text stand for itself: no escapes, no line that is taken for
// a request, and the signs of a shell as they are typed.
func escapeRoff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`).Replace(s)
	if strings.HasPrefix(s, ".") {
		return fmt.Sprintf(`\&%s`, s)
	}
	return s
}

// firstCJK is where Unicode's Chinese characters and punctuation begin.
const firstCJK = '\u2e80'

// breakable escapes a text that is filled. Roff breaks lines at blanks alone:
// between Chinese characters it has to be told where it may.
func breakable(s string) string {
	var b strings.Builder
	var before rune
	state := -1
	for s != "" {
		var part string
		part, s, _, state = uniseg.FirstLineSegmentInString(s, state)
		first, _ := utf8.DecodeRuneInString(part)
		if before >= firstCJK || before > ' ' && first >= firstCJK {
			b.WriteString(`\:`)
		}
		b.WriteString(escapeRoff(part))
		before, _ = utf8.DecodeLastRuneInString(part)
	}
	return b.String()
}
