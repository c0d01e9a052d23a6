package export

import (
	"logto-twilio/connector/jsondoc"
)

// The keys of a configuration that formats treat in their own way.
const (
	tokenKey  = "authToken"
	schemaKey = "$schema" // for editors alone
)

// stringValue is a string as a value of a tree.
func stringValue(s string) *jsondoc.Value { return &jsondoc.Value{Kind: jsondoc.String, Text: s} }

// objectValue is an object as a value of a tree.
func objectValue(members ...jsondoc.Member) *jsondoc.Value {
	return &jsondoc.Value{Kind: jsondoc.Object, Members: members}
}

// with is an object with another value for a key, which comes last where it is new.
func with(v *jsondoc.Value, key string, value *jsondoc.Value) *jsondoc.Value {
	members := unique(v.Members)
	for i := range members {
		if members[i].Key == key {
			members[i].Value = value
			return objectValue(members...)
		}
	}
	return objectValue(append(members, jsondoc.Member{Key: key, Value: value})...)
}

// without is an object without a key.
func without(v *jsondoc.Value, key string) *jsondoc.Value {
	var members []jsondoc.Member
	for _, m := range v.Members {
		if m.Key != key {
			members = append(members, m)
		}
	}
	return objectValue(members...)
}

// unique are members of which no two have the same key: each stands at the first
// place and has the last value, as in an object of JavaScript.
func unique(members []jsondoc.Member) []jsondoc.Member {
	at := make(map[string]int, len(members))
	all := make([]jsondoc.Member, 0, len(members))
	for _, m := range members {
		if i, ok := at[m.Key]; ok {
			all[i].Value = m.Value
			continue
		}
		at[m.Key] = len(all)
		all = append(all, m)
	}
	return all
}

// indented is a tree as JSON, by two spaces, with a newline at the end.
func indented(v *jsondoc.Value) []byte {
	return append(appendValue(nil, v, style{"\n", "  ", ": "}), '\n')
}

// compact is a tree as JSON on one line, without a newline.
func compact(v *jsondoc.Value) []byte { return appendValue(nil, v, style{"", "", ":"}) }

// style is how JSON is laid out.
type style struct{ newline, indent, colon string }

// deeper is the style of what stands within brackets.
func (s style) deeper() style { return style{s.newline + s.indent, s.indent, s.colon} }

// appendValue writes a value. Texts have no more escapes than JSON needs, so that
// how the source wrote them makes no difference; numbers stay as they are.
func appendValue(b []byte, v *jsondoc.Value, s style) []byte {
	switch v.Kind {
	case jsondoc.String:
		return append(b, jsondoc.Quote(v.Text)...)
	case jsondoc.Array:
		items := make([][]byte, len(v.Items))
		for i, item := range v.Items {
			items[i] = appendValue(nil, item, s.deeper())
		}
		return appendList(b, "[]", items, s)
	case jsondoc.Object:
		members := unique(v.Members)
		items := make([][]byte, len(members))
		for i, m := range members {
			items[i] = appendValue([]byte(jsondoc.Quote(m.Key)+s.colon), m.Value, s.deeper())
		}
		return appendList(b, "{}", items, s)
	}
	return append(b, v.Text...)
}

// appendList writes items within brackets.
func appendList(b []byte, brackets string, items [][]byte, s style) []byte {
	b = append(b, brackets[0])
	for i, item := range items {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(b, s.deeper().newline...), item...)
	}
	if len(items) > 0 {
		b = append(b, s.newline...)
	}
	return append(b, brackets[1])
}
