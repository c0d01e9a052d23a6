// Package i18n holds every sentence that a person reads, in English and in
// Simplified Chinese, side by side.
//
// A sentence may hold {name}, replaced by the argument of that name, and
// {name|one|other}, which chooses by a number. What stands in double braces, as
// {{code}} does, is left as it is.
package i18n

import (
	"fmt"
	"strings"
)

// Lang is a language of the interface.
type Lang string

// The languages.
const (
	English Lang = "en"
	Chinese Lang = "zh-CN"
)

// text is one sentence in both languages.
type text struct{ en, zh string }

// Printer says things in one language. The zero Printer speaks English.
type Printer struct{ lang Lang }

// In returns a printer for a language.
func In(l Lang) Printer { return Printer{l} }

// Lang is the language of the printer.
func (p Printer) Lang() Lang {
	if p.lang == "" {
		return English
	}
	return p.lang
}

// T returns the sentence of a key. The arguments are names and values in turn:
// T("templates.segments", "n", 2). A key that does not exist comes back in
// marks, and fails a test of this package.
func (p Printer) T(key string, args ...any) string {
	s, ok := p.lookup(key)
	if !ok {
		return "⟦" + key + "⟧"
	}
	if len(args) == 0 && !strings.Contains(s, "{") {
		return s
	}
	named := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		named[args[i].(string)] = args[i+1]
	}
	return fill(s, named)
}

// has tells whether a key exists.
func has(key string) bool {
	for _, t := range tables {
		if _, ok := t[key]; ok {
			return true
		}
	}
	return false
}

// lookup finds the sentence of a key in the printer's language.
func (p Printer) lookup(key string) (string, bool) {
	for _, t := range tables {
		if s, ok := t[key]; ok {
			if p.lang == Chinese {
				return s.zh, true
			}
			return s.en, true
		}
	}
	return "", false
}

// fill puts the arguments into a sentence.
func fill(s string, args map[string]any) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		end := "}"
		if strings.HasPrefix(s, "{{") {
			end = "}}"
		}
		j := strings.Index(s, end)
		if j < 0 {
			b.WriteString(s)
			return b.String()
		}
		j += len(end)
		if end == "}}" {
			b.WriteString(s[:j])
		} else {
			b.WriteString(argument(s[1:j-1], args))
		}
		s = s[j:]
	}
}

// argument resolves what stands between single braces.
func argument(spec string, args map[string]any) string {
	name, forms, plural := strings.Cut(spec, "|")
	v, ok := args[name]
	if !ok {
		return "{" + spec + "}"
	}
	if !plural {
		return fmt.Sprint(v)
	}
	one, other, _ := strings.Cut(forms, "|")
	if fmt.Sprint(v) == "1" {
		return one
	}
	return other
}
