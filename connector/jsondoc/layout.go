package jsondoc

import "strings"

// Layout is how a container is laid out: what stands after its opener, after
// each comma, before its closer, and between a key and its value. It is copied
// from the file, so that what is new looks like what was there.
type Layout struct{ open, gap, Close, colon string }

// Documented is the layout of the example in Logto's documentation, at two spaces.
func Documented() Layout { return Layout{open: "\n  ", gap: "\n  ", Close: "\n", colon: ": "} }

// Part is one member of an object or one item of an array, as text.
type Part struct {
	Key         string // of a member
	Index       int    // its place in the source, -1 for a new one
	lead, trail string // the blanks around it, where it is not new
	Body        string
	valueSize   int // of a member: how much of body is its value
}

// Parts cuts a container into its parts. Nothing but blanks and commas lies
// between them.
func Parts(text string, v *Value) []Part {
	ps := make([]Part, 0, len(v.Members)+len(v.Items))
	from := v.Start + 1
	add := func(key string, start int, value *Value) {
		next := value.End + strings.IndexAny(text[value.End:], ",]}")
		ps = append(ps, Part{
			Key: key, Index: len(ps),
			lead: text[from:start], Body: text[start:value.End], trail: text[value.End:next],
			valueSize: value.End - value.Start,
		})
		from = next + 1
	}
	for _, m := range v.Members {
		add(m.Key, m.KeySpan.Start, m.Value)
	}
	for _, item := range v.Items {
		add("", item.Start, item)
	}
	return ps
}

// LayoutOf is the layout of v, or inherited where v is empty, no container, or nil.
func LayoutOf(text string, v *Value, inherited Layout) Layout {
	if v == nil || len(v.Members)+len(v.Items) == 0 {
		return inherited
	}
	ps := Parts(text, v)
	l := Layout{open: ps[0].lead, gap: ps[0].lead, Close: ps[len(ps)-1].trail, colon: inherited.colon}
	if len(v.Members) > 0 {
		l.colon = text[v.Members[0].KeySpan.End:v.Members[0].Value.Start]
	}
	switch {
	case len(ps) > 1:
		l.gap = ps[1].lead
	case l.open == "" && l.colon != ":":
		l.gap = " "
	}
	return l
}

// Deeper is the layout of a container within one of layout l.
func (l Layout) Deeper() Layout {
	if !strings.Contains(l.open, "\n") {
		return Layout{gap: l.gap, colon: l.colon}
	}
	unit := strings.TrimPrefix(Indentation(l.open), Indentation(l.Close))
	inner := Newline(l.open) + Indentation(l.open)
	return Layout{open: inner + unit, gap: inner + unit, Close: inner, colon: l.colon}
}

// Newline is the line end that blanks have.
func Newline(blanks string) string {
	if strings.Contains(blanks, "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// Indentation is what follows the last line end of blanks.
func Indentation(blanks string) string {
	return blanks[strings.LastIndexAny(blanks, "\r\n")+1:]
}

// Member writes a key and its value.
func (l Layout) Member(key, value string) Part {
	return Part{Key: key, Index: -1, Body: Quote(key) + l.colon + value}
}

// Join writes parts as a container that had n of them. Each keeps the blanks
// around it where they still fit: the first and the last have others.
func (l Layout) Join(brackets string, ps []Part, n int) string {
	if len(ps) == 0 {
		return brackets
	}
	var b strings.Builder
	b.WriteByte(brackets[0])
	for i, p := range ps {
		last := i == len(ps)-1
		switch {
		case p.Index >= 0 && (p.Index == 0) == (i == 0):
			b.WriteString(p.lead)
		case i == 0:
			b.WriteString(l.open)
		default:
			b.WriteString(l.gap)
		}
		b.WriteString(p.Body)
		switch {
		case p.Index >= 0 && (p.Index == n-1) == last:
			b.WriteString(p.trail)
		case last:
			b.WriteString(l.Close)
		}
		if !last {
			b.WriteByte(',')
		}
	}
	b.WriteByte(brackets[1])
	return b.String()
}
