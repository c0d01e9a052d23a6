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
	for _, mend := range []func(UsageType, string) []edit{withoutNUL, rightCodes, tightCodes, plainCharacters} {
		edits := mend(u, v.Text)
		if len(edits) == 0 || !noWorse(u, v.Text, edited(v.Text, edits)) {
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

// noWorse reports whether a text has no problem that another one had not.
func noWorse(u UsageType, before, after string) bool {
	return len(gone(checkContent(u, after), checkContent(u, before))) == 0
}

// withoutNUL takes NUL characters away.
func withoutNUL(_ UsageType, text string) []edit {
	var edits []edit
	for i := range len(text) {
		if text[i] == 0 {
			edits = append(edits, edit{Span: jsondoc.Span{Start: i, End: i + 1}})
		}
	}
	return edits
}

// tightCodes takes the blanks out of {{ code }}.
func tightCodes(_ UsageType, text string) []edit {
	var edits []edit
	for p := range placeholders(text) {
		if isCode(p) && text[p.Start:p.End] != codePlaceholder {
			edits = append(edits, edit{jsondoc.Span{Start: p.Start, End: p.End}, codePlaceholder})
		}
	}
	return edits
}

// rightCodes rights what was meant to be {{code}}, where no right one stands
// beside it and each is the very word in braces, so that nothing else can be meant.
func rightCodes(u UsageType, text string) []edit {
	found := Placeholders(text)
	if slices.ContainsFunc(found, isCode) {
		return nil
	}
	var edits []edit
	for _, s := range meantCodes(u, text, found) {
		if !surelyCode(text[s.Start:s.End]) {
			return nil
		}
		edits = append(edits, edit{s, codePlaceholder})
	}
	if len(edits) == 0 || strings.ContainsAny(withoutPlaceholders(edited(text, edits)), braces) {
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
func plainCharacters(u UsageType, text string) []edit {
	avoidable := func(p problem.Problem) bool {
		return p.Code == problem.AvoidableUCS2 || p.Code == problem.InvisibleUCS2
	}
	if !slices.ContainsFunc(checkContent(u, text), avoidable) {
		return nil
	}
	var edits []edit
	for _, x := range sms.NonGSMClusters(text) {
		if x.Replacement == "" && !x.Removable || strings.ContainsAny(x.Cluster, braces) {
			return nil
		}
		edits = append(edits, edit{jsondoc.Span{Start: x.Offset, End: x.Offset + len(x.Cluster)}, x.Replacement})
	}
	if len(Placeholders(edited(text, edits))) != len(Placeholders(text)) {
		return nil
	}
	return edits
}
