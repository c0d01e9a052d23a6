package connector

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// prototypeKey is the key that Logto refuses anywhere in a body (400).
const prototypeKey = "__proto__"

// unstorableCodes are the problems of what Logto cannot keep as it is. It refuses all but
// the last, without saying what is wrong, and makes null of the last.
var unstorableCodes = []problem.Code{problem.LoneSurrogate, problem.NULCharacter, problem.PrototypeKey, problem.HugeNumber}

// Unstorable returns the first of Problems that keeps Logto from storing the document as
// it is, whatever the guard says; false where there is none.
func (d *Document) Unstorable() (problem.Problem, bool) {
	problems := d.Problems()
	i := slices.IndexFunc(problems, func(p problem.Problem) bool { return slices.Contains(unstorableCodes, p.Code) })
	if i < 0 {
		return problem.Problem{}, false
	}
	return problems[i], true
}

// unstorable reports what Logto cannot store of a value: NUL and halves of a
// character (422, entity.invalid_input), and numbers that are infinite in
// JavaScript, which JSON.stringify makes null.
func (r *report) unstorable(v *jsondoc.Value) {
	switch v.Kind {
	case jsondoc.String:
		r.unstorableText(v.Text, v.At)
		if at := loneSurrogate(v.Text); at >= 0 {
			r.place([]problem.Problem{{Severity: problem.Error, Code: problem.LoneSurrogate, Within: at + 1}}, pointer(r.way), v)
		}
	case jsondoc.Number:
		if n, _ := strconv.ParseFloat(v.Text, 64); math.IsInf(n, 0) {
			r.add(problem.Problem{Severity: problem.Error, Code: problem.HugeNumber, Path: pointer(r.way), At: v.At})
		}
	}
}

// unstorableKey reports what Logto cannot store of a key.
func (r *report) unstorableKey(m *jsondoc.Member) {
	r.unstorableText(m.Key, m.KeyAt)
	if loneSurrogate(m.Key) >= 0 {
		r.add(problem.Problem{Severity: problem.Error, Code: problem.LoneSurrogate, Path: pointer(r.way), At: m.KeyAt})
	}
	if m.Key == prototypeKey {
		r.add(problem.Problem{Severity: problem.Error, Code: problem.PrototypeKey, Path: pointer(r.way), At: m.KeyAt})
	}
}

// unstorableText reports a NUL in a text.
func (r *report) unstorableText(text string, at problem.Position) {
	if strings.IndexByte(text, 0) >= 0 {
		r.add(problem.Problem{Severity: problem.Error, Code: problem.NULCharacter, Path: pointer(r.way), At: at})
	}
}

// contentProblems judges the text of a template, but for what unstorable reports.
func contentProblems(usage, content *jsondoc.Value) []problem.Problem {
	stored := func(p problem.Problem) bool { return p.Code == problem.LoneSurrogate }
	return slices.DeleteFunc(checkContent(UsageType(textOf(usage)), content.Text), stored)
}
