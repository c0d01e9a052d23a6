package connector

import (
	"slices"
	"strings"
)

// The keys of a configuration and of a template, in the documented order.
var (
	configKeys   = []string{"host", "accountSID", "authToken", "fromMessagingServiceSID", "disableRiskCheck", "templates"}
	templateKeys = []string{"content", "usageType"}
	// knownKeys are those of a configuration and the one by which editors find its schema.
	knownKeys = append([]string{"$schema"}, configKeys...)
)

// NewDocument makes a document of c in the documented order of keys: host (if set),
// accountSID, authToken, fromMessagingServiceSID, disableRiskCheck (if set),
// templates (content, usageType).
func NewDocument(c Config) *Document {
	return decode(newConfig(documented(), c) + "\n")
}

// newConfig writes a configuration of which nothing was there.
func newConfig(l layout, c Config) string {
	var ps []part
	if c.Host != nil {
		ps = append(ps, l.member("host", Quote(*c.Host)))
	}
	ps = append(ps,
		l.member("accountSID", Quote(c.AccountSID)),
		l.member("authToken", Quote(c.AuthToken)),
		l.member("fromMessagingServiceSID", Quote(c.FromMessagingServiceSID)),
	)
	if c.DisableRiskCheck != nil {
		ps = append(ps, l.member("disableRiskCheck", boolean(*c.DisableRiskCheck)))
	}
	ps = append(ps, l.member("templates", newTemplates(l.deeper(), c.Templates)))
	return l.join("{}", ps, 0)
}

// newTemplates writes templates of which nothing was there.
func newTemplates(l layout, ts []Template) string {
	ps := make([]part, len(ts))
	for i, t := range ts {
		ps[i] = part{index: -1, body: newTemplate(l.deeper(), t)}
	}
	return l.join("[]", ps, 0)
}

// newTemplate writes one template.
func newTemplate(l layout, t Template) string {
	return l.join("{}", []part{
		l.member("content", Quote(t.Content)),
		l.member("usageType", Quote(string(t.UsageType))),
	}, 0)
}

func boolean(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// With returns a copy of the document that says what c says; d itself where that
// changes nothing. What does not change stays as it was, byte for byte: unknown
// keys, the order of keys, blanks, line ends, the way a text is escaped. What is
// new is laid out like its neighbours. A Template keeps the unknown keys of the
// one it came from (Template.Source); one that no template of c came from goes.
//
// Of equal keys the last is changed. A nil Host takes every host away, a nil
// DisableRiskCheck every disableRiskCheck, even one that is no boolean. A field that reads "" in d
// and is "" in c is left alone, whatever is there. A byte order mark goes, and so
// does what the configuration was taken out of. A document that could not be decoded
// is replaced by a new one.
func (d *Document) With(c Config) *Document {
	if d.Root == nil {
		return NewDocument(c)
	}
	l := documented()
	if d.Wrapped {
		l = layoutOf(d.text, d.tree, l).deeper()
	}
	if d.Root.Kind == Object {
		l = layoutOf(d.text, d.Root, l)
	}
	e := editor{d.text, l}
	text := d.text[:d.Root.start] + e.config(d.Root, d.Config(), c) + d.text[d.Root.end:]
	if text == d.text && !d.bom && d.from == nil {
		return d
	}
	return decode(text)
}

// Unwrapped returns the configuration alone: d itself where it is not wrapped,
// else its "config" moved to the left margin, with a newline at the end.
func (d *Document) Unwrapped() *Document {
	if !d.Wrapped {
		return d
	}
	text := d.text[d.Root.start:d.Root.end]
	// A string of JSON holds no line end, so each one here is between tokens.
	margin := indentation(layoutOf(d.text, d.Root, layout{}).close)
	return decode(strings.ReplaceAll(text, "\n"+margin, "\n") + newline(text))
}

// editor writes changed parts of a text.
type editor struct {
	text   string
	layout layout // of the configuration
}

// config writes a configuration that said was so that it says now.
func (e editor) config(root *Value, was, now Config) string {
	if root.Kind != Object {
		return newConfig(e.layout, now)
	}
	ps := parts(e.text, root)
	set := func(key, value string) { ps = put(ps, knownKeys, e.layout, key, value) }
	unset := func(key string) { ps = slices.DeleteFunc(ps, func(p part) bool { return p.key == key }) }
	switch h := now.Host; {
	case h == nil:
		unset("host")
	case was.Host == nil || *was.Host != *h:
		set("host", Quote(*h))
	}
	if was.AccountSID != now.AccountSID {
		set("accountSID", Quote(now.AccountSID))
	}
	if was.AuthToken != now.AuthToken {
		set("authToken", Quote(now.AuthToken))
	}
	if was.FromMessagingServiceSID != now.FromMessagingServiceSID {
		set("fromMessagingServiceSID", Quote(now.FromMessagingServiceSID))
	}
	switch b := now.DisableRiskCheck; {
	case b == nil:
		unset("disableRiskCheck")
	case was.DisableRiskCheck == nil || *was.DisableRiskCheck != *b:
		set("disableRiskCheck", boolean(*b))
	}
	if !slices.Equal(was.Templates, now.Templates) {
		set("templates", e.templates(root.Get("templates"), was.Templates, now.Templates))
	}
	if len(ps) == 0 && len(root.Members) == 0 {
		return e.text[root.start:root.end]
	}
	return e.layout.join("{}", ps, len(root.Members))
}

// templates writes the list of templates.
func (e editor) templates(v *Value, was, now []Template) string {
	l := layoutOf(e.text, v, e.layout.deeper())
	if !v.is(Array) {
		return newTemplates(e.layout.deeper(), now)
	}
	inner := l.deeper()
	for _, item := range v.Items {
		inner = layoutOf(e.text, item, inner)
	}
	old := parts(e.text, v)
	ps := make([]part, len(now))
	for i, t := range now {
		ps[i] = part{index: -1}
		if k := t.Source - 1; k < 0 || k >= len(old) {
			ps[i].body = newTemplate(inner, t)
		} else {
			ps[i] = old[k]
			ps[i].body = e.template(v.Items[k], inner, was[k], t)
		}
	}
	return l.join("[]", ps, len(old))
}

// template writes one template that said was so that it says now.
func (e editor) template(v *Value, inner layout, was, now Template) string {
	if was == now {
		return e.text[v.start:v.end]
	}
	if v.Kind != Object {
		return newTemplate(inner, now)
	}
	l := layoutOf(e.text, v, inner)
	ps := parts(e.text, v)
	if was.Content != now.Content {
		ps = put(ps, templateKeys, l, "content", Quote(now.Content))
	}
	if was.UsageType != now.UsageType {
		ps = put(ps, templateKeys, l, "usageType", Quote(string(now.UsageType)))
	}
	return l.join("{}", ps, len(v.Members))
}

// put sets the value of a key: of the last that there is, else of a new one,
// behind the key that comes before it in order, where there is that.
func put(ps []part, order []string, l layout, key, value string) []part {
	if i := lastOf(ps, key); i >= 0 {
		head := ps[i].body[:len(ps[i].body)-ps[i].valueSize]
		ps[i].body = head + value
		return ps
	}
	at := 0
	for _, k := range order[:slices.Index(order, key)] {
		at = max(at, lastOf(ps, k)+1)
	}
	return slices.Insert(ps, at, l.member(key, value))
}

// lastOf is the index of the last part with a key, -1 where there is none.
func lastOf(ps []part, key string) int {
	for i := len(ps) - 1; i >= 0; i-- {
		if ps[i].key == key {
			return i
		}
	}
	return -1
}
