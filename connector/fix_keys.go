package connector

import (
	"slices"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// keyKinds are the types of the values of the keys.
var keyKinds = map[string]jsondoc.Kind{
	"host": jsondoc.String, "accountSID": jsondoc.String, "authToken": jsondoc.String, "fromMessagingServiceSID": jsondoc.String, "disableRiskCheck": jsondoc.Bool, "templates": jsondoc.Array,
	"content": jsondoc.String, "usageType": jsondoc.String,
}

// equalKeys removes the members, anywhere in a tree, that a later one of the
// same key repeats: the last is the one that counts.
func (m *mender) equalKeys(v *jsondoc.Value) {
	if v == nil {
		return
	}
	for _, item := range v.Items {
		m.equalKeys(item)
	}
	last := make(map[string]int, len(v.Members))
	for i, member := range v.Members {
		last[member.Key] = i
	}
	for i, member := range v.Members {
		if k := last[member.Key]; k > i && same(member.Value, v.Members[k].Value) {
			m.replace(jsondoc.Span{Start: member.KeySpan.Start, End: v.Members[i+1].KeySpan.Start}, "")
		} else {
			m.equalKeys(member.Value)
		}
	}
}

// same reports whether two values say the same in the same order.
func same(a, b *jsondoc.Value) bool {
	return a.Kind == b.Kind && a.Text == b.Text && slices.EqualFunc(a.Items, b.Items, same) &&
		slices.EqualFunc(a.Members, b.Members, func(a, b jsondoc.Member) bool { return a.Key == b.Key && same(a.Value, b.Value) })
}

// keys gives keys of an object their right names: those that only one key can
// have been meant to be, with a value of the right type.
func (m *mender) keys(object *jsondoc.Value, known []string) {
	missing := missingKeys(object, known)
	meant := make(map[string][]jsondoc.Member)
	for _, member := range object.Members {
		if slices.Contains(known, member.Key) {
			continue
		}
		if right, ok := Closest(member.Key, missing); ok {
			meant[right] = append(meant[right], member)
		}
	}
	for right, members := range meant {
		kind, ok := keyKinds[right]
		if ok && len(members) == 1 && members[0].Value.Kind == kind && misspells(members[0].Key, right) {
			m.replace(members[0].KeySpan, jsondoc.Quote(right))
		}
	}
}

// misspells reports whether a name is another one misspelt, rather than another
// word for it or a longer one: emailTemplates may be something else.
func misspells(name, right string) bool {
	name, right = fold(name), fold(right)
	d := distance(name, right)
	if len(right) < 6 { // nearly any short word is near another one
		return d == 0
	}
	return d <= 2 && d*3 <= len(right) || len(name) >= 8 && strings.HasSuffix(right, name)
}

// templates mends the templates of a configuration.
func (m *mender) templates(list *jsondoc.Value) {
	if !list.Is(jsondoc.Array) {
		return
	}
	present := make(map[string]bool)
	for _, item := range list.Items {
		present[textOf(item.Get("usageType"))] = true
	}
	for _, item := range list.Items {
		if !item.Is(jsondoc.Object) {
			continue
		}
		m.keys(item, templateKeys)
		usage := item.Get("usageType")
		if usage.Is(jsondoc.String) {
			m.usageType(usage, present)
		}
		if content := item.Get("content"); content.Is(jsondoc.String) {
			m.content(content, UsageType(textOf(usage)))
		}
	}
}

// usageType rights a misspelt usage type, unless there is a template of the
// right one, which would hide this.
func (m *mender) usageType(v *jsondoc.Value, present map[string]bool) {
	for _, p := range checkUsageType(UsageType(v.Text)) {
		right, _ := p.Args["suggestion"].(string)
		if p.Code == problem.MisspeltUsageType && !present[right] && misspells(v.Text, right) {
			present[right] = true
			m.replace(v.Span, jsondoc.Quote(right))
		}
	}
}
