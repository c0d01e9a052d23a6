package connector

import (
	"slices"
	"strings"
	"unicode"

	"logto-twilio/connector/char"
	"logto-twilio/connector/jsondoc"
)

// filling is when Logto fills a variable of an SMS in.
type filling int

const (
	always    filling = iota
	sometimes         // sent as written otherwise
	never             // sent as written
	inherited         // sent as a piece of program
)

// objectNames are what every object of JavaScript has, and connector-kit finds
// in a payload too, because it asks with "in" (ECMA-262, Properties of the Object
// Prototype Object, and Annex B.2.2).
var objectNames = []string{
	"constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString",
	"valueOf", "__proto__", "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
}

// fillingOf says when a variable of this root is filled in.
func fillingOf(root string) filling {
	switch {
	case root == "code":
		return always
	case root == "locale", root == "uiLocales":
		return sometimes
	case slices.Contains(objectNames, root):
		return inherited
	}
	return never
}

// The brackets that people use instead of {{ }}. Braces count even without a partner.
const (
	braces        = "{}｛｝"
	otherBrackets = "[]【】<>＜＞《》%％"
)

// codeNames are other names that people give to the code, folded.
var codeNames = []string{
	"otp", "otpcode", "pin", "pincode", "passcode", "verificationcode", "verifycode", "authcode", "smscode",
	"verification", "vcode", "验证码",
}

// misspeltCodes finds what was meant to be {{code}} and is not: {code},
// {{Code}}, {{.code}}, {{code}, {{passcode}}, the same in full-width braces.
// right are the placeholders that Logto does something with; where one of them
// is the code, only braces count.
func misspeltCodes(text string, right []Placeholder) []jsondoc.Span {
	brackets := braces
	if !slices.ContainsFunc(right, isCode) {
		brackets += otherBrackets
	}
	var meant []jsondoc.Span
	for i := 0; i < len(text); {
		limit := len(text)
		if len(right) > 0 {
			limit = right[0].Start
		}
		if i >= limit {
			i, right = right[0].End, right[1:]
			continue
		}
		end, ok := bracketedCode(text[i:limit], brackets)
		if ok {
			meant = append(meant, jsondoc.Span{Start: withDollar(text, i), End: i + end})
		}
		i += end
	}
	return meant
}

// isCode reports whether a placeholder is the code, blanks in the braces or not.
func isCode(p Placeholder) bool { return p.Name == "code" }

// withDollar is i, or where the $ before it stands, as in ${code}.
func withDollar(text string, i int) int {
	if strings.HasSuffix(text[:i], "$") {
		return i - 1
	}
	return i
}

// bracketedCode reads brackets with the code's name in them, at the beginning of
// s, and says where they end. Where it is no such thing, end is where to go on.
func bracketedCode(s, brackets string) (end int, ok bool) {
	name := strings.TrimLeft(s, brackets)
	opener := s[:len(s)-len(name)]
	if opener == "" {
		return nextBracket(s, brackets), false
	}
	name = strings.TrimLeftFunc(name, isPadding)
	rest := strings.TrimLeftFunc(name, isNameRune)
	name = name[:len(name)-len(rest)]
	padded := strings.TrimLeftFunc(rest, isPadding)
	after := strings.TrimLeft(padded, brackets)
	closed := len(after) < len(padded)
	if !meansCode(name) || !closed && !strings.ContainsAny(opener, braces) {
		return len(opener), false
	}
	if !closed {
		after = rest
	}
	return len(s) - len(after), true
}

// nextBracket is where the first of these brackets stands in s, else its length.
func nextBracket(s, brackets string) int {
	for i, r := range s {
		ofWord := r == ' ' || 'a' <= r && r <= 'z' // as most are
		if !ofWord && strings.ContainsRune(brackets, r) {
			return i
		}
	}
	return len(s)
}

// isNameRune reports whether a character may be part of a name in brackets.
func isNameRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-'
}

// isPadding reports whether a character may stand between braces and name.
func isPadding(r rune) bool {
	return unicode.IsSpace(r) || char.Invisible(r) || strings.ContainsRune(".$*#\"'", r)
}

// meansCode reports whether a name in brackets stands for the code.
func meansCode(name string) bool {
	folded := fold(name)
	return folded != "" && (distance(folded, "code") <= 1 || slices.Contains(codeNames, folded))
}
