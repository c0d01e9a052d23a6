package connector

import (
	"cmp"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"logto-twilio/connector/char"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// typed is a kind of thing that users would read as it was typed.
type typed struct {
	code     problem.Code
	severity problem.Severity
	mark     string // a text without it has nothing of the kind
	pattern  func() *regexp.Regexp
	counts   func(found string) bool // nil: all that match
}

// maxRead is how long a text is read at most, in bytes, for what may be odd in it:
// which in UTF-8 is the most that can be sent.
const maxRead = 3 * maxBody

// lazily compiles a pattern when a text first needs it, not at every start.
func lazily(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// typedKinds are the kinds, each reported once a text, at the first.
var typedKinds = []typed{
	{problem.TemplateTag, problem.Error, "{{", lazily(`\{\{[^{}\n]{0,80}\}\}`), func(s string) bool { return len(Placeholders(s)) == 0 }},
	{problem.TemplateTag, problem.Error, "{%", lazily(`\{%[^{}\n]{0,80}%\}`), nil},
	{problem.TemplateTag, problem.Error, "<%", lazily(`<%[^\n]{0,80}?%>`), nil},
	{problem.HTMLMarkup, problem.Warning, "</code>", lazily(`</code>`), nil}, // <code> alone may be an example's
	{problem.HTMLMarkup, problem.Warning, "<", lazily(`(?i)<!doctype\b[^<>]*>|<!--|</?(?:a|abbr|b|big|blockquote|body|br|button|center|dd|del|div|dl|dt|em|font|` +
		`footer|form|h[1-6]|head|header|hr|html|i|img|input|ins|label|li|link|main|mark|meta|nav|ol|p|pre|s|section|small|span|strike|` +
		`strong|style|sub|sup|table|tbody|td|th|thead|title|tr|tt|u|ul)(?:\s[^<>]*)?\s*/?>`), nil},
	{problem.MarkdownMarkup, problem.Warning, "*", lazily(`\*\*[^\s*][^*\n]*\*\*`), nil},
	{problem.MarkdownMarkup, problem.Warning, "__", lazily(`\b__[^\s_][^\n]*?__\b`), nil},
	{problem.MarkdownMarkup, problem.Warning, "](", lazily(`\[[^\[\]\n]+\]\((?:https?://|mailto:)[^()\s]*\)`), nil},
	{problem.MarkdownMarkup, problem.Warning, "`", lazily("`{1,3}\\{\\{\\s*code\\s*\\}\\}`{1,3}"), nil},
	{problem.MarkdownMarkup, problem.Warning, "# ", lazily(`^#{1,6} \S`), nil},
	{problem.EscapedCharacter, problem.Warning, `\`, lazily(`\\(?:[nrtbf"'/\\]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})`), nil},
	{problem.EscapedCharacter, problem.Warning, "&", lazily(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,24});`), func(s string) bool { return meantBy(s) != s }},
	{problem.EscapedCharacter, problem.Warning, "%", lazily(`(?:%[0-9A-Fa-f]{2})+`), isPercentEncoded},
	{problem.LinkShortener, problem.Warning, ".", lazily(`(?i)\b(?:` + strings.ReplaceAll(strings.Join(shorteners, "|"), ".", `\.`) + `)(?:/[^\s]|\b)`), nil},
}

// shorteners are public link shorteners, whose messages carriers filter
// (https://help.twilio.com/articles/223181848, error 30007).
var shorteners = []string{
	"bit.ly", "bitly.com", "j.mp", "tinyurl.com", "tiny.cc", "goo.gl", "t.co", "t.cn", "t.ly", "ow.ly", "is.gd", "v.gd", "buff.ly",
	"rebrand.ly", "cutt.ly", "shorturl.at", "rb.gy", "s.id", "bl.ink", "lnkd.in", "dlvr.it", "dwz.cn", "url.cn", "suo.im", "u.to",
	"adf.ly", "soo.gd", "s2r.co", "clck.ru", "short.io", "snip.ly", "trib.al", "qr.ae", "x.co", "u.nu", "shorte.st", "urlz.fr", "kutt.it",
}

// typed judges what users would read as it was typed, but for what was meant to be
// the code, which is reported already.
func (c *contentCheck) typed() {
	if len(c.text) > maxRead {
		return
	}
	links, filled := linksIn(c.text), make([]jsondoc.Span, len(c.found))
	for i, p := range c.found {
		filled[i] = jsondoc.Span{Start: p.Start, End: p.End}
	}
	for _, kind := range typedKinds {
		if c.lacks(kind) {
			continue
		}
		first, count := jsondoc.Span{}, 0
		for _, at := range kind.pattern().FindAllStringIndex(c.text, -1) {
			s := jsondoc.Span{Start: at[0], End: at[1]}
			if overlaps(s, c.meant) || kind.counts != nil && !kind.counts(c.text[s.Start:s.End]) || !c.readAsTyped(kind, s, links, filled) {
				continue
			}
			if count++; count == 1 {
				first = s
			}
		}
		if count == 0 || kind.severity == problem.Warning && c.has(kind.code) {
			continue
		}
		found := c.text[first.Start:first.End]
		args := problem.Args{"found": found, "count": count}
		switch kind.code {
		case problem.EscapedCharacter:
			args["meant"] = shownText(meantBy(found))
		case problem.LinkShortener:
			args["found"] = strings.TrimRight(strings.SplitN(found, "/", 2)[0], ".")
		}
		c.addAt(first.Start, kind.severity, kind.code, args)
	}
}

// lacks reports, quickly, that a text has nothing of a kind.
func (c *contentCheck) lacks(kind typed) bool {
	switch n := strings.Count(c.text, kind.mark); {
	case n == 0:
		return true
	case kind.mark == "{{":
		return n == len(c.found) // each of them begins a placeholder
	case kind.mark == ".":
		return !mayShorten(c.text)
	}
	return false
}

// mayShorten reports whether a text may have a link shortener: one of them is there in
// ASCII, or what is around a full stop is not ASCII, for (?i) reads ſ like s.
func mayShorten(text string) bool {
	const around = 12 // no shortener is longer
	for i := range len(text) {
		if text[i] != '.' {
			continue
		}
		near := text[max(i-around, 0):min(i+around, len(text))]
		if strings.ContainsFunc(near, func(r rune) bool { return r >= utf8.RuneSelf }) {
			return true
		}
		for _, s := range shorteners {
			start := i - strings.IndexByte(s, '.')
			if end := start + len(s); start >= 0 && end <= len(text) && strings.EqualFold(text[start:end], s) {
				return true
			}
		}
	}
	return false
}

// has reports whether a problem of this code was reported.
func (c *contentCheck) has(code problem.Code) bool {
	return slices.ContainsFunc(c.problems, func(p problem.Problem) bool { return p.Code == code })
}

// readAsTyped reports whether something that matches is not what it should be: links
// have percent signs, and what begins in the middle of a domain is another domain.
func (c *contentCheck) readAsTyped(kind typed, s jsondoc.Span, links, filled []jsondoc.Span) bool {
	before, after := c.text[:s.Start], c.text[s.End:]
	if kind.mark == "__" && overlaps(s, filled) && strings.HasPrefix(after, "}") {
		return false // {{__proto__}}
	}
	switch {
	case kind.mark == "%" && s.End-s.Start == 3 && endsInDigit(before):
		return false // 100%20
	case kind.code == problem.LinkShortener:
		inName := strings.HasSuffix(before, ".") && !strings.HasSuffix(strings.ToLower(before), "www.") || strings.HasSuffix(before, "-") || strings.HasSuffix(before, "@")
		longer := strings.HasPrefix(after, "-") || len(after) > 1 && after[0] == '.' && char.IsWord(after[1])
		return !inName && !longer && (!strings.HasSuffix(before, "/") || strings.HasSuffix(before, "://"))
	case kind.mark == "%" || kind.mark == "&":
		return !overlaps(s, links)
	}
	return true
}

// endsInDigit reports whether the last character of a text is a digit.
func endsInDigit(text string) bool {
	return text != "" && '0' <= text[len(text)-1] && text[len(text)-1] <= '9'
}

// linksIn finds the links of a text.
func linksIn(text string) []jsondoc.Span {
	if !strings.Contains(text, "://") {
		return nil
	}
	return spansOf(linkPattern(), text)
}

var linkPattern = lazily(`[a-zA-Z][a-zA-Z0-9+.-]*://\S+`)

// overlaps reports whether a span has a part in common with one of others, which are
// in their order and apart from one another.
func overlaps(s jsondoc.Span, others []jsondoc.Span) bool {
	i, _ := slices.BinarySearchFunc(others, s.Start, func(o jsondoc.Span, start int) int { return cmp.Compare(o.End, start+1) })
	return i < len(others) && others[i].Start < s.End
}

// isPercentEncoded reports whether a run is of characters that nobody writes so by
// chance: 100%20 might be, %20code is not, nor is %E9%AA%8C.
func isPercentEncoded(run string) bool {
	text := meantBy(run)
	return text != run && text != "" && strings.ToValidUTF8(text, "") == text
}

// meantBy is what an escape stands for in JSON, HTML or a link, itself where there
// is no telling.
func meantBy(escape string) string {
	switch {
	case strings.HasPrefix(escape, `\x`):
		escape = `\u00` + escape[2:]
		fallthrough
	case strings.HasPrefix(escape, `\`):
		if text, err := strconv.Unquote(`"` + strings.NewReplacer(`\'`, `'`, `\/`, `/`).Replace(escape) + `"`); err == nil {
			return text
		}
	case strings.HasPrefix(escape, "&"):
		return html.UnescapeString(escape)
	case strings.HasPrefix(escape, "%"):
		if text, err := url.PathUnescape(escape); err == nil {
			return text
		}
	}
	return escape
}

// shownText is a text as it can be shown, with names for what leaves no mark.
func shownText(s string) string {
	names := make([]string, 0, len(s))
	visible := true
	for _, r := range s {
		name := char.Shown(r)
		visible = visible && name == string(r)
		names = append(names, name)
	}
	if visible {
		return s
	}
	return strings.Join(names, " ")
}
