package connector

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// prototypeKey is the key that Logto refuses anywhere in a body (400).
const prototypeKey = "__proto__"

// unstorable reports what Logto cannot store of a value: NUL and halves of a
// character (422, entity.invalid_input), and numbers that are infinite in
// JavaScript, which JSON.stringify makes null.
func (r *report) unstorable(v *Value) {
	switch v.Kind {
	case String:
		r.unstorableText(v.Text, v.At)
		if at := loneSurrogate(v.Text); at >= 0 {
			r.place([]Problem{{Severity: Error, Code: LoneSurrogate, within: at + 1}}, pointer(r.way), v)
		}
	case Number:
		if n, _ := strconv.ParseFloat(v.Text, 64); math.IsInf(n, 0) {
			r.add(Problem{Severity: Error, Code: HugeNumber, Path: pointer(r.way), At: v.At})
		}
	}
}

// unstorableKey reports what Logto cannot store of a key.
func (r *report) unstorableKey(m *Member) {
	r.unstorableText(m.Key, m.KeyAt)
	if loneSurrogate(m.Key) >= 0 {
		r.add(Problem{Severity: Error, Code: LoneSurrogate, Path: pointer(r.way), At: m.KeyAt})
	}
	if m.Key == prototypeKey {
		r.add(Problem{Severity: Error, Code: PrototypeKey, Path: pointer(r.way), At: m.KeyAt})
	}
}

// unstorableText reports a NUL in a text.
func (r *report) unstorableText(text string, at Position) {
	if strings.IndexByte(text, 0) >= 0 {
		r.add(Problem{Severity: Error, Code: NULCharacter, Path: pointer(r.way), At: at})
	}
}

// contentProblems judges the text of a template, but for what unstorable reports.
func contentProblems(usage, content *Value) []Problem {
	stored := func(p Problem) bool { return p.Code == LoneSurrogate }
	return slices.DeleteFunc(checkContent(UsageType(textOf(usage)), content.Text), stored)
}
