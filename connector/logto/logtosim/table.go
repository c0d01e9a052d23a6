package logtosim

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
)

// clean drops what Logto drops on saving: empty texts, null, {} and [], from the
// inside out, so that an object of empty things goes too. The outermost value
// always stays.
func clean(value any) any {
	switch v := value.(type) {
	case map[string]any:
		kept := map[string]any{}
		for key, item := range v {
			if item = clean(item); !empty(item) {
				kept[key] = item
			}
		}
		return kept
	case []any:
		kept := []any{}
		for _, item := range v {
			if item = clean(item); !empty(item) {
				kept = append(kept, item)
			}
		}
		return kept
	}
	return value
}

// empty reports whether a value is one that is dropped.
func empty(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case string:
		return v == ""
	case map[string]any:
		return len(v) == 0
	case []any:
		return len(v) == 0
	}
	return false
}

// stored is a value as a column of PostgreSQL's type jsonb gives it back: shorter
// keys come before longer ones, those of one length by their bytes.
func stored(value any) json.RawMessage {
	var b bytes.Buffer
	store(&b, value)
	return b.Bytes()
}

func store(b *bytes.Buffer, value any) {
	switch v := value.(type) {
	case map[string]any:
		keys := slices.SortedFunc(maps.Keys(v), func(x, y string) int {
			return cmp.Or(cmp.Compare(len(x), len(y)), cmp.Compare(x, y))
		})
		b.WriteByte('{')
		for i, key := range keys {
			separate(b, i)
			store(b, key)
			b.WriteByte(':')
			store(b, v[key])
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for i, item := range v {
			separate(b, i)
			store(b, item)
		}
		b.WriteByte(']')
	case json.Number:
		if infinite(v) {
			v = "null"
		}
		b.WriteString(string(v))
	default:
		text, _ := json.Marshal(v) // a scalar that was read from JSON
		b.Write(text)
	}
}

// separate writes the comma before the item at i.
func separate(b *bytes.Buffer, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
}
