package connector

import (
	"slices"
	"strings"

	"logto-twilio/connector/jsondoc"
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
	return decode(newConfig(jsondoc.Documented(), c) + "\n")
}

// newConfig writes a whole new configuration.
func newConfig(l jsondoc.Layout, c Config) string {
	var ps []jsondoc.Part
	if c.Host != nil {
		ps = append(ps, l.Member("host", jsondoc.Quote(*c.Host)))
	}
	ps = append(ps,
		l.Member("accountSID", jsondoc.Quote(c.AccountSID)),
		l.Member("authToken", jsondoc.Quote(c.AuthToken)),
		l.Member("fromMessagingServiceSID", jsondoc.Quote(c.FromMessagingServiceSID)),
	)
	if c.DisableRiskCheck != nil {
		ps = append(ps, l.Member("disableRiskCheck", boolean(*c.DisableRiskCheck)))
	}
	ps = append(ps, l.Member("templates", newTemplates(l.Deeper(), c.Templates)))
	return l.Join("{}", ps, 0)
}

// newTemplates writes a whole new list of templates.
func newTemplates(l jsondoc.Layout, ts []Template) string {
	ps := make([]jsondoc.Part, len(ts))
	for i, t := range ts {
		ps[i] = jsondoc.Part{Index: -1, Body: newTemplate(l.Deeper(), t)}
	}
	return l.Join("[]", ps, 0)
}

// newTemplate writes one template.
func newTemplate(l jsondoc.Layout, t Template) string {
	return l.Join("{}", []jsondoc.Part{
		l.Member("content", jsondoc.Quote(t.Content)),
		l.Member("usageType", jsondoc.Quote(string(t.UsageType))),
	}, 0)
}

func boolean(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// With returns a copy of the document with the values of c; d itself where that changes
// nothing. Everything else stays byte for byte: unknown keys, the order of keys, blanks,
// line ends, escapes. New parts are laid out like their neighbours. A Template keeps the
// unknown keys of the one it came from (Template.Source); a template that is not in c is
// removed.
//
// Of equal keys the last is changed. A nil Host removes every host, and a nil
// DisableRiskCheck every disableRiskCheck, even one that is not a boolean. A field that is
// "" in both d and c is left alone, whatever stands there. A byte order mark is removed,
// and so is the container that the configuration was extracted from. A document that
// could not be decoded is replaced by a new one.
func (d *Document) With(c Config) *Document {
	if d.Root == nil {
		return NewDocument(c)
	}
	l := jsondoc.Documented()
	if d.Wrapped {
		l = jsondoc.LayoutOf(d.text, d.tree, l).Deeper()
	}
	if d.Root.Is(jsondoc.Object) {
		l = jsondoc.LayoutOf(d.text, d.Root, l)
	}
	e := editor{d.text, l}
	text := d.text[:d.Root.Start] + e.config(d.Root, d.Config(), c) + d.text[d.Root.End:]
	if text == d.text && !d.bom && d.container == nil {
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
	text := d.text[d.Root.Start:d.Root.End]
	// A string of JSON holds no line end, so each one here is between tokens.
	margin := jsondoc.Indentation(jsondoc.LayoutOf(d.text, d.Root, jsondoc.Layout{}).Close)
	return decode(strings.ReplaceAll(text, "\n"+margin, "\n") + jsondoc.Newline(text))
}

// editor writes changed parts of a text.
type editor struct {
	text   string
	layout jsondoc.Layout // of the configuration
}

// config changes a configuration from was to now.
func (e editor) config(root *jsondoc.Value, was, now Config) string {
	if !root.Is(jsondoc.Object) {
		return newConfig(e.layout, now)
	}
	ps := jsondoc.Parts(e.text, root)
	set := func(key, value string) { ps = jsondoc.Put(ps, knownKeys, e.layout, key, value) }
	unset := func(key string) { ps = slices.DeleteFunc(ps, func(p jsondoc.Part) bool { return p.Key == key }) }
	switch h := now.Host; {
	case h == nil:
		unset("host")
	case was.Host == nil || *was.Host != *h:
		set("host", jsondoc.Quote(*h))
	}
	if was.AccountSID != now.AccountSID {
		set("accountSID", jsondoc.Quote(now.AccountSID))
	}
	if was.AuthToken != now.AuthToken {
		set("authToken", jsondoc.Quote(now.AuthToken))
	}
	if was.FromMessagingServiceSID != now.FromMessagingServiceSID {
		set("fromMessagingServiceSID", jsondoc.Quote(now.FromMessagingServiceSID))
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
		return e.text[root.Start:root.End]
	}
	return e.layout.Join("{}", ps, len(root.Members))
}

// templates writes the list of templates.
func (e editor) templates(v *jsondoc.Value, was, now []Template) string {
	l := jsondoc.LayoutOf(e.text, v, e.layout.Deeper())
	if !v.Is(jsondoc.Array) {
		return newTemplates(e.layout.Deeper(), now)
	}
	inner := l.Deeper()
	for _, item := range v.Items {
		inner = jsondoc.LayoutOf(e.text, item, inner)
	}
	old := jsondoc.Parts(e.text, v)
	ps := make([]jsondoc.Part, len(now))
	for i, t := range now {
		ps[i] = jsondoc.Part{Index: -1}
		if k := t.Source - 1; k < 0 || k >= len(old) {
			ps[i].Body = newTemplate(inner, t)
		} else {
			ps[i] = old[k]
			ps[i].Body = e.template(v.Items[k], inner, was[k], t)
		}
	}
	return l.Join("[]", ps, len(old))
}

// template changes one template from was to now.
func (e editor) template(v *jsondoc.Value, inner jsondoc.Layout, was, now Template) string {
	if was == now {
		return e.text[v.Start:v.End]
	}
	if !v.Is(jsondoc.Object) {
		return newTemplate(inner, now)
	}
	l := jsondoc.LayoutOf(e.text, v, inner)
	ps := jsondoc.Parts(e.text, v)
	if was.Content != now.Content {
		ps = jsondoc.Put(ps, templateKeys, l, "content", jsondoc.Quote(now.Content))
	}
	if was.UsageType != now.UsageType {
		ps = jsondoc.Put(ps, templateKeys, l, "usageType", jsondoc.Quote(string(now.UsageType)))
	}
	return l.Join("{}", ps, len(v.Members))
}
