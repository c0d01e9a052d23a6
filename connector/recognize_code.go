package connector

import (
	"regexp"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// codeBlock extracts the configuration from a Markdown code block, as it is copied from
// a page or a chat.
func codeBlock(text, _ string) (extraction, bool) {
	fence := regexp.MustCompile("(?m)^ {0,3}(```+|~~~+)[^\n`]*$")
	at := fence.FindAllStringIndex(text, maxCandidates)
	if len(at) == 0 {
		return extraction{}, false
	}
	refused := []problem.Problem{{Severity: problem.Error, Code: problem.CodeBlock, At: jsondoc.PositionOf(text, at[0][0])}}
	for i := 0; i < len(at); i += 2 {
		from, to, after := at[i][1]+lineBreak(text[at[i][1]:]), len(text), len(text)
		if i+1 < len(at) {
			to, after = at[i+1][0], at[i+1][1]
		}
		var e extractor
		e.copy(text, from, to)
		x := e.result(to)
		if !x.isConfig() {
			continue
		}
		alone := strings.TrimSpace(text[:at[i][0]]+text[after:]) == ""
		x.problems = []problem.Problem{{Severity: problem.Error, Code: problem.CodeBlock, At: jsondoc.PositionOf(text, at[i][0])}}
		x.replaceable, x.refused = alone, true
		return x, true
	}
	return extraction{problems: refused}, true
}

// programCode extracts the configuration from a program that contains it as JSON: in an
// assignment, an export, a return or a call.
func programCode(text, line string) (extraction, bool) {
	const begins = `^(module\.exports|exports\b|export\s+(default|const|let|var|type|interface|async|function|=|\{|\*)|import\s|from\s+\S+\s+import` +
		`|(const|let|var|function|class|def|package|use)\s|window\.|globalThis\.|'use strict'|return\b|\(\{|[\w$.]+\s*=\s*[{(\[]|[\w$.]+\s*=\s*(require|json|JSON)\b)`
	if !matches(begins, line) || matches(`^[A-Za-z_]\w*=\S`, line) && !matches(`[{(\[]$`, line) {
		return extraction{}, false
	}
	x := extraction{problems: []problem.Problem{{Severity: problem.Error, Code: problem.ProgramCode, At: problem.Position{Line: 1, Column: 1}}}}
	for _, at := range regexp.MustCompile(`(?:=|\bdefault|\breturn|\()\s*(\{)`).FindAllStringSubmatchIndex(text, maxCandidates) {
		s := jsondoc.Scanner{Src: text, Pos: at[2]}
		v := s.Value()
		if v == nil {
			continue
		}
		var e extractor
		e.copy(text, v.Start, v.End)
		if taken := e.result(v.End); taken.isConfig() {
			taken.problems, taken.refused = x.problems, true
			return taken, true
		}
	}
	return x, true
}
