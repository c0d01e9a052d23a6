package walk

import (
	"regexp"
	"slices"
)

// PastedCredentials finds an Account SID and an auth token, 32 hex digits that are
// a word of their own, in what was pasted, such as two lines of a .env file. ok is
// false unless there is exactly one of each.
func PastedCredentials(text string) (sid, token string, ok bool) {
	one := func(pattern string) string {
		found := regexp.MustCompile(pattern).FindAllString(text, -1)
		slices.Sort(found)
		if found = slices.Compact(found); len(found) != 1 {
			return ""
		}
		return found[0]
	}
	sid, token = one(`\bAC[0-9a-fA-F]{32}\b`), one(`\b[0-9a-fA-F]{32}\b`)
	return sid, token, sid != "" && token != ""
}
