package export

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/redact"
)

// ErrTokenCharacter is the error of a token with a character that readers of .env files
// do not all read in the same way.
var ErrTokenCharacter = errors.New("the token has a character that a .env file cannot hold")

// SetToken sets TWILIO_AUTH_TOKEN in the text of a .env file, which may be empty.
// Every line that sets it gets the new value and otherwise stays, apart from a carriage
// return at its end, which a shell would take for a part of the token. Without such a
// line, one is added at the end. All other lines stay byte for byte.
//
// The difference shows only those lines, with masked values: other lines may hold other
// secrets. It is nil where nothing changes. The error is ErrTokenCharacter.
func SetToken(old []byte, token string) (data []byte, diff []DiffLine, err error) {
	value, err := envValue(token)
	if err != nil {
		return nil, nil, err
	}
	var b strings.Builder
	rest, mark := strings.CutPrefix(string(old), utf8Mark)
	if mark {
		b.WriteString(utf8Mark)
	}
	e := envEditor{token: token, value: value}
	for rest != "" {
		line := firstEntry(rest)
		rest = rest[len(line):]
		b.WriteString(e.entry(line))
	}
	if !e.found {
		if s := b.String(); s != "" && s != utf8Mark && !strings.HasSuffix(s, "\n") {
			b.WriteString("\n")
		}
		b.WriteString(environ.AuthToken + "=" + value + "\n")
		e.show(DiffLine{Kind: Added, Text: environ.AuthToken + "=" + redact.Mask})
	}
	if !e.changed {
		return old, nil, nil
	}
	return []byte(b.String()), e.diff, nil
}

// TokenOf returns the value of TWILIO_AUTH_TOKEN in the text of a .env file, without
// its quotes; false where no line sets it. Of several the last counts, as in a shell.
func TokenOf(text []byte) (token string, found bool) {
	rest := strings.TrimPrefix(string(text), utf8Mark)
	for rest != "" {
		entry := firstEntry(rest)
		rest = rest[len(entry):]
		if name, at := assignment(entry); name == environ.AuthToken {
			token, found = unquoted(strings.TrimSpace(valueOf(entry[at:]))), true
		}
	}
	return token, found
}

// unquoted removes the quotes around a value and, in double quotes, the backslashes before
// quotes and backslashes.
func unquoted(value string) string {
	switch {
	case strings.HasPrefix(value, "#"): // a comment, and no value before it
		return ""
	case len(value) < 2 || value[0] != value[len(value)-1]:
		return value
	case value[0] == '\'':
		return value[1 : len(value)-1]
	case value[0] == '"':
		return strings.NewReplacer(`\\`, `\`, `\"`, `"`).Replace(value[1 : len(value)-1])
	}
	return value
}

// utf8Mark is the byte order mark of UTF-8.
const utf8Mark = "\ufeff"

// envValue writes a token as a value. What Twilio gives needs no quotes.
func envValue(token string) (string, error) {
	switch {
	case regexp.MustCompile(`^[A-Za-z0-9_.-]+$`).MatchString(token):
		return token, nil
	case token == "" || strings.ContainsFunc(token, func(r rune) bool { return r == '\'' || r == '\\' || r < ' ' || r == 0x7f }):
		return "", ErrTokenCharacter
	}
	return "'" + token + "'", nil
}

// envEditor goes through the entries of a .env file.
type envEditor struct {
	token, value string // value is the token as it is written
	found        bool   // the variable is set
	changed      bool
	diff         []DiffLine
}

// entry is what becomes of an entry.
func (e *envEditor) entry(entry string) string {
	name, at := assignment(entry)
	if name != environ.AuthToken {
		e.skip(entry)
		return entry
	}
	e.found = true
	before, old := entry[:at], valueOf(entry[at:])
	after := entry[at+len(old):]
	line := strings.TrimSuffix(after, "\n")
	end := strings.TrimRight(line, "\r") + after[len(line):]
	if end == after && slices.Contains([]string{e.token, `"` + e.token + `"`, "'" + e.token + "'"}, strings.TrimLeft(old, " \t")) {
		e.skip(entry)
		return entry
	}
	e.show(DiffLine{Kind: Changed, Text: redact.Escape(strings.TrimSpace(before)) + redact.Mask})
	return before + e.value + end
}

// show adds a line to the difference.
func (e *envEditor) show(l DiffLine) {
	e.changed = true
	e.diff = append(e.diff, l)
}

// skip leaves the lines of an entry out of the difference.
func (e *envEditor) skip(entry string) {
	n := strings.Count(strings.TrimSuffix(entry, "\n"), "\n") + 1
	if last := len(e.diff) - 1; last >= 0 && e.diff[last].Kind == Skipped {
		e.diff[last].Count += n
		return
	}
	e.diff = append(e.diff, DiffLine{Kind: Skipped, Count: n})
}

// firstEntry is what a text begins with: a line or, where a quoted value goes on
// after its line, several.
func firstEntry(text string) string {
	end := lineEnd(text)
	name, at := assignment(text[:end])
	if name == "" {
		return text[:end]
	}
	at += len(valueOf(text[at:]))
	return text[:max(end, at+lineEnd(text[at:]))]
}

// assignment is the name that a line sets, and where its value begins; "" where it
// sets none.
func assignment(line string) (name string, value int) {
	const blanks = " \t"
	s := strings.TrimLeft(line, blanks)
	if rest, ok := strings.CutPrefix(s, "export"); ok {
		after := strings.TrimLeft(rest, blanks)
		if after != rest && !strings.HasPrefix(after, "=") {
			s = after
		}
	}
	name, s, found := strings.Cut(s, "=")
	if name = strings.TrimRight(name, blanks); !found || name == "" || strings.ContainsAny(name, "# \t\r\n") {
		return "", 0
	}
	return name, len(line) - len(s)
}

// valueOf is the value that a text begins with, blanks before it included: up to
// the closing quote, where there is one, else up to a comment or the end of the line.
func valueOf(text string) string {
	value := strings.TrimLeft(text, " \t")
	from := len(text) - len(value)
	if value != "" && (value[0] == '"' || value[0] == '\'') {
		for i := 1; i < len(value); i++ {
			switch {
			case value[i] == '\\' && value[0] == '"':
				i++
			case value[i] == value[0]:
				return text[:from+i+1]
			}
		}
	}
	line := strings.TrimRight(text[:lineEnd(text)], "\r\n")
	for i := 1; i < len(line); i++ {
		if line[i] == '#' && (line[i-1] == ' ' || line[i-1] == '\t') {
			line = line[:i]
			break
		}
	}
	return strings.TrimRight(line, " \t")
}

// lineEnd is where the first line of a text ends, its end included.
func lineEnd(text string) int {
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		return i + 1
	}
	return len(text)
}
