package connector

import (
	"encoding/base64"
	"regexp"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// environment takes the configuration out of lines that set variables: of a .env
// file, of a shell, as the forms env and docker-env are.
func environment(text, line string) (reading, bool) {
	const name = `(?:export[ \t]+|set[ \t]+|\$env:)?([A-Za-z_]\w*)`
	if !matches(`^`+name+`=|^\$env:\w+\s*=`, line) {
		return reading{}, false
	}
	set := regexp.MustCompile(`(?m)^[ \t]*` + name + `[ \t]*=[ \t]*(['"]?)[ \t]*[{\[\\"]`)
	for _, at := range set.FindAllStringSubmatchIndex(text, candidates) {
		f := valueAt(text, at[4], text[at[4]:at[5]])
		if !f.holds() {
			continue
		}
		f.problems = []problem.Problem{{
			Severity: problem.Info, Code: problem.EnvironmentLine, At: jsondoc.PositionOf(text, at[2]),
			Args: problem.Args{"name": text[at[2]:at[3]]},
		}}
		return f, true
	}
	return reading{problems: []problem.Problem{{Severity: problem.Error, Code: problem.EnvironmentFile, At: problem.Position{Line: 1, Column: 1}}}}, true
}

// valueAt is the value of a variable that begins with a quote at an offset or, where
// it has none, goes on to the end of its line.
func valueAt(text string, at int, quote string) reading {
	switch quote {
	case `'`:
		return singleQuoted(text, at)
	case `"`:
		return doubleQuoted(text, at)
	}
	var t taker
	end := at + len(strings.TrimRight(text[at:at+lineLength(text[at:])], " \t"))
	t.copy(text, at, end)
	return t.form(end)
}

// singleQuoted is what stands in the single quotes that open at an offset; a quote
// within them is written '\”, as shells want it, or ”, as YAML does.
func singleQuoted(text string, at int) reading {
	var t taker
	i := at + 1
	for i < len(text) {
		rest := text[i:]
		switch {
		case rest[0] != '\'':
			t.copy(text, i, i+1)
			i++
			continue
		case strings.HasPrefix(rest, `'\''`):
			t.write("'", i)
			i += len(`'\''`)
			continue
		case strings.HasPrefix(rest, `''`):
			t.write("'", i)
			i += len(`''`)
			continue
		}
		break
	}
	return t.form(i)
}

// doubleQuoted is what stands in the double quotes that open at an offset, in which a
// backslash is taken away before what a shell or YAML would have escaped.
func doubleQuoted(text string, at int) reading {
	var t taker
	i := at + 1
	for ; i < len(text) && text[i] != '"'; i++ {
		if text[i] == '\\' && i+1 < len(text) {
			switch c := text[i+1]; c {
			case '"', '\\', '$', '`':
				t.write(string(c), i)
				i++
				continue
			case 'n':
				t.write("\n", i)
				i++
				continue
			}
		}
		t.copy(text, i, i+1)
	}
	return t.form(i)
}

// manifest takes the configuration out of the value of a key in YAML: a Secret or a
// ConfigMap of Kubernetes, as the form k8s-secret is, or the values of a chart.
func manifest(text string) (reading, bool) {
	key := regexp.MustCompile(`(?m)^([ \t]*)["']?([\w.-]+)["']?:[ \t]+(\S.*?)[ \t\r]*$`)
	for _, at := range key.FindAllStringSubmatchIndex(text, candidates) {
		f := yamlValue(text, at[6], at[7], at[3]-at[2])
		if f.text == "" || !f.holds() {
			continue
		}
		f.problems = []problem.Problem{{
			Severity: problem.Info, Code: problem.ManifestValue, At: jsondoc.PositionOf(text, at[4]),
			Args: problem.Args{"key": text[at[4]:at[5]]},
		}}
		return f, true
	}
	return reading{}, false
}

// yamlValue is the value between two offsets, of a key that is so far from the margin.
func yamlValue(text string, from, to, margin int) reading {
	value := text[from:to]
	switch {
	case matches(`^[|>][+-]?\d?[+-]?\s*(#.*)?$`, value):
		return block(text, to+lineLength(text[to:]), margin)
	case value[0] == '\'':
		return singleQuoted(text, from)
	case value[0] == '"':
		return doubleQuoted(text, from)
	case value[0] == '{':
		var t taker
		t.copy(text, from, to)
		return t.form(to)
	}
	data, err := base64.StdEncoding.DecodeString(value)
	if err != nil || len(data) < 2 {
		return reading{}
	}
	var t taker
	t.write(string(data), from)
	return t.form(from)
}

// block is a block of YAML: the lines behind an offset that are further from the
// margin than the key is, without what all of them begin with.
func block(text string, at, margin int) reading {
	var t taker
	indent := -1
	for at < len(text) {
		at += lineBreak(text[at:])
		line := text[at : at+lineLength(text[at:])]
		blanks := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case blanks == len(line):
			t.write("\n", at)
			at += len(line)
			continue
		case indent < 0:
			indent = blanks
		}
		if blanks <= margin || blanks < indent {
			break
		}
		t.copy(text, at+indent, at+len(line))
		at += len(line)
		t.write("\n", at)
	}
	return t.form(at)
}

// lineBreak is how long the line end is that a text begins with.
func lineBreak(text string) int {
	if strings.HasPrefix(text, "\r\n") {
		return 2
	}
	return min(1, len(text))
}
