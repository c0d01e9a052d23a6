package connector

import (
	"slices"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/sms"
)

// content mends the text of a template: the first of what there is to mend, the
// rest the next time round.
func (m *mender) content(v *jsondoc.Value, u UsageType) {
	before := newContentCheck(u, v.Text)
	for _, mend := range []func(*contentCheck) []edit{withoutNUL, rightCodes, tightCodes, plainCharacters} {
		edits := mend(before)
		if len(edits) == 0 || !before.noWorse(edited(v.Text, edits)) {
			continue
		}
		// Only what changes is written anew: the rest keeps its escapes.
		c := jsondoc.NewCursor(m.text[v.Start:v.End])
		for _, e := range edits {
			c.To(e.Start)
			start := v.Start + c.Offset
			c.To(e.End)
			replacement := jsondoc.Quote(e.text)
			m.replace(jsondoc.Span{Start: start, End: v.Start + c.Offset}, replacement[1:len(replacement)-1])
		}
		return
	}
}

// noWorse reports whether another text has no problem that this one has not.
func (c *contentCheck) noWorse(after string) bool {
	return len(gone(checkContent(c.usage, after), c.problems)) == 0
}

// withoutNUL takes NUL characters away.
func withoutNUL(c *contentCheck) []edit {
	var edits []edit
	for i := range len(c.text) {
		if c.text[i] == 0 {
			edits = append(edits, edit{Span: jsondoc.Span{Start: i, End: i + 1}})
		}
	}
	return edits
}

// tightCodes takes the blanks out of {{ code }}.
func tightCodes(c *contentCheck) []edit {
	var edits []edit
	for _, p := range c.found {
		if isCode(p) && c.text[p.Start:p.End] != codePlaceholder {
			edits = append(edits, edit{jsondoc.Span{Start: p.Start, End: p.End}, codePlaceholder})
		}
	}
	return edits
}

// rightCodes rights what was meant to be {{code}}, where no right one stands
// beside it and each is the very word in braces, so that nothing else can be meant.
func rightCodes(c *contentCheck) []edit {
	if slices.ContainsFunc(c.found, isCode) {
		return nil
	}
	var edits []edit
	for _, s := range c.meant {
		if !surelyCode(c.text[s.Start:s.End]) {
			return nil
		}
		edits = append(edits, edit{s, codePlaceholder})
	}
	if len(edits) == 0 || strings.ContainsAny(withoutPlaceholders(edited(c.text, edits)), braces) {
		return nil // other braces may belong to it
	}
	return edits
}

// surelyCode reports whether a text is the word code between braces.
func surelyCode(s string) bool {
	name := strings.TrimLeft(s, braces)
	opened := name != s
	s = name
	name = strings.TrimRight(s, braces)
	return opened && name != s && fold(strings.TrimFunc(name, isPadding)) == "code"
}

// withoutPlaceholders is a text without what stands in double braces.
func withoutPlaceholders(text string) string {
	var edits []edit
	for p := range placeholders(text) {
		edits = append(edits, edit{Span: jsondoc.Span{Start: p.Start, End: p.End}})
	}
	return edited(text, edits)
}

// plainCharacters replaces what keeps a text from GSM-7, where all of it can be
// and none of it may be a part of a placeholder.
func plainCharacters(c *contentCheck) []edit {
	avoidable := func(p problem.Problem) bool {
		return p.Code == problem.AvoidableUCS2 || p.Code == problem.InvisibleUCS2
	}
	if !slices.ContainsFunc(c.problems, avoidable) {
		return nil
	}
	var edits []edit
	for _, x := range sms.NonGSMClusters(c.text) {
		if x.Replacement == "" && !x.Removable || strings.ContainsAny(x.Cluster, braces) {
			return nil
		}
		edits = append(edits, edit{jsondoc.Span{Start: x.Offset, End: x.Offset + len(x.Cluster)}, x.Replacement})
	}
	if len(Placeholders(edited(c.text, edits))) != len(c.found) {
		return nil
	}
	return edits
}
