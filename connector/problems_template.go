package connector

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"logto-twilio/connector/char"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// maxBody is the longest body that Twilio takes (error 21617). Twilio does not
// say what a character is; UTF-16 units never count too few.
const maxBody = 1600

// codePlaceholder is the code as every release reads it.
const codePlaceholder = "{{code}}"

// SampleCode is as long as the codes that Logto sends.
const SampleCode = "123456"

// CheckTemplate judges one template on its own. Path is relative to it.
func CheckTemplate(t Template) []problem.Problem {
	return append(checkUsageType(t.UsageType), checkContent(t.UsageType, t.Content)...)
}

// checkUsageType judges a usage type.
func checkUsageType(u UsageType) []problem.Problem {
	p := problem.Problem{Severity: problem.Warning, Path: "/usageType"}
	switch {
	case u == "":
		p.Code = problem.EmptyUsageType
	case u == OrganizationInvitation:
		p.Severity, p.Code = problem.Info, problem.OrganizationInvitationUnused
	case u == Test || slices.Contains(releases[0].Known, u):
		return nil
	default:
		p.Args = withHidden(problem.Args{"usageType": string(u)}, string(u))
		p.Code = problem.UnknownUsageType
		if i := slices.IndexFunc(releases, func(r Release) bool { return r.Knows(u) }); i >= 0 {
			p.Severity, p.Code, p.Args["last"] = problem.Info, problem.RetiredUsageType, releases[i].To
		} else if right, ok := closestUsageType(u); ok {
			p.Code, p.Args["suggestion"] = problem.MisspeltUsageType, string(right)
		}
	}
	return []problem.Problem{p}
}

// contentCheck judges the text of a template.
type contentCheck struct {
	usage    UsageType
	text     string
	found    []Placeholder
	meant    []jsondoc.Span // where {{code}} was meant
	problems []problem.Problem
}

// checkContent judges the text of a template of a usage type.
func checkContent(u UsageType, text string) []problem.Problem {
	return newContentCheck(u, text).problems
}

// newContentCheck judges the text of a template and keeps what it found on the way.
func newContentCheck(u UsageType, text string) *contentCheck {
	c := &contentCheck{usage: u, text: text, found: Placeholders(text)}
	c.meant = meantCodes(u, text, c.found)
	if isNothing(text) {
		c.add(problem.Error, problem.EmptyContent, nil)
		return c
	}
	if strings.HasPrefix(text, "<") && strings.HasSuffix(text, ">") && strings.Count(text, "<") == 1 {
		c.add(problem.Warning, problem.ExampleContent, nil)
	}
	c.placeholders()
	c.body(Template{UsageType: u, Content: text}.Body(SampleCode))
	return c
}

// isNothing reports whether Clean leaves nothing of a text, which a letter or a
// digit rules out.
func isNothing(text string) bool {
	solid := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return strings.IndexFunc(text, solid) < 0 && char.TrimPaste(text) == ""
}

// add reports a problem of the whole text.
func (c *contentCheck) add(s problem.Severity, code problem.Code, args problem.Args) {
	c.addAt(-1, s, code, args)
}

// addAt reports a problem of what stands at an offset of the text.
func (c *contentCheck) addAt(offset int, s problem.Severity, code problem.Code, args problem.Args) {
	c.problems = append(c.problems, problem.Problem{Severity: s, Code: code, Path: "/content", Args: args, Within: offset + 1})
}

// placeholders judges what stands in braces, each name once.
func (c *contentCheck) placeholders() {
	hasCode := slices.ContainsFunc(c.found, isCode)
	severity := problem.Error
	if hasCode {
		severity = problem.Warning
	}
	var seen map[string]bool // made when it is needed
	for _, m := range c.meant {
		if text := c.text[m.Start:m.End]; !seen[text] {
			seen = with(seen, text)
			c.addAt(m.Start, severity, problem.MisspeltCode, withHidden(problem.Args{"found": text}, text))
		}
	}
	c.braced()
	c.typed()
	intended := hasCode || len(c.meant) > 0
	for _, p := range c.found {
		intended = intended || p.Root == "code"
		written := c.text[p.Start:p.End]
		if written == codePlaceholder || seen[written] {
			continue
		}
		seen = with(seen, written)
		c.placeholder(p, written, severity)
	}
	if !intended && c.usage != OrganizationInvitation {
		c.add(problem.Error, problem.MissingCode, nil)
	}
}

// meantCodes finds what was meant to be {{code}} in a text with those placeholders.
func meantCodes(u UsageType, text string, found []Placeholder) []jsondoc.Span {
	if u == OrganizationInvitation { // which has a link
		return nil
	}
	meant := func(p Placeholder) bool { return fillingOf(p.Root) == never && meansCode(p.Name) }
	if slices.ContainsFunc(found, meant) {
		found = slices.DeleteFunc(slices.Clone(found), meant)
	}
	return miswritten(text, found)
}

// with adds a text to a set, which it makes where there is none.
func with(set map[string]bool, text string) map[string]bool {
	if set == nil {
		set = make(map[string]bool)
	}
	set[text] = true
	return set
}

// placeholder judges one placeholder; severity is that of one which was to be
// the code and is not.
func (c *contentCheck) placeholder(p Placeholder, written string, severity problem.Severity) {
	if p.Name == "code" {
		since := oldest(func(r Release) bool { return r.SpacedPlaceholder })
		c.addAt(p.Start, problem.Info, problem.SpacedPlaceholder, problem.Args{"found": written, "since": since.From})
		return
	}
	args := problem.Args{"name": p.Name}
	switch filled := fillingOf(p.Root); {
	case p.Root == "code":
		c.addAt(p.Start, severity, problem.EmptyMember, args)
	case filled == inherited:
		c.addAt(p.Start, problem.Error, problem.ObjectName, args)
	case filled == sometimes:
		c.sometimes(p, args)
	case c.usage == OrganizationInvitation: // which has a link, and is not sent
	case wantsEmail(p.Name):
		c.addAt(p.Start, problem.Error, problem.EmailVariable, args)
	default:
		c.addAt(p.Start, problem.Error, problem.UnknownVariable, args)
	}
}

// sometimes judges a variable that only some messages have.
func (c *contentCheck) sometimes(p Placeholder, args problem.Args) {
	code := problem.LocaleVariable
	if p.Root == "uiLocales" {
		code, args["logto"] = problem.UILocalesVariable, uiLocalesSince
	} else {
		args["logto"] = oldest(func(r Release) bool { return r.Variables }).LogtoFrom
	}
	if p.Name != p.Root {
		code = problem.EmptyMember
		delete(args, "logto")
	}
	c.addAt(p.Start, problem.Warning, code, args)
}

// oldest is the oldest release that has something which all later ones have.
func oldest(has func(Release) bool) Release {
	for _, r := range slices.Backward(releases) {
		if has(r) {
			return r
		}
	}
	return releases[0]
}

// body judges the message that a user receives.
func (c *contentCheck) body(body string) {
	if len(body) > maxBody { // there are no more units than bytes
		if n := utf16Length(body); n > maxBody {
			c.add(problem.Error, problem.BodyTooLong, problem.Args{"length": n, "limit": maxBody})
		}
	}
	if at := loneSurrogate(c.text); at >= 0 {
		c.addAt(at, problem.Error, problem.LoneSurrogate, nil)
	}
	c.encoding(body)
}

// utf16Length counts UTF-16 units.
func utf16Length(s string) int {
	n := 0
	for s != "" {
		r, size := char.DecodeWTF8(s)
		n += max(1, utf16.RuneLen(r)) // -1 for a surrogate
		s = s[size:]
	}
	return n
}

// loneSurrogate is where the first half of a character stands in s, -1 where
// there is none.
func loneSurrogate(s string) int {
	if strings.IndexByte(s, 0xED) < 0 { // with which all of them begin
		return -1
	}
	for i := 0; i < len(s); {
		r, size := char.DecodeWTF8(s[i:])
		if utf16.IsSurrogate(r) {
			return i
		}
		i += size
	}
	return -1
}
