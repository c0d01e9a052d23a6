package connector

import (
	"slices"
	"strings"
	"unicode"

	"logto-twilio/connector/char"
	"logto-twilio/connector/problem"
)

// hiddenIn names the characters of a name that a reader cannot see, or takes for a
// Latin letter, each once, as in "U+0430 CYRILLIC SMALL LETTER A"; nil where there are
// none. A blank counts at the ends, where it cannot be seen.
func hiddenIn(name string) (names []string) {
	middle := strings.Trim(name, " ")
	if middle != name {
		names = append(names, char.Name(' '))
	}
	for _, r := range middle {
		_, twin := twins[unicode.ToLower(r)]
		known := char.CharacterNames[r] != "" && r != ' '
		if n := char.Name(r); (twin || known || char.Invisible(r)) && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	const most = 4 // make the point
	return names[:min(len(names), most)]
}

// withHidden adds what is hidden in a name to the arguments of a problem.
func withHidden(args problem.Args, name string) problem.Args {
	if hidden := hiddenIn(name); hidden != nil {
		args["hidden"] = hidden
	}
	return args
}

// hidden reports what cannot be seen in a text that is UCS-2 anyway.
func (c *contentCheck) hidden() {
	at := strings.IndexFunc(c.text, isHidden)
	if at < 0 || strings.IndexByte(c.text, 0) >= 0 { // which is an error of its own
		return
	}
	count := 0
	for _, r := range c.text {
		if isHidden(r) {
			count++
		}
	}
	r, _ := char.DecodeWTF8(c.text[at:])
	c.addAt(at, problem.Warning, problem.HiddenCharacter, problem.Args{"character": char.Name(r), "count": count})
}

// isHidden reports whether a character has no place in a message: controls, separators
// of lines, and formatting that no script needs. Joiners and marks of direction are
// needed by some.
func isHidden(r rune) bool {
	switch r {
	case '\n', '\r', '\u200c', '\u200d', '\u200e', '\u200f', '\u061c':
		return false
	case '\u2028', '\u2029', '\u3164', '\uffa0', '\u2800':
		return true
	}
	tag := 0xe0020 <= r && r <= 0xe007f // of a flag
	return !tag && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r))
}
