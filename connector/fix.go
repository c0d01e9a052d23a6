package connector

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"logto-twilio/connector/char"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// Fix returns a copy of the document in which everything is mended that can be mended
// in one way only, and the problems that are gone, at their places before the fix. It
// returns d itself and no problems where there is nothing to mend. All else stays byte
// for byte. Fixing a second time changes nothing.
//
// Mended are: a byte order mark; comments; UTF-16, escapes and a code block around
// the whole, which go; in a text that could not be decoded, commas
// before a bracket, full-width signs, invisible characters between tokens, True
// and False, if the text can be decoded after that; an earlier one of equal keys with
// equal values; misspelt keys and usage types with one clear suggestion;
// invisible characters, blanks and quotes in the three values, but in that of an
// auth token only around it; an address in the place of a host, and a host of
// nothing; NUL, a misspelt {{code}} that can mean
// nothing else, blanks in it, and characters that keep a text from GSM-7 and can
// be replaced. A fix never causes a new problem in a value, apart from those that only
// show once a key or a type has its right name.
func (d *Document) Fix() (*Document, []problem.Problem) {
	if slices.ContainsFunc(d.problems, func(p problem.Problem) bool { return p.Code == problem.TooLarge }) {
		return d, nil // which may be the beginning of something larger
	}
	if d.container != nil && (!d.container.replaceable || d.Root == nil) {
		return d, nil
	}
	fixed, mended := d.fixText()
	problems := fixed.Problems()
	for {
		next := fixed.fixOnce()
		if next.Root == nil || next == fixed { // it would grow too large, or is done
			break
		}
		left := next.Problems()
		mended = append(mended, gone(problems, left)...)
		fixed, problems = next, left
	}
	slices.SortStableFunc(mended, func(a, b problem.Problem) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return fixed, mended
}

// fixText mends a text that cannot be decoded, has a byte order mark, or is a container
// that a configuration was extracted from.
func (d *Document) fixText() (*Document, []problem.Problem) {
	text, mended := d.text, []problem.Problem(nil)
	if d.bom || d.container != nil {
		text = strings.TrimLeft(text, utf8Mark)
		mended = slices.DeleteFunc(slices.Clone(d.outer), func(p problem.Problem) bool { return !Mendable(p.Code) })
	}
	if d.tree == nil {
		right, syntax := jsondoc.Mend(text)
		text, mended = right, append(mended, syntax...)
	}
	if len(mended) == 0 {
		return d, nil
	}
	return decode(text), mended
}

// fixOnce mends what can be mended at one go.
func (d *Document) fixOnce() *Document {
	m := mender{text: d.text}
	if m.emptyHost(d.Root); len(m.edits) > 0 { // alone: it is at the edge of other members
		return decode(m.apply())
	}
	m.equalKeys(d.Root)
	if d.Root.Is(jsondoc.Object) {
		m.keys(d.Root, knownKeys)
		m.values(d.Root)
		m.templates(d.Root.Get("templates"))
	}
	if len(m.edits) == 0 {
		return d
	}
	return decode(m.apply())
}

// gone are the problems of a document that its fixed copy does not have. A place
// is no help in telling: it moves.
func gone(before, after []problem.Problem) []problem.Problem {
	type identity struct {
		code  problem.Code
		path  string
		found any
	}
	of := func(p problem.Problem) identity { return identity{p.Code, p.Path, p.Args["found"]} }
	left := make(map[identity]int)
	for _, p := range after {
		left[of(p)]++
	}
	var gone []problem.Problem
	for _, p := range slices.Backward(before) {
		if left[of(p)]--; left[of(p)] < 0 {
			gone = append(gone, p)
		}
	}
	slices.Reverse(gone)
	return gone
}

// edit replaces a part of a text.
type edit struct {
	jsondoc.Span
	text string
}

// mender gathers edits of a text, of which no two overlap.
type mender struct {
	text  string
	edits []edit
}

func (m *mender) replace(s jsondoc.Span, text string) { m.edits = append(m.edits, edit{s, text}) }

// apply makes the edits.
func (m *mender) apply() string {
	slices.SortFunc(m.edits, func(a, b edit) int { return cmp.Compare(a.Start, b.Start) })
	return edited(m.text, m.edits)
}

// edited is a text with edits made that are in its order.
func edited(text string, edits []edit) string {
	var b strings.Builder
	done := 0
	for _, e := range edits {
		b.WriteString(text[done:e.Start])
		b.WriteString(e.text)
		done = e.End
	}
	b.WriteString(text[done:])
	return b.String()
}

// values removes what a paste left around the three values.
func (m *mender) values(root *jsondoc.Value) {
	for _, f := range []field{accountField, tokenField, serviceField} {
		v := root.Get(f.key)
		if !v.Is(jsondoc.String) || loneSurrogate(v.Text) >= 0 {
			continue
		}
		clean := char.TrimPaste(v.Text)
		if clean == "" || clean == v.Text || f.is == PastedTokenLike && clean != bare(v.Text) {
			continue
		}
		m.replace(v.Span, jsondoc.Quote(clean))
	}
	if v := root.Get("host"); v.Is(jsondoc.String) {
		if clean := CleanHost(v.Text); clean != v.Text && ValidHost(clean) {
			m.replace(v.Span, jsondoc.Quote(clean))
		}
	}
}

// emptyHost removes a host that is empty once cleaned, unless an earlier host would then
// count: without the key the connector works the same, and accepts the configuration.
func (m *mender) emptyHost(root *jsondoc.Value) {
	if !root.Is(jsondoc.Object) {
		return
	}
	at := -1
	for i, member := range root.Members {
		if member.Key != "host" {
			continue
		}
		if at >= 0 || !member.Value.Is(jsondoc.String) || CleanHost(member.Value.Text) != "" {
			return
		}
		at = i
	}
	if at < 0 {
		return
	}
	gone := jsondoc.Span{Start: root.Members[at].KeySpan.Start, End: root.Members[at].Value.End}
	switch last := len(root.Members) - 1; {
	case at < last:
		gone.End = root.Members[at+1].KeySpan.Start
	case at > 0:
		gone.Start = root.Members[at-1].Value.End
	}
	m.replace(gone, "")
}

// bare takes away what shows nothing around a value, and pairs of quotes.
func bare(s string) string {
	for {
		before := s
		s = char.Unquote(strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || char.Invisible(r) }))
		if s == before {
			return s
		}
	}
}
