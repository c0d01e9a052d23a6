package logto

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"logto-twilio/connector"
)

// unstorable finds what Logto cannot keep as it is: a NUL (500), half of a
// character (422), a key __proto__ (400), a number beyond a double (kept as null).
// path is where v stands; so is the result's, a JSON Pointer.
func unstorable(v *connector.Value, path string) (string, bool) {
	switch v.Kind {
	case connector.String:
		return path, !keeps(v.Text)
	case connector.Number:
		f, _ := strconv.ParseFloat(v.Text, 64) // an infinity comes with an error
		return path, math.IsInf(f, 0)
	}
	for i, item := range v.Items {
		if at, found := unstorable(item, path+"/"+strconv.Itoa(i)); found {
			return at, true
		}
	}
	for _, m := range v.Members {
		at := child(path, m.Key)
		if m.Key == "__proto__" || !keeps(m.Key) {
			return at, true
		}
		if at, found := unstorable(m.Value, at); found {
			return at, true
		}
	}
	return "", false
}

// keeps tells whether the database of a Logto holds a text: package connector has
// half of a character in bytes that are no UTF-8.
func keeps(s string) bool { return utf8.ValidString(s) && !strings.Contains(s, "\x00") }
