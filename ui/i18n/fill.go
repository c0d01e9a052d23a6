package i18n

import "strings"

// fill puts arguments into a sentence: value returns the argument of a name. A
// placeholder without an argument stays as written, and what an argument holds
// is not looked into again.
func fill(s string, value func(name string) (string, bool)) string {
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		switch {
		case strings.HasPrefix(rest, "{{"): // {{{name}}}: the outer two are for the reader
			b.WriteString("{{")
			s = rest[1:]
		case strings.HasPrefix(rest, "{"): // {{code}}
			inner, after, closed := strings.Cut(rest, "}}")
			if !closed {
				return b.String() + "{" + rest
			}
			b.WriteString("{" + inner + "}}")
			s = after
		default:
			spec, after, closed := strings.Cut(rest, "}")
			if !closed {
				return b.String() + "{" + rest
			}
			b.WriteString(argument(spec, value))
			s = after
		}
	}
}

// argument resolves what stands between single braces.
func argument(spec string, value func(name string) (string, bool)) string {
	name, forms, plural := strings.Cut(spec, "|")
	v, ok := value(name)
	if !ok {
		return "{" + spec + "}"
	}
	if !plural {
		return v
	}
	choices := strings.Split(forms, "|")
	if len(choices) == 3 { // the first is for nothing, and # in the last is the number
		if v == "0" {
			return choices[0]
		}
		choices = []string{choices[1], strings.ReplaceAll(choices[2], "#", v)}
	}
	switch {
	case v == "1":
		return choices[0]
	case len(choices) > 1:
		return choices[1]
	}
	return ""
}
