package logtosim

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
)

// hasProto reports whether an object somewhere has the key that the server's reader
// of JSON refuses.
func hasProto(value any) bool {
	switch v := value.(type) {
	case map[string]any:
		for key, item := range v {
			if key == "__proto__" || hasProto(item) {
				return true
			}
		}
	case []any:
		return slices.ContainsFunc(v, hasProto)
	}
	return false
}

// hasNUL reports whether a text or a key somewhere has a NUL in it.
func hasNUL(value any) bool {
	switch v := value.(type) {
	case string:
		return strings.Contains(v, "\x00")
	case map[string]any:
		for key, item := range v {
			if strings.Contains(key, "\x00") || hasNUL(item) {
				return true
			}
		}
	case []any:
		return slices.ContainsFunc(v, hasNUL)
	}
	return false
}

// hasHalf reports whether a body has an escape of half a character, which
// encoding/json reads as U+FFFD.
func hasHalf(body []byte) bool {
	unit := func(at int) uint64 { // of the escape there, 0 for none
		if len(body) < at+6 || string(body[at:at+2]) != `\u` {
			return 0
		}
		u, _ := strconv.ParseUint(string(body[at+2:at+6]), 16, 16) // 0 for what is none
		return u
	}
	for i := 0; i < len(body); i++ {
		if body[i] != '\\' {
			continue
		}
		switch first, second := unit(i), unit(i+6); {
		case first>>10 == 0xD800>>10 && second>>10 == 0xDC00>>10:
			i += 11
		case first>>11 == 0xD800>>11:
			return true
		default:
			i++ // whatever is escaped is no beginning of another escape
		}
	}
	return false
}

// infinite reports whether a number is one that JavaScript has no finite value for:
// it writes null in its place.
func infinite(n json.Number) bool {
	f, _ := strconv.ParseFloat(string(n), 64) // an infinity comes with an error
	return math.IsInf(f, 0)
}
