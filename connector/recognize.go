package connector

import (
	"regexp"
	"slices"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// recognize says what a text is that is not JSON; false where that is not known. first
// is the first problem of reading it as JSON.
func recognize(text string, first problem.Problem) (extraction, bool) {
	switch first.Code {
	case problem.EmptyText, problem.NotUTF8, problem.TooDeep:
		return extraction{}, false
	}
	if x, ok := conflicted(text); ok {
		return x, true
	}
	line, start := firstLine(text)
	switch start {
	case '{', '[', '"':
		return recognizeJSON(text, line, first)
	case '<':
		return markup(text, line)
	}
	for _, known := range []func(text, line string) (extraction, bool){codeBlock, programCode, environment, otherFormat} {
		if x, ok := known(text, line); ok {
			return x, true
		}
	}
	return extraction{}, false
}

// recognizeJSON is recognize for a text that begins as JSON may.
func recognizeJSON(text, line string, first problem.Problem) (extraction, bool) {
	switch {
	case strings.HasPrefix(line, `{\rtf`):
		return otherThanJSON("RTF")
	case matches(`^[{\[]\s*\\`, strings.TrimSpace(text)):
		x, ok := unescaped(text, 0, len(strings.TrimRight(text, " \t\r\n")))
		if !ok || x.text == text {
			return extraction{}, false
		}
		x.replaceable, x.refused = true, true
		x.problems = []problem.Problem{{Severity: problem.Error, Code: problem.EscapedJSON, At: problem.Position{Line: 1, Column: 1}}}
		return x, true
	case matches(`^\[+[A-Za-z][\w.-]*\]+\s*(#.*)?$`, line) && matches(`(?m)^\s*["\w.-]+\s*=`, text):
		return otherThanJSON("TOML")
	case first.Code == problem.Comment || first.Code == problem.TrailingComma:
		return withoutComments(text)
	}
	return extraction{}, false
}

// conflicted recognizes the markers that Git leaves where two versions differ. No
// configuration is extracted: which version is right is not for us to decide.
func conflicted(text string) (extraction, bool) {
	opened := regexp.MustCompile(`(?m)^<{7}(?: .*)?\r?$`).FindStringIndex(text)
	if opened == nil || !matches(`(?m)^={7}\r?$`, text) || !matches(`(?m)^>{7}(?: .*)?\r?$`, text) {
		return extraction{}, false
	}
	return extraction{problems: []problem.Problem{{Severity: problem.Error, Code: problem.ConflictMarkers, At: jsondoc.PositionOf(text, opened[0])}}}, true
}

// markup is recognize for a text that begins with <.
func markup(text, line string) (extraction, bool) {
	switch lower := strings.ToLower(line); {
	case matches(`^<(!doctype html|html|head|body|title|div|p|h1|script|!--)\b|^<!--`, lower):
		return extraction{problems: []problem.Problem{{Severity: problem.Error, Code: problem.HTMLPage, At: problem.Position{Line: 1, Column: 1}}}}, true
	case strings.HasPrefix(lower, "<?xml"), matches(`^<[a-z][\w.:-]*`, lower) && strings.Contains(text, "</"):
		return otherThanJSON("XML")
	case strings.HasPrefix(lower, "<?php"):
		return extraction{problems: []problem.Problem{{Severity: problem.Error, Code: problem.ProgramCode, At: problem.Position{Line: 1, Column: 1}}}}, true
	}
	return extraction{}, false
}

// otherFormats are formats that nothing is extracted from, by their first line.
var otherFormats = []struct{ name, line string }{
	{"PDF", `^%PDF-`},
	{"HCL (Terraform)", `^(resource|variable|locals|module|data|provider|output|terraform)\b[^=:]*\{`},
	{"SQL", `^(?i)(insert\s+into|update\s+\w|select\s|begin;|delete\s+from|copy\s+\w)`},
	{"TOML", `^([A-Za-z_][\w.-]*|"[^"]+")\s+=\s*\S`},
}

// otherFormat recognizes YAML and otherFormats by the first line.
func otherFormat(text, line string) (extraction, bool) {
	if matches(`^(---|%YAML)|^-\s|^[A-Za-z_][\w .-]*:(\s|$)`, line) {
		if x, ok := manifest(text); ok {
			return x, true
		}
		return otherThanJSON("YAML")
	}
	for _, format := range otherFormats {
		if matches(format.line, line) {
			return otherThanJSON(format.name)
		}
	}
	return extraction{}, false
}

// otherThanJSON is the result for a format that nothing is extracted from.
func otherThanJSON(format string) (extraction, bool) {
	return extraction{problems: []problem.Problem{{Severity: problem.Error, Code: problem.OtherFormat, At: problem.Position{Line: 1, Column: 1}, Args: problem.Args{"format": format}}}}, true
}

// firstLine is the first line of a text that is neither blank nor a comment, without
// the blanks around it, and the character that it begins with.
func firstLine(text string) (line string, start byte) {
	block := false
	for raw := range strings.Lines(text) {
		line := strings.TrimSpace(raw)
		switch {
		case block:
			block = !strings.Contains(line, "*/")
		case strings.HasPrefix(line, "/*"):
			if _, after, closed := strings.Cut(line[2:], "*/"); !closed {
				block = true
			} else if after = strings.TrimSpace(after); after != "" {
				return after, after[0]
			}
		case line != "" && line[0] != '#' && !strings.HasPrefix(line, "//"):
			return line, line[0]
		}
	}
	return "", 0
}

// matches reports whether a pattern is found in a text.
func matches(pattern, text string) bool { return regexp.MustCompile(pattern).MatchString(text) }

// maxCandidates is how many places of a text are tried for a configuration.
const maxCandidates = 100

// isConfig reports whether the extracted text is meant to be a configuration of this
// connector, even if it is broken: then its mistakes are worth reporting.
func (x extraction) isConfig() bool {
	_, start := firstLine(x.text)
	return (start == '{' || start == '[' || start == '"') && (strings.Contains(x.text, FactoryID) ||
		slices.ContainsFunc(ownKeys, func(key string) bool { return strings.Contains(x.text, key) }))
}
