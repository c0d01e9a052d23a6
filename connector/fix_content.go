package connector

import (
	"slices"
	"strings"
)

// content mends the text of a template: the first of what there is to mend, the
// rest the next time round.
func (m *mender) content(v *Value, u UsageType) {
	for _, mend := range []func(UsageType, string) []edit{withoutNUL, rightCodes, tightCodes, plainCharacters} {
		edits := mend(u, v.Text)
		if len(edits) == 0 || !noWorse(u, v.Text, edited(v.Text, edits)) {
			continue
		}
		// Only what changes is written anew: the rest keeps its escapes.
		c := newCursor(m.text[v.start:v.end])
		for _, e := range edits {
			c.to(e.start)
			start := v.start + c.offset
			c.to(e.end)
			replacement := Quote(e.text)
			m.replace(span{start, v.start + c.offset}, replacement[1:len(replacement)-1])
		}
		return
	}
}

// noWorse tells whether a text has no problem that another one had not.
func noWorse(u UsageType, before, after string) bool {
	return len(gone(checkContent(u, after), checkContent(u, before))) == 0
}

// withoutNUL takes NUL characters away.
func withoutNUL(_ UsageType, text string) []edit {
	var edits []edit
	for i := range len(text) {
		if text[i] == 0 {
			edits = append(edits, edit{span: span{i, i + 1}})
		}
	}
	return edits
}

// tightCodes takes the blanks out of {{ code }}.
func tightCodes(_ UsageType, text string) []edit {
	var edits []edit
	for p := range placeholders(text) {
		if isCode(p) && text[p.Start:p.End] != codePlaceholder {
			edits = append(edits, edit{span{p.Start, p.End}, codePlaceholder})
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
		if !surelyCode(text[s.start:s.end]) {
			return nil
		}
		edits = append(edits, edit{s, codePlaceholder})
	}
	if len(edits) == 0 || strings.ContainsAny(withoutPlaceholders(edited(text, edits)), braces) {
		return nil // other braces may belong to it
	}
	return edits
}

// surelyCode tells whether a text is the word code between braces.
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
		edits = append(edits, edit{span: span{p.Start, p.End}})
	}
	return edited(text, edits)
}

// plainCharacters replaces what keeps a text from GSM-7, where all of it can be
// and none of it may be a part of a placeholder.
func plainCharacters(u UsageType, text string) []edit {
	avoidable := func(p Problem) bool { return p.Code == AvoidableUCS2 || p.Code == InvisibleUCS2 }
	if !slices.ContainsFunc(checkContent(u, text), avoidable) {
		return nil
	}
	var edits []edit
	for _, x := range NonGSMClusters(text) {
		if x.Replacement == "" && !x.Removable || strings.ContainsAny(x.Cluster, braces) {
			return nil
		}
		edits = append(edits, edit{span{x.Offset, x.Offset + len(x.Cluster)}, x.Replacement})
	}
	if len(Placeholders(edited(text, edits))) != len(Placeholders(text)) {
		return nil
	}
	return edits
}
