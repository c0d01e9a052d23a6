package connector

import (
	"iter"
	"strings"
	"unicode/utf8"

	"logto-twilio/connector/char"
)

// Render replaces the placeholders of content as connector-kit's
// replaceSendMessageHandlebars does since Logto 1.25: one whose root p lacks
// stays as written, any other becomes its value, and a name with a dot nothing,
// since no value that an SMS gets has members.
//
// The kit also finds what every JavaScript object inherits and renders
// {{toString}} or {{constructor}} as garbage. Render does not: such a root stays
// as written.
//
// content and the texts of p may hold lone surrogates in their three-byte form
// (see [Value]); two halves that meet become the character they make.
func Render(content string, p Payload) string {
	var out []byte
	done := 0
	for ph := range placeholders(content) {
		if _, known := p[ph.Root]; ph.Root == "" || !known {
			continue
		}
		if out == nil {
			out = make([]byte, 0, len(content))
		}
		out = char.AppendWTF8(out, content[done:ph.Start])
		out = char.AppendWTF8(out, p[ph.Name]) // nothing for a member of a root
		done = ph.End
	}
	if done == 0 {
		return content
	}
	return string(char.AppendWTF8(out, content[done:]))
}

// Placeholder is one {{name}} of a template.
type Placeholder struct {
	Name       string // what is between the braces, without blanks
	Root       string // the part before the first dot, "" in {{.name}}
	Start, End int    // byte offsets into the content, braces included
}

// Placeholders finds the placeholders of content, as Render would: also those
// that no payload has a value for.
func Placeholders(content string) []Placeholder {
	var all []Placeholder
	for ph := range placeholders(content) {
		all = append(all, ph)
	}
	return all
}

// placeholders yields the matches of JavaScript's /{{\s*([\w.]+)\s*}}/g. No text
// between two braces is read twice, so the time is linear.
func placeholders(content string) iter.Seq[Placeholder] {
	return func(yield func(Placeholder) bool) {
		at := 0
		for {
			open := strings.Index(content[at:], "{{")
			if open < 0 {
				return
			}
			ph, ok := placeholderAt(content, at+open)
			if !ok {
				at += open + 1
				continue
			}
			if !yield(ph) {
				return
			}
			at = ph.End
		}
	}
}

// placeholderAt reads the placeholder whose "{{" stands at start. Blanks, name
// and braces share no character, so there is nothing to backtrack into.
func placeholderAt(content string, start int) (Placeholder, bool) {
	from := skipBlanks(content, start+len("{{"))
	to := from
	for to < len(content) && isNameByte(content[to]) {
		to++
	}
	end := skipBlanks(content, to)
	if to == from || !strings.HasPrefix(content[end:], "}}") {
		return Placeholder{}, false
	}
	name := content[from:to]
	root, _, _ := strings.Cut(name, ".")
	return Placeholder{Name: name, Root: root, Start: start, End: end + len("}}")}, true
}

// isNameByte reports whether b is one of [\w.], which is ASCII in JavaScript.
func isNameByte(b byte) bool {
	return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' || b == '_' || b == '.'
}

// skipBlanks returns the offset of the first character at or after at that is
// not JavaScript's \s.
func skipBlanks(s string, at int) int {
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !isBlank(r) {
			break
		}
		at += size
	}
	return at
}

// isBlank reports whether JavaScript's \s matches r: WhiteSpace and LineTerminator
// of ECMA-262, which has U+FEFF and lacks U+0085, unlike unicode.IsSpace.
func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\ufeff':
		return true
	}
	return '\u2000' <= r && r <= '\u200a'
}
