package logto

import (
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// The keys that the documentation names, in its order; others come after them.
var (
	configKeys   = []string{"host", "accountSID", "authToken", "fromMessagingServiceSID", "disableRiskCheck", "templates"}
	templateKeys = []string{"content", "usageType"}
)

// Document is the configuration as a file, in the documented order and layout:
// of what a new document of this program held, the very same bytes.
func (c Config) Document() *connector.Document {
	root := inOrder(c.object(), configKeys)
	for i, m := range root.Members {
		if m.Key != "templates" {
			continue
		}
		list := *m.Value
		list.Items = slices.Clone(list.Items)
		for k, item := range list.Items {
			list.Items[k] = inOrder(item, templateKeys)
		}
		root.Members[i].Value = &list
	}
	var b strings.Builder
	writeValue(&b, root, "\n")
	return connector.Decode([]byte(b.String() + "\n"))
}

// inOrder is a copy of a value whose known keys come first, in that order.
func inOrder(v *jsondoc.Value, keys []string) *jsondoc.Value {
	rank := func(m jsondoc.Member) int {
		if at := slices.Index(keys, m.Key); at >= 0 {
			return at
		}
		return len(keys)
	}
	ordered := *v
	ordered.Members = slices.Clone(v.Members)
	slices.SortStableFunc(ordered.Members, func(a, b jsondoc.Member) int { return rank(a) - rank(b) })
	return &ordered
}

// writeValue writes a value as JSON, two spaces a level; margin is a line end and
// the indentation of the line that the value begins in.
func writeValue(b *strings.Builder, v *jsondoc.Value, margin string) {
	switch v.Kind {
	case jsondoc.Object:
		writeList(b, "{}", len(v.Members), margin, func(i int, margin string) {
			b.WriteString(jsondoc.Quote(v.Members[i].Key) + ": ")
			writeValue(b, v.Members[i].Value, margin)
		})
	case jsondoc.Array:
		writeList(b, "[]", len(v.Items), margin, func(i int, margin string) { writeValue(b, v.Items[i], margin) })
	case jsondoc.String:
		b.WriteString(jsondoc.Quote(v.Text))
	default:
		b.WriteString(v.Text)
	}
}

// writeList writes n members or items between brackets, each on its own line.
func writeList(b *strings.Builder, brackets string, n int, margin string, write func(i int, margin string)) {
	b.WriteByte(brackets[0])
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(margin + "  ")
		write(i, margin+"  ")
	}
	if n > 0 {
		b.WriteString(margin)
	}
	b.WriteByte(brackets[1])
}
