package connector

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// How other systems write a variable, and what braces become where they are
// escaped for JSON, HTML, links, regular expressions.
var (
	escapedBraces = lazily(`(?i)(?:(?:[{｛]|\\\{|&#123;|&#x7b;|&lbrace;|&lcub;|%7b|\\u007b|\\x7b)(?:&nbsp;|%20|[\s.$*#"'=])*)+` +
		`([\p{L}\d_-]{2,40})(?:(?:&nbsp;|%20|[\s.$*#"'])*(?:[}｝]|\\\}|&#125;|&#x7d;|&rbrace;|&rcub;|%7d|\\u007d|\\x7d))+`)
	moreInBraces = lazily(`\$?\{{1,3}([^{}\n]{1,80})\}{1,3}`)
	otherSystems = lazily(`<%[=-]?\s*([\w.]+)\s*-?%>|@@(\w+)@@|##(\w+)##|\*\|(\w+)\|\*|%\((\w+)\)s|\$([a-zA-Z_]+)\b|__([a-zA-Z_]+?)__`)
	nameless     = lazily(`%(?:\d+\$)?0?\d?[sd@]|\{(?:\d|#*)\}`)
)

// escapesInBraces are how the escapes in escapedBraces begin, in lower case. A text
// without any of them need not be matched, which is slow.
var escapesInBraces = []string{`\{`, `\}`, `\u007`, `\x7`, "%7", "%20", "&#", "&lbrace;", "&lcub;", "&rbrace;", "&rcub;", "&nbsp;"}

// othersBegin are how the matches of otherSystems begin, for the same reason.
var othersBegin = []string{"<%", "@@", "##", "*|", "%(", "$", "__"}

// holdsAny reports whether one of these is in a text.
func holdsAny(text string, these []string) bool {
	return slices.ContainsFunc(these, func(s string) bool { return strings.Contains(text, s) })
}

// miswritten finds what was meant to be {{code}} and is not: what misspeltCodes finds,
// and how other systems write it: \{\{code\}\}, {{ code | upper }}, <%= code %>,
// @@password@@, %s. right are the placeholders that Logto fills in; where one of them is
// the code, only braces count.
func miswritten(text string, right []Placeholder) []jsondoc.Span {
	if len(text) > maxRead {
		return misspeltCodes(text, right)
	}
	taken := make([]jsondoc.Span, len(right))
	for i, p := range right {
		taken[i] = jsondoc.Span{Start: p.Start, End: p.End}
	}
	var meant []jsondoc.Span
	take := func(found []jsondoc.Span) {
		found = slices.DeleteFunc(found, func(s jsondoc.Span) bool { return overlaps(s, taken) })
		meant = append(meant, found...)
		taken = append(taken, found...)
		slices.SortFunc(taken, byStart)
	}
	take(escapedCodes(text))
	take(codesWithMore(text, right))
	take(misspeltCodes(text, right))
	if !slices.ContainsFunc(right, isCode) {
		take(codesOfOthers(text))
		if len(meant) == 0 {
			take(spansOf(nameless(), text))
		}
	}
	slices.SortFunc(meant, byStart)
	return meant
}

func byStart(a, b jsondoc.Span) int { return cmp.Compare(a.Start, b.Start) }

// spansOf are where a pattern matches, in their order.
func spansOf(pattern *regexp.Regexp, text string) []jsondoc.Span {
	var all []jsondoc.Span
	for _, at := range pattern.FindAllStringIndex(text, -1) {
		all = append(all, jsondoc.Span{Start: at[0], End: at[1]})
	}
	return all
}

// escapedCodes finds the code in braces of which one at least is escaped.
func escapedCodes(text string) []jsondoc.Span {
	const escapes = `\&%`
	if !holdsAny(strings.ToLower(text), escapesInBraces) {
		return nil
	}
	var all []jsondoc.Span
	for _, at := range escapedBraces().FindAllStringSubmatchIndex(text, -1) {
		if strings.ContainsAny(text[at[0]:at[1]], escapes) && meansCode(text[at[2]:at[3]]) {
			all = append(all, jsondoc.Span{Start: at[0], End: at[1]})
		}
	}
	return all
}

// codesWithMore finds the code in braces that hold more than a name. Where all braces
// are those of right, two each, no match is left that would not overlap one of them.
func codesWithMore(text string, right []Placeholder) []jsondoc.Span {
	if strings.Count(text, "{") == 2*len(right) {
		return nil
	}
	var all []jsondoc.Span
	for _, at := range moreInBraces().FindAllStringSubmatchIndex(text, -1) {
		if speaksOfCode(text[at[2]:at[3]]) {
			all = append(all, jsondoc.Span{Start: at[0], End: at[1]})
		}
	}
	return all
}

// codesOfOthers finds the code as other systems write it without braces.
func codesOfOthers(text string) []jsondoc.Span {
	if !holdsAny(text, othersBegin) {
		return nil
	}
	var all []jsondoc.Span
	for _, at := range otherSystems().FindAllStringSubmatchIndex(text, -1) {
		for i := 2; i < len(at); i += 2 {
			if at[i] >= 0 && (meansCode(text[at[i]:at[i+1]]) || fold(text[at[i]:at[i+1]]) == "password") {
				all = append(all, jsondoc.Span{Start: at[0], End: at[1]})
			}
		}
	}
	return all
}

// speaksOfCode reports whether what stands in braces is more than a name, and the
// code is a part of it: code | upper, t 'code', verification.code.
func speaksOfCode(inner string) bool {
	words := strings.FieldsFunc(inner, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '-' })
	if len(words) == 1 && strings.IndexFunc(inner, func(r rune) bool { return !isNameRune(r) && !isPadding(r) }) < 0 {
		return false // which misspeltCodes knows
	}
	return slices.ContainsFunc(words, func(w string) bool { return fold(w) == "code" || slices.Contains(codeNames, fold(w)) })
}

// braced reports what bracedCodes finds, each once.
func (c *contentCheck) braced() {
	var seen map[string]bool
	for _, s := range bracedCodes(c.text, c.found) {
		if found := c.text[s.Start:s.End]; !seen[found] && !overlaps(s, c.meant) {
			seen = with(seen, found)
			c.addAt(s.Start, problem.Warning, problem.CodeInBraces, problem.Args{"found": found, "sent": Render(found, SMSPayload(c.usage, SampleCode))})
		}
	}
}

// bracedCodes finds codes that are filled in, with what stands around them and is
// sent too: {{{code}}}, {'{{code}}'}, ${{code}}, \{{code}}.
func bracedCodes(text string, found []Placeholder) []jsondoc.Span {
	const between = " \t'\"`"
	var all []jsondoc.Span
	for _, p := range found {
		if !isCode(p) {
			continue
		}
		s := jsondoc.Span{Start: p.Start, End: p.End}
		before := strings.TrimRight(text[:p.Start], between)
		if outer := strings.TrimRight(before, `{｛`); outer != before {
			s.Start = len(outer)
		}
		if strings.HasSuffix(text[:s.Start], "$") || strings.HasSuffix(text[:s.Start], `\`) {
			s.Start--
		}
		after := strings.TrimLeft(text[p.End:], between)
		if rest := strings.TrimLeft(after, `}｝`); rest != after {
			s.End = len(text) - len(rest)
		}
		if s.Start < p.Start || s.End > p.End {
			all = append(all, s)
		}
	}
	return all
}
