package cli

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/spf13/cobra"

	"logto-twilio/connector/links"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/lines"
)

// explainCommand explains codes.
type explainCommand struct {
	*app
	words []string
	json  bool
	doc   explanation
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
func (a *app) newExplain() *cobra.Command {
	c := &explainCommand{app: a}
	cmd := a.command("explain", "CODE")
	cmd.ValidArgsFunction = func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return a.completeCode(args, typed), cobra.ShellCompDirectiveNoFileComp
	}
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		c.words = args
		return c.run()
	}
	a.documented(cmd, &c.json, &c.doc)
	return cmd
}

// run explains the code that was named.
func (c *explainCommand) run() error {
	if len(c.words) == 0 {
		return c.usageError("explain.no-code")
	}
	word := strings.Join(c.words, " ")
	e, ok := c.explain(word)
	if !ok {
		f := c.unknownWord(word, namedCodes(), "explain.unknown", "word", typed(word), "link", links.TwilioErrors)
		return because(reasonUnknownCode, f)
	}
	c.doc = e
	if !c.json {
		c.writeExplanation(c.painted(), e)
	}
	if !e.Known {
		return &failure{exit: exitProblem, reason: reasonUnknownCode, inJSON: i18n.Message{Message: e.Why, Hint: e.Do}}
	}
	return nil
}

// explain finds what is known about a code as people name it: one with a
// name, or a number of Twilio's with whatever stands around it (#30034, Error
// 30034, the address of its page). It is false where there is no one code.
func (a *app) explain(named string) (explanation, bool) {
	code := strings.ToLower(strings.TrimSpace(named))
	if key := codeKey(code); key != "" {
		said := a.InGeneral(key)
		return explanation{Code: code, Known: true, Title: said.Message, Do: said.Hint}, true
	}
	numbers := regexp.MustCompile(`\d+`).FindAllString(named, -1)
	if len(numbers) != 1 || len(numbers[0]) > longestCode {
		return explanation{}, false
	}
	n, _ := strconv.Atoi(numbers[0]) // so few digits are a number
	x := a.TwilioError(n)
	return explanation{Code: n, Known: x.Known, Title: x.Title, Why: x.Why, Do: x.Do, Link: x.Link}, true
}

// writeExplanation writes an explanation for people, broken into lines for a terminal.
func (a *app) writeExplanation(w io.Writer, e explanation) {
	bold := lipgloss.NewStyle().Bold(true)
	fmt.Fprintln(w, bold.Render(a.T("explain.title", "code", e.Code, "title", e.Title)))
	for _, part := range []struct{ heading, text string }{
		{a.T("explain.why"), e.Why},
		{a.T("explain.do"), e.Do},
		{a.T("explain.link"), e.Link},
	} {
		if part.text == "" {
			continue
		}
		if a.Width > 0 && part.text != e.Link {
			part.text = lines.Wrap(part.text, min(a.Width, helpWidth)-2)
		}
		fmt.Fprintf(w, "\n%s\n%s\n", bold.Render(part.heading), lines.Indent(part.text, "  "))
	}
}

// completeCode offers the codes of Twilio, and ours once a letter was typed.
func (a *app) completeCode(args []string, typed string) []cobra.Completion {
	if len(args) > 0 {
		return nil
	}
	var all []cobra.Completion
	for _, n := range i18n.TwilioCodes() {
		if code := strconv.Itoa(n); strings.HasPrefix(code, typed) {
			all = append(all, cobra.CompletionWithDesc(code, a.TwilioError(n).Title))
		}
	}
	for _, c := range namedCodes() {
		if typed != "" && strings.HasPrefix(c, typed) {
			all = append(all, cobra.CompletionWithDesc(c, a.InGeneral(codeKey(c)).Message))
		}
	}
	return all
}
