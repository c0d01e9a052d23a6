package connector

import (
	"encoding/base64"
	"regexp"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// environment extracts the configuration from lines that set variables, in a .env file
// or a shell: the formats env and docker-env of package export, and others.
func environment(text, line string) (extraction, bool) {
	const name = `(?:export[ \t]+|set[ \t]+|\$env:)?([A-Za-z_]\w*)`
	if !matches(`^`+name+`=|^\$env:\w+\s*=`, line) {
		return extraction{}, false
	}
	set := regexp.MustCompile(`(?m)^[ \t]*` + name + `[ \t]*=[ \t]*(['"]?)[ \t]*[{\[\\"]`)
	for _, at := range set.FindAllStringSubmatchIndex(text, maxCandidates) {
		x := valueAt(text, at[4], text[at[4]:at[5]])
		if !x.isConfig() {
			continue
		}
		x.problems = []problem.Problem{{
			Severity: problem.Info, Code: problem.EnvironmentLine, At: jsondoc.PositionOf(text, at[2]),
			Args: problem.Args{"name": text[at[2]:at[3]]},
		}}
		return x, true
	}
	return extraction{problems: []problem.Problem{{Severity: problem.Error, Code: problem.EnvironmentFile, At: problem.Position{Line: 1, Column: 1}}}}, true
}

// valueAt extracts the value of a variable at an offset. Without a quote it ends with
// its line.
func valueAt(text string, at int, quote string) extraction {
	switch quote {
	case `'`:
		return singleQuoted(text, at)
	case `"`:
		return doubleQuoted(text, at)
	}
	var e extractor
	end := at + len(strings.TrimRight(text[at:at+lineLength(text[at:])], " \t"))
	e.copy(text, at, end)
	return e.result(end)
}

// singleQuoted extracts what stands in the single quotes that open at an offset. A
// quote in it is doubled in YAML; a shell closes, escapes a quote, and opens again.
func singleQuoted(text string, at int) extraction {
	var e extractor
	i := at + 1
	for i < len(text) {
		rest := text[i:]
		switch {
		case rest[0] != '\'':
			e.copy(text, i, i+1)
			i++
			continue
		case strings.HasPrefix(rest, `'\''`):
			e.write("'", i)
			i += len(`'\''`)
			continue
		case strings.HasPrefix(rest, `''`):
			e.write("'", i)
			i += len(`''`)
			continue
		}
		break
	}
	return e.result(i)
}

// doubleQuoted extracts what stands in the double quotes that open at an offset, and
// resolves the escapes of shells and YAML.
func doubleQuoted(text string, at int) extraction {
	var e extractor
	i := at + 1
	for ; i < len(text) && text[i] != '"'; i++ {
		if text[i] == '\\' && i+1 < len(text) {
			switch c := text[i+1]; c {
			case '"', '\\', '$', '`':
				e.write(string(c), i)
				i++
				continue
			case 'n':
				e.write("\n", i)
				i++
				continue
			}
		}
		e.copy(text, i, i+1)
	}
	return e.result(i)
}

// manifest extracts the configuration from the value of a key in YAML: a Secret (the
// format k8s-secret of package export) or ConfigMap of Kubernetes, or the values of a
// Helm chart.
func manifest(text string) (extraction, bool) {
	key := regexp.MustCompile(`(?m)^([ \t]*)["']?([\w.-]+)["']?:[ \t]+(\S.*?)[ \t\r]*$`)
	for _, at := range key.FindAllStringSubmatchIndex(text, maxCandidates) {
		x := yamlValue(text, at[6], at[7], at[3]-at[2])
		if x.text == "" || !x.isConfig() {
			continue
		}
		x.problems = []problem.Problem{{
			Severity: problem.Info, Code: problem.ManifestValue, At: jsondoc.PositionOf(text, at[4]),
			Args: problem.Args{"key": text[at[4]:at[5]]},
		}}
		return x, true
	}
	return extraction{}, false
}

// yamlValue extracts the value between two offsets; margin is the indentation of its
// key. The text is "" where it is no value that may hold a configuration.
func yamlValue(text string, from, to, margin int) extraction {
	value := text[from:to]
	switch {
	case matches(`^[|>][+-]?\d?[+-]?\s*(#.*)?$`, value):
		return block(text, to+lineLength(text[to:]), margin)
	case value[0] == '\'':
		return singleQuoted(text, from)
	case value[0] == '"':
		return doubleQuoted(text, from)
	case value[0] == '{':
		var e extractor
		e.copy(text, from, to)
		return e.result(to)
	}
	data, err := base64.StdEncoding.DecodeString(value)
	if err != nil || len(data) < 2 {
		return extraction{}
	}
	var e extractor
	e.write(string(data), from)
	return e.result(from)
}

// block extracts a block of YAML: the lines after an offset that are indented more than
// the key, without that indentation.
func block(text string, at, margin int) extraction {
	var e extractor
	indent := -1
	for at < len(text) {
		at += lineBreak(text[at:])
		line := text[at : at+lineLength(text[at:])]
		blanks := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case blanks == len(line):
			e.write("\n", at)
			at += len(line)
			continue
		case indent < 0:
			indent = blanks
		}
		if blanks <= margin || blanks < indent {
			break
		}
		e.copy(text, at+indent, at+len(line))
		at += len(line)
		e.write("\n", at)
	}
	return e.result(at)
}

// lineBreak is the length of the line end that a text begins with.
func lineBreak(text string) int {
	if strings.HasPrefix(text, "\r\n") {
		return 2
	}
	return min(1, len(text))
}
