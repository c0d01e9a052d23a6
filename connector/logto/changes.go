package logto

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
)

// Change is one difference between the configuration in Logto and the desired one.
type Change struct {
	Kind ChangeKind
	// Path is a JSON Pointer into the desired configuration; of what is Removed, into
	// the one in Logto.
	Path string
	// Usage is the usage type of the template that the change is in, "" elsewhere.
	Usage connector.UsageType
	// Old and New are values as JSON on one line, or "" where there is none, or
	// where it is a Secret. Of a template that comes or goes they are its text, of
	// Moved lists of usage types. They may hold what a terminal would obey.
	Old, New string
	// Secret is set for the auth token, of which only that it differs may be said.
	Secret bool
}

// ChangeKind says what happens to a value. It is stable: scripts match on it.
type ChangeKind string

// What happens.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Altered ChangeKind = "changed"
	Moved   ChangeKind = "moved" // templates, to another order
)

// Changes lists what is different in desired, in the order of the documentation:
// empty where the two are equal. A template is compared with that of its usage
// type, wherever it stands; of several of one type, the first with the first.
func (c Config) Changes(desired Config) []Change {
	d := differ{filter: redact.NewFilter(jsonSecrets(c, desired))}
	old, now := inOrder(c.object(), configKeys), inOrder(desired.object(), configKeys)
	d.members("", old, now, func(path string, was, is *jsondoc.Value) {
		if path == "/templates" && isArray(was) && isArray(is) {
			d.templates(was, is)
			return
		}
		d.values(path, was, is)
	})
	return d.changes
}

// isArray reports whether v is an array, or is not there.
func isArray(v *jsondoc.Value) bool { return v == nil || v.Kind == jsondoc.Array }

// differ gathers changes.
type differ struct {
	filter  *redact.Filter
	usage   connector.UsageType // of the template that is looked at
	changes []Change
}

// members compares the members of two objects, first those of the new one. What
// is nil is not there.
func (d *differ) members(path string, old, now *jsondoc.Value, compare func(path string, old, now *jsondoc.Value)) {
	before, after := index(old), index(now)
	for _, m := range now.Members {
		compare(child(path, m.Key), before[m.Key], m.Value)
	}
	for _, m := range old.Members {
		if after[m.Key] == nil {
			compare(child(path, m.Key), m.Value, nil)
		}
	}
}

// child is the path of a key (RFC 6901).
func child(path, key string) string {
	return path + "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}

// values compares two values, either of which may be nil, down to what is no
// object.
func (d *differ) values(path string, old, now *jsondoc.Value) {
	switch {
	case old.Is(jsondoc.Object) && now.Is(jsondoc.Object):
		d.members(path, old, now, d.values)
	case old == nil:
		d.add(Added, path, nil, now)
	case now == nil:
		d.add(Removed, path, old, nil)
	case !equal(old, now):
		d.add(Altered, path, old, now)
	}
}

// add notes a change.
func (d *differ) add(kind ChangeKind, path string, old, now *jsondoc.Value) {
	c := Change{Kind: kind, Path: d.shown(path), Usage: d.usage}
	if path == "/authToken" {
		c.Secret = true
	} else {
		c.Old, c.New = d.show(old), d.show(now)
	}
	d.changes = append(d.changes, c)
}

// show is a value as it may be shown.
func (d *differ) show(v *jsondoc.Value) string {
	if v == nil {
		return ""
	}
	var b strings.Builder
	writeValue(&b, v, "\n")
	var line bytes.Buffer
	if json.Compact(&line, []byte(b.String())) != nil {
		return "" // what this package writes is JSON
	}
	return d.shown(line.String())
}

// jsonSecrets are the auth tokens of configurations, as they are and as JSON has them.
func jsonSecrets(configs ...Config) (list []string) {
	for _, secret := range authTokens(configs...) {
		list = append(list, secret, strings.Trim(jsondoc.Quote(secret), `"`))
	}
	return list
}

// shown is a text as it may be shown, without the token, which somebody may have
// put into another field, or a Logto repeats there.
func (d *differ) shown(s string) string {
	return redact.Tokens(d.filter.Known(s), redact.Mask)
}

// slot is the place of a template: the nth of its usage type.
type slot struct {
	usage connector.UsageType
	nth   int
}

// slots are the places of templates, in their order.
func slots(templates *jsondoc.Value) []slot {
	if templates == nil {
		return nil
	}
	count := map[connector.UsageType]int{}
	list := make([]slot, len(templates.Items))
	for i, t := range templates.Items {
		usage := connector.UsageType("")
		if v := t.Get("usageType"); v != nil && v.Kind == jsondoc.String {
			usage = connector.UsageType(v.Text)
		}
		list[i] = slot{usage, count[usage]}
		count[usage]++
	}
	return list
}

// templates compares two lists of templates, either of which may be nil.
func (d *differ) templates(old, now *jsondoc.Value) {
	before, after := slots(old), slots(now)
	was := map[slot]*jsondoc.Value{}
	for i, s := range before {
		was[s] = old.Items[i]
	}
	is := map[slot]bool{}
	for i, s := range after {
		is[s] = true
		d.template(Added, i, s, was[s], now.Items[i])
	}
	for i, s := range before {
		if !is[s] {
			d.template(Removed, i, s, old.Items[i], nil)
		}
	}
	left := slices.DeleteFunc(slices.Clone(before), func(s slot) bool { return !is[s] })
	stay := slices.DeleteFunc(slices.Clone(after), func(s slot) bool { return was[s] == nil })
	if !slices.Equal(left, stay) {
		d.changes = append(d.changes, Change{Kind: Moved, Path: "/templates", Old: d.usages(left), New: d.usages(stay)})
	}
}

// template compares two templates of a usage type, one of which may be nil; kind
// is what happens where one is.
func (d *differ) template(kind ChangeKind, at int, s slot, old, now *jsondoc.Value) {
	d.usage = connector.UsageType(d.shown(string(s.usage)))
	defer func() { d.usage = "" }()
	path := "/templates/" + strconv.Itoa(at)
	if old != nil && now != nil {
		d.values(path, old, now)
		return
	}
	c := Change{Kind: kind, Path: path, Usage: d.usage}
	if old != nil {
		c.Old = d.show(content(old))
	} else {
		c.New = d.show(content(now))
	}
	d.changes = append(d.changes, c)
}

// content is what is to be shown of a template: its text, or all of it where it
// has none.
func content(t *jsondoc.Value) *jsondoc.Value {
	if v := t.Get("content"); v != nil {
		return v
	}
	return t
}

// usages are usage types in their order, as JSON.
func (d *differ) usages(list []slot) string {
	names := make([]string, len(list))
	for i, s := range list {
		names[i] = jsondoc.Quote(string(s.usage))
	}
	return d.shown("[" + strings.Join(names, ",") + "]")
}
