package connector

import (
	"regexp"
	"slices"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// formOf says what a text is that is no JSON, where it is known; see form. first is
// what keeps it from being JSON.
func formOf(text string, first problem.Problem) (reading, bool) {
	switch first.Code {
	case problem.EmptyText, problem.NotUTF8, problem.TooDeep:
		return reading{}, false
	}
	if f, ok := conflicted(text); ok {
		return f, true
	}
	line, start := firstLine(text)
	switch start {
	case '{', '[', '"':
		return formOfJSON(text, line, first)
	case '<':
		return markup(text, line)
	}
	for _, known := range []func(text, line string) (reading, bool){codeBlock, programCode, environment, otherFormat} {
		if f, ok := known(text, line); ok {
			return f, true
		}
	}
	return reading{}, false
}

// formOfJSON says what a text is that begins as JSON may.
func formOfJSON(text, line string, first problem.Problem) (reading, bool) {
	switch {
	case strings.HasPrefix(line, `{\rtf`):
		return otherThanJSON("RTF")
	case matches(`^[{\[]\s*\\`, strings.TrimSpace(text)):
		f, ok := unescaped(text, 0, len(strings.TrimRight(text, " \t\r\n")))
		if !ok || f.text == text {
			return reading{}, false
		}
		f.mend, f.refused = true, true
		f.problems = []problem.Problem{{Severity: problem.Error, Code: problem.EscapedJSON, At: problem.Position{Line: 1, Column: 1}}}
		return f, true
	case matches(`^\[+[A-Za-z][\w.-]*\]+\s*(#.*)?$`, line) && matches(`(?m)^\s*["\w.-]+\s*=`, text):
		return otherThanJSON("TOML")
	case first.Code == problem.Comment || first.Code == problem.TrailingComma:
		return withoutComments(text)
	}
	return reading{}, false
}

// conflicted reports whether a text has what Git leaves in it where two versions
// differ. Which one is right is not ours to say.
func conflicted(text string) (reading, bool) {
	opened := regexp.MustCompile(`(?m)^<{7}(?: .*)?\r?$`).FindStringIndex(text)
	if opened == nil || !matches(`(?m)^={7}\r?$`, text) || !matches(`(?m)^>{7}(?: .*)?\r?$`, text) {
		return reading{}, false
	}
	return reading{problems: []problem.Problem{{Severity: problem.Error, Code: problem.ConflictMarkers, At: jsondoc.PositionOf(text, opened[0])}}}, true
}

// markup says what a text is that begins with <.
func markup(text, line string) (reading, bool) {
	switch lower := strings.ToLower(line); {
	case matches(`^<(!doctype html|html|head|body|title|div|p|h1|script|!--)\b|^<!--`, lower):
		return reading{problems: []problem.Problem{{Severity: problem.Error, Code: problem.HTMLPage, At: problem.Position{Line: 1, Column: 1}}}}, true
	case strings.HasPrefix(lower, "<?xml"), matches(`^<[a-z][\w.:-]*`, lower) && strings.Contains(text, "</"):
		return otherThanJSON("XML")
	case strings.HasPrefix(lower, "<?php"):
		return reading{problems: []problem.Problem{{Severity: problem.Error, Code: problem.ProgramCode, At: problem.Position{Line: 1, Column: 1}}}}, true
	}
	return reading{}, false
}

// otherFormats are formats of which nothing is taken, by their first line.
var otherFormats = []struct{ name, line string }{
	{"PDF", `^%PDF-`},
	{"HCL (Terraform)", `^(resource|variable|locals|module|data|provider|output|terraform)\b[^=:]*\{`},
	{"SQL", `^(?i)(insert\s+into|update\s+\w|select\s|begin;|delete\s+from|copy\s+\w)`},
	{"TOML", `^([A-Za-z_][\w.-]*|"[^"]+")\s+=\s*\S`},
}

// otherFormat says what a text is by its first line.
func otherFormat(text, line string) (reading, bool) {
	if matches(`^(---|%YAML)|^-\s|^[A-Za-z_][\w .-]*:(\s|$)`, line) {
		if f, ok := manifest(text); ok {
			return f, true
		}
		return otherThanJSON("YAML")
	}
	for _, f := range otherFormats {
		if matches(f.line, line) {
			return otherThanJSON(f.name)
		}
	}
	return reading{}, false
}

// otherThanJSON is the form of a format of which nothing is taken.
func otherThanJSON(format string) (reading, bool) {
	return reading{problems: []problem.Problem{{Severity: problem.Error, Code: problem.OtherFormat, At: problem.Position{Line: 1, Column: 1}, Args: problem.Args{"format": format}}}}, true
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

// candidates is how many places of a text are tried for a configuration.
const candidates = 100

// holds reports whether what was taken is meant to be a configuration of this
// connector, whole or not: whatever is wrong in it is worth saying.
func (f reading) holds() bool {
	_, start := firstLine(f.text)
	return (start == '{' || start == '[' || start == '"') && (strings.Contains(f.text, FactoryID) ||
		slices.ContainsFunc(ownKeys, func(key string) bool { return strings.Contains(f.text, key) }))
}
