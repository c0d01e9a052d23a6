package connector

import (
	"regexp"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// codeBlock takes the configuration out of a code block of Markdown, as it is copied
// from a page or a chat.
func codeBlock(text, _ string) (reading, bool) {
	fence := regexp.MustCompile("(?m)^ {0,3}(```+|~~~+)[^\n`]*$")
	at := fence.FindAllStringIndex(text, candidates)
	if len(at) == 0 {
		return reading{}, false
	}
	refused := []problem.Problem{{Severity: problem.Error, Code: problem.CodeBlock, At: jsondoc.PositionOf(text, at[0][0])}}
	for i := 0; i < len(at); i += 2 {
		from, to, after := at[i][1]+lineBreak(text[at[i][1]:]), len(text), len(text)
		if i+1 < len(at) {
			to, after = at[i+1][0], at[i+1][1]
		}
		var t taker
		t.copy(text, from, to)
		f := t.form(to)
		if !f.holds() {
			continue
		}
		alone := strings.TrimSpace(text[:at[i][0]]+text[after:]) == ""
		f.problems = []problem.Problem{{Severity: problem.Error, Code: problem.CodeBlock, At: jsondoc.PositionOf(text, at[i][0])}}
		f.mend, f.refused = alone, true
		return f, true
	}
	return reading{problems: refused}, true
}

// programCode takes the configuration out of a program that has it as JSON: what is
// assigned, exported, returned or called with.
func programCode(text, line string) (reading, bool) {
	const begins = `^(module\.exports|exports\b|export\s+(default|const|let|var|type|interface|async|function|=|\{|\*)|import\s|from\s+\S+\s+import` +
		`|(const|let|var|function|class|def|package|use)\s|window\.|globalThis\.|'use strict'|return\b|\(\{|[\w$.]+\s*=\s*[{(\[]|[\w$.]+\s*=\s*(require|json|JSON)\b)`
	if !matches(begins, line) || matches(`^[A-Za-z_]\w*=\S`, line) && !matches(`[{(\[]$`, line) {
		return reading{}, false
	}
	f := reading{problems: []problem.Problem{{Severity: problem.Error, Code: problem.ProgramCode, At: problem.Position{Line: 1, Column: 1}}}}
	for _, at := range regexp.MustCompile(`(?:=|\bdefault|\breturn|\()\s*(\{)`).FindAllStringSubmatchIndex(text, candidates) {
		s := jsondoc.Scanner{Src: text, Pos: at[2]}
		v := s.Value()
		if v == nil {
			continue
		}
		var t taker
		t.copy(text, v.Start, v.End)
		if taken := t.form(v.End); taken.holds() {
			taken.problems, taken.refused = f.problems, true
			return taken, true
		}
	}
	return f, true
}
