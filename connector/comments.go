package connector

import (
	"slices"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// withoutComments extracts the configuration from JSON with comments, which some
// editors read, and leaves out the commas that they allow before a bracket; false where
// there is no comment.
func withoutComments(text string) (extraction, bool) {
	l := lexer{text: text, comma: -1}
	for l.at < len(text) {
		l.next()
	}
	if len(l.comments) == 0 {
		return extraction{}, false
	}
	gone := slices.Concat(l.comments, l.commas)
	slices.SortFunc(gone, func(a, b removal) int { return a.Start - b.Start })
	var e extractor
	done := 0
	for _, r := range gone {
		e.copy(text, done, r.Start)
		done = r.End
	}
	e.copy(text, done, len(text))
	x := e.result(len(text))
	x.replaceable, x.refused = true, true
	x.problems = problemsOf(text, gone)
	return x, true
}

// problemsOf are the problems of what is removed, in its order.
func problemsOf(text string, gone []removal) []problem.Problem {
	gone = gone[:min(len(gone), maxListed)]
	offsets := make([]int, len(gone))
	for i, r := range gone {
		offsets[i] = r.at
	}
	problems := make([]problem.Problem, len(gone))
	for i, at := range jsondoc.PositionsOf(text, offsets) {
		problems[i] = problem.Problem{Severity: problem.Error, Code: problem.Comment, At: at}
		if closer := gone[i].closer; closer != 0 {
			problems[i].Code, problems[i].Args = problem.TrailingComma, problem.Args{"closer": string(closer)}
		}
	}
	return problems
}

// removal is what JSON does not have: a comment and, where nothing else is in its
// line, that line; or a comma before a closer.
type removal struct {
	jsondoc.Span
	at     int // where it is said to be
	closer byte
}

// lexer goes through a text far enough to tell comments from strings.
type lexer struct {
	text     string
	at       int
	comma    int // the last token, where that is a comma; else -1
	comments []removal
	commas   []removal
}

// next passes a string, a comment, or one byte.
func (l *lexer) next() {
	rest := l.text[l.at:]
	switch c := rest[0]; {
	case strings.HasPrefix(rest, "/*"):
		end := strings.Index(rest[2:], "*/")
		if end < 0 {
			end = len(rest) - 4
		}
		l.comment(l.at + 2 + end + 2)
	case c == '#', strings.HasPrefix(rest, "//"):
		l.comment(l.at + lineLength(rest))
	case c == '"':
		l.comma = -1
		l.at += stringLength(rest)
	case strings.IndexByte(" \t\r\n", c) >= 0:
		l.at++
	case c == ',':
		l.comma = l.at
		l.at++
	default:
		if (c == '}' || c == ']') && l.comma >= 0 {
			l.commas = append(l.commas, removal{jsondoc.Span{Start: l.comma, End: l.comma + 1}, l.comma, c})
		}
		l.comma = -1
		l.at++
	}
}

// comment notes a comment that ends at end: with the blanks before it, and with its
// line where nothing else is in that.
func (l *lexer) comment(end int) {
	r := removal{Span: jsondoc.Span{Start: l.at, End: end}, at: l.at}
	done := 0 // what is removed already
	if n := len(l.comments); n > 0 {
		done = l.comments[n-1].End
	}
	r.Start = max(done, len(strings.TrimRight(l.text[:l.at], " \t")))
	opens := r.Start == 0 || l.text[r.Start-1] == '\n'
	rest := strings.TrimLeft(l.text[end:], " \t")
	switch line := len(l.text) - len(rest); {
	case opens && strings.HasPrefix(rest, "\r\n"):
		r.End = line + 2
	case opens && strings.HasPrefix(rest, "\n"):
		r.End = line + 1
	case !opens && (rest == "" || rest[0] == '\r' || rest[0] == '\n'):
		r.End = line
	default: // something follows, which keeps its distance
		r.Start = l.at
	}
	l.comments = append(l.comments, r)
	l.at = r.End
}

// lineLength is how long the first line of a text is, without its end.
func lineLength(text string) int {
	if i := strings.IndexAny(text, "\r\n"); i >= 0 {
		return i
	}
	return len(text)
}

// stringLength is how long the string is that a text begins with: up to its closing
// quote, or to the end of a line.
func stringLength(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		case '\r', '\n':
			return i
		}
	}
	return len(text)
}
