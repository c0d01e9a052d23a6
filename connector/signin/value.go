package signin

import (
	"slices"
	"strconv"
	"strings"

	"logto-twilio/connector/jsondoc"
)

// isTrue reports whether v is there and true.
func isTrue(v *jsondoc.Value) bool { return v.Is(jsondoc.Bool) && v.Text == "true" }

// texts are the items of a list of texts; false where it is no such list.
func texts(v *jsondoc.Value) ([]string, bool) {
	if !v.Is(jsondoc.Array) {
		return nil, false
	}
	list := make([]string, len(v.Items))
	for i, item := range v.Items {
		if !item.Is(jsondoc.String) {
			return nil, false
		}
		list[i] = item.Text
	}
	return list, true
}

// parse is a value of JSON that this package has written.
func parse(text string) *jsondoc.Value { return jsondoc.ParseValue([]byte(text)) }

// yes is the value true.
func yes() *jsondoc.Value { return parse("true") }

// with is a copy of an object in which key has that value; what else there is stays.
func with(v *jsondoc.Value, key string, value *jsondoc.Value) *jsondoc.Value {
	c := *v
	c.Members = slices.Clone(v.Members)
	for i := len(c.Members) - 1; i >= 0; i-- { // of equal keys the last counts
		if c.Members[i].Key == key {
			c.Members[i].Value = value
			return &c
		}
	}
	c.Members = append(c.Members, jsondoc.Member{Key: key, Value: value})
	return &c
}

// plus is a copy of a list with one more item.
func plus(v, item *jsondoc.Value) *jsondoc.Value {
	c := *v
	c.Items = append(slices.Clone(v.Items), item)
	return &c
}

// at is a copy of a list in which the item i is another.
func at(v *jsondoc.Value, i int, item *jsondoc.Value) *jsondoc.Value {
	c := *v
	c.Items = slices.Clone(v.Items)
	c.Items[i] = item
	return &c
}

// object is an object of those keys that are there, on one line.
func object(fields map[string]*jsondoc.Value, keys []string) []byte {
	v := &jsondoc.Value{Kind: jsondoc.Object}
	for _, key := range keys {
		if fields[key] != nil {
			v.Members = append(v.Members, jsondoc.Member{Key: key, Value: fields[key]})
		}
	}
	return []byte(line(v))
}

// line is a value as JSON on one line, "" for none.
func line(v *jsondoc.Value) string {
	if v == nil {
		return ""
	}
	var b strings.Builder
	write(&b, v)
	return b.String()
}

// write writes a value as JSON; of equal keys all, as they came.
func write(b *strings.Builder, v *jsondoc.Value) {
	switch v.Kind {
	case jsondoc.Object:
		for i, m := range v.Members {
			b.WriteString([]string{"{", ","}[min(i, 1)] + jsondoc.Quote(m.Key) + ":")
			write(b, m.Value)
		}
		b.WriteString([]string{"{}", "}"}[min(len(v.Members), 1)])
	case jsondoc.Array:
		for i, item := range v.Items {
			b.WriteString([]string{"[", ","}[min(i, 1)])
			write(b, item)
		}
		b.WriteString([]string{"[]", "]"}[min(len(v.Items), 1)])
	case jsondoc.String:
		b.WriteString(jsondoc.Quote(v.Text))
	default:
		b.WriteString(v.Text)
	}
}

// equal compares two values as JavaScript would: of equal keys the last counts.
func equal(a, b *jsondoc.Value) bool {
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case jsondoc.Object:
		return within(a, b) && within(b, a)
	case jsondoc.Array:
		return slices.EqualFunc(a.Items, b.Items, equal)
	case jsondoc.Number: // 1.0 is 1
		x, _ := strconv.ParseFloat(a.Text, 64)
		y, _ := strconv.ParseFloat(b.Text, 64)
		return x == y
	}
	return a.Text == b.Text
}

// within reports whether b has every key of a, and the same behind it.
func within(a, b *jsondoc.Value) bool {
	last := lastOf(a)
	others := lastOf(b)
	for key, value := range last {
		if other := others[key]; other == nil || !equal(value, other) {
			return false
		}
	}
	return true
}

// lastOf has the values of an object by their keys, of equal keys the last.
func lastOf(v *jsondoc.Value) map[string]*jsondoc.Value {
	values := make(map[string]*jsondoc.Value, len(v.Members))
	for _, m := range v.Members {
		values[m.Key] = m.Value
	}
	return values
}
