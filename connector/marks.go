package connector

import (
	"cmp"
	"slices"

	"logto-twilio/connector/sms"
)

// Variable is a part of a text that stands for a value, or was meant to.
type Variable struct {
	Start, End int  // byte offsets into the content
	Filled     bool // Logto puts a value there, in some messages at least
}

// Variables finds the placeholders of the template's text, and what was meant to be
// one, in their order. The variables of an invitation are not known: they pass for
// filled.
func (t Template) Variables() []Variable {
	found := Placeholders(t.Content)
	meant := meantCodes(t.UsageType, t.Content, found)
	all := make([]Variable, 0, len(found)+len(meant))
	for _, p := range found {
		v := Variable{p.Start, p.End, t.UsageType == OrganizationInvitation}
		if f := fillingOf(p.Root); f == always || f == sometimes {
			v.Filled = p.Name == p.Root
		}
		all = append(all, v)
	}
	for _, s := range meant {
		all = slices.DeleteFunc(all, func(v Variable) bool { return v.Start < s.End && s.Start < v.End })
		all = append(all, Variable{Start: s.Start, End: s.End})
	}
	slices.SortFunc(all, func(a, b Variable) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// SegmentStarts are the byte offsets into the template's text at which the second
// segment of the message with this code begins, and each later one. One that begins
// within a value is where the placeholder does.
func (t Template) SegmentStarts(code string) []int {
	body := t.Body(code)
	starts := sms.SegmentStarts(body)
	if len(starts) == 0 {
		return nil
	}
	values := SMSPayload(t.UsageType, code)
	next, written, sent := 0, 0, 0 // how much of the text is in the body, and as how much
	place := func(upTo, offset int) {
		for ; next < len(starts) && starts[next] < sent+upTo-written; next++ {
			starts[next] = written + starts[next] - sent
		}
		sent += upTo - written
		written = upTo
		for ; next < len(starts) && starts[next] < sent+offset; next++ {
			starts[next] = upTo
		}
		sent += offset
	}
	for p := range placeholders(t.Content) {
		if _, known := values[p.Root]; p.Root != "" && known {
			place(p.Start, len(values[p.Name]))
			written = p.End
		}
	}
	place(len(t.Content), 0)
	return slices.Compact(starts[:next])
}
