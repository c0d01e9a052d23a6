package connector

import "strings"

// layout is how a container is laid out: what stands after its opener, after
// each comma, before its closer, and between a key and its value. It is copied
// from the file, so that what is new looks like what was there.
type layout struct{ open, gap, close, colon string }

// documented is the layout of the example in Logto's documentation, at two spaces.
func documented() layout { return layout{open: "\n  ", gap: "\n  ", close: "\n", colon: ": "} }

// part is one member of an object or one item of an array, as text.
type part struct {
	key         string // of a member
	index       int    // its place in the source, -1 for a new one
	lead, trail string // the blanks around it, where it is not new
	body        string
	valueSize   int // of a member: how much of body is its value
}

// parts cuts a container into its parts. Nothing but blanks and commas lies
// between them.
func parts(text string, v *Value) []part {
	ps := make([]part, 0, len(v.Members)+len(v.Items))
	from := v.start + 1
	add := func(key string, start int, value *Value) {
		next := value.end + strings.IndexAny(text[value.end:], ",]}")
		ps = append(ps, part{
			key: key, index: len(ps),
			lead: text[from:start], body: text[start:value.end], trail: text[value.end:next],
			valueSize: value.end - value.start,
		})
		from = next + 1
	}
	for _, m := range v.Members {
		add(m.Key, m.key.start, m.Value)
	}
	for _, item := range v.Items {
		add("", item.start, item)
	}
	return ps
}

// layoutOf is the layout of v, or inherited where v is empty, no container, or nil.
func layoutOf(text string, v *Value, inherited layout) layout {
	if v == nil || len(v.Members)+len(v.Items) == 0 {
		return inherited
	}
	ps := parts(text, v)
	l := layout{open: ps[0].lead, gap: ps[0].lead, close: ps[len(ps)-1].trail, colon: inherited.colon}
	if len(v.Members) > 0 {
		l.colon = text[v.Members[0].key.end:v.Members[0].Value.start]
	}
	switch {
	case len(ps) > 1:
		l.gap = ps[1].lead
	case l.open == "" && l.colon != ":":
		l.gap = " "
	}
	return l
}

// deeper is the layout of a container within one of layout l.
func (l layout) deeper() layout {
	if !strings.Contains(l.open, "\n") {
		return layout{gap: l.gap, colon: l.colon}
	}
	unit := strings.TrimPrefix(indentation(l.open), indentation(l.close))
	inner := newline(l.open) + indentation(l.open)
	return layout{open: inner + unit, gap: inner + unit, close: inner, colon: l.colon}
}

// newline is the line end that blanks have.
func newline(blanks string) string {
	if strings.Contains(blanks, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// indentation is what follows the last line end of blanks.
func indentation(blanks string) string {
	return blanks[strings.LastIndexAny(blanks, "\r\n")+1:]
}

// member writes a key and its value.
func (l layout) member(key, value string) part {
	return part{key: key, index: -1, body: Quote(key) + l.colon + value}
}

// join writes parts as a container that had n of them. Each keeps the blanks
// around it where they still fit: the first and the last have others.
func (l layout) join(brackets string, ps []part, n int) string {
	if len(ps) == 0 {
		return brackets
	}
	var b strings.Builder
	b.WriteByte(brackets[0])
	for i, p := range ps {
		last := i == len(ps)-1
		switch {
		case p.index >= 0 && (p.index == 0) == (i == 0):
			b.WriteString(p.lead)
		case i == 0:
			b.WriteString(l.open)
		default:
			b.WriteString(l.gap)
		}
		b.WriteString(p.body)
		switch {
		case p.index >= 0 && (p.index == n-1) == last:
			b.WriteString(p.trail)
		case last:
			b.WriteString(l.close)
		}
		if !last {
			b.WriteByte(',')
		}
	}
	b.WriteByte(brackets[1])
	return b.String()
}
