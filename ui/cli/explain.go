package cli

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"logto-twilio/connector"
	"logto-twilio/connector/links"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/lines"
)

// explainOptions are what the command line says.
type explainOptions struct {
	words []string
	json  bool
}

// explanation is what is known about a code; the tags are those of --json.
type explanation struct {
	Code  any    `json:"code"` // a number of Twilio's, a text of ours
	Known bool   `json:"known"`
	Title string `json:"title"`
	Why   string `json:"why"`
	Do    string `json:"do"`
	Link  string `json:"link"`
	ended
}

// longestCode is how many digits a code of Twilio's has at most.
const longestCode = 6

// newExplain is the command that explains codes.
func newExplain(env Env, tr i18n.Printer) *cobra.Command {
	var o explainOptions
	var doc explanation
	cmd := &cobra.Command{
		Use:     "explain CODE",
		Short:   tr.T("explain.short"),
		Long:    tr.T("explain.long"),
		Example: tr.T("explain.examples"),
		ValidArgsFunction: func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return completeCode(tr, args, typed), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			o.words = args
			return runExplain(env, tr, o, &doc)
		},
	}
	documented(env, tr, cmd, &o.json, &doc, tr.T("explain.flag.json"))
	return cmd
}

// runExplain explains the code that was named, and notes that in doc.
func runExplain(env Env, tr i18n.Printer, o explainOptions, doc *explanation) error {
	if len(o.words) == 0 {
		return usageError(tr, "explain.no-code")
	}
	e, ok := explain(tr, strings.Join(o.words, " "))
	if !ok {
		return because(reasonUnknownCode, unknownCode(tr, strings.Join(o.words, " ")))
	}
	*doc = e
	if !o.json {
		writeExplanation(painted(env), tr, e, env.Width)
	}
	if !e.Known {
		doc.Error = &reportError{Code: reasonUnknownCode, Message: e.Why, Hint: e.Do}
		return &failure{code: exitProblem}
	}
	return nil
}

// explain finds what is known about a code as people name it: one with a
// name, or a number of Twilio's with whatever stands around it (#30034, Error
// 30034, the address of its page). It is false where there is no one code.
func explain(tr i18n.Printer, named string) (explanation, bool) {
	code := strings.ToLower(strings.TrimSpace(named))
	if key := codeKey(code); key != "" {
		said := tr.InGeneral(key)
		return explanation{Code: code, Known: true, Title: said.Message, Do: said.Hint}, true
	}
	numbers := regexp.MustCompile(`\d+`).FindAllString(named, -1)
	if len(numbers) != 1 || len(numbers[0]) > longestCode {
		return explanation{}, false
	}
	n, _ := strconv.Atoi(numbers[0]) // so few digits are a number
	x := tr.TwilioError(n)
	return explanation{Code: n, Known: x.Known, Title: x.Title, Why: x.Why, Do: x.Do, Link: x.Link}, true
}

// unknownCode is the error of a word that names no code.
func unknownCode(tr i18n.Printer, word string) error {
	f := &failure{i18n.Message{
		Message: tr.T("explain.unknown", "word", typed(word)),
		Hint:    tr.T("explain.unknown.hint", "link", links.TwilioErrors),
	}, exitUsage}
	if right, ok := connector.Closest(word, namedCodes()); ok {
		f.said.Hint = tr.T("cli.did-you-mean", "right", right)
	}
	return f
}

// writeExplanation writes an explanation for people, broken into lines for a
// terminal of that width.
func writeExplanation(w io.Writer, tr i18n.Printer, e explanation, width int) {
	bold := lipgloss.NewStyle().Bold(true)
	fmt.Fprintln(w, bold.Render(tr.T("explain.title", "code", e.Code, "title", e.Title)))
	for _, part := range []struct{ heading, text string }{
		{tr.T("explain.why"), e.Why},
		{tr.T("explain.do"), e.Do},
		{tr.T("explain.link"), e.Link},
	} {
		if part.text == "" {
			continue
		}
		if width > 0 && part.text != e.Link {
			part.text = lines.Wrap(part.text, min(width, helpWidth)-2)
		}
		fmt.Fprintf(w, "\n%s\n%s\n", bold.Render(part.heading), lines.Indent(part.text, "  "))
	}
}

// completeCode offers the codes of Twilio, and ours once a letter was typed.
func completeCode(tr i18n.Printer, args []string, typed string) []cobra.Completion {
	if len(args) > 0 {
		return nil
	}
	var all []cobra.Completion
	for _, n := range i18n.TwilioCodes() {
		if code := strconv.Itoa(n); strings.HasPrefix(code, typed) {
			all = append(all, cobra.CompletionWithDesc(code, tr.TwilioError(n).Title))
		}
	}
	for _, c := range namedCodes() {
		if typed != "" && strings.HasPrefix(c, typed) {
			all = append(all, cobra.CompletionWithDesc(c, tr.InGeneral(codeKey(c)).Message))
		}
	}
	return all
}
