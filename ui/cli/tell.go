package cli

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"logto-twilio/ui/lines"
)

// margin stands before a hint, and before what goes on a line that was broken.
const margin = "  "

// tell writes words for people to standard error: a text, and hints in lines of
// their own under it. What is "" is left out. On a terminal lines are broken, but
// no address, path or command line is.
func tell(env Env, text string, hints ...string) {
	if text != "" {
		fmt.Fprintln(env.Err, hanging(env.ErrWidth, text))
	}
	for _, hint := range hints {
		if hint != "" {
			fmt.Fprintln(env.Err, margin+hanging(env.ErrWidth, hint))
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
