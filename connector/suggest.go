package connector

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestName bounds what a suggestion is looked for: the longest name that
// there is has 24 letters.
const longestName = 40

// twins are letters of other alphabets that look like the Latin ones of our names.
var twins = map[rune]rune{
	'а': 'a', 'с': 'c', 'ԁ': 'd', 'е': 'e', 'о': 'o', 'р': 'p', 'і': 'i', 'ѕ': 's', 'ο': 'o', 'у': 'y', 'х': 'x',
}

// fold brings a name down to what people do not mix up: lower case, no signs
// between words, no look-alikes, no full width. "" where it is too long to be one.
func fold(name string) string {
	if len(name) > 3*longestName {
		return ""
	}
	if folded, ok := foldASCII(name); ok {
		return folded
	}
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		r = unicode.ToLower(r)
		if twin, ok := twins[r]; ok {
			return twin
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return r
	}, name)
}

// foldASCII is fold of a name of ASCII alone, which nearly all are; false for another.
func foldASCII(name string) (string, bool) {
	var kept [3 * longestName]byte
	n := 0
	for i := range len(name) {
		c := name[i]
		switch {
		case c >= utf8.RuneSelf:
			return "", false
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case (c < 'a' || c > 'z') && (c < '0' || c > '9'):
			continue
		}
		kept[n] = c
		n++
	}
	return string(kept[:n]), true
}

// Closest finds the known name that another one was meant to be: equal once
// folded, with a prefix too few or too many, or no more than two letters apart.
func Closest(name string, known []string) (string, bool) {
	folded := fold(name)
	best, least := "", 3
	letters := utf8.RuneCountInString(folded)
	for _, k := range known {
		right := fold(k)
		d := least // which names whose lengths differ by as much are apart at least
		if n := utf8.RuneCountInString(right); max(n-letters, letters-n) < least {
			d = distance(folded, right)
		}
		if min(len(folded), len(right)) >= 8 && (strings.HasSuffix(folded, right) || strings.HasSuffix(right, folded)) {
			d = 0
		}
		if d < least && d*3 <= len(right) {
			best, least = k, d
		}
	}
	return best, folded != "" && best != ""
}

// otherNames are what people call usage types, folded.
var otherNames = map[string]UsageType{
	"signup": Register, "registration": Register, "login": SignIn, "logon": SignIn, "signon": SignIn,
	"resetpassword": ForgotPassword, "passwordreset": ForgotPassword, "default": Generic, "mfa": MfaVerification,
}

// closestUsageType finds the usage type that another name was meant to be.
func closestUsageType(u UsageType) (UsageType, bool) {
	if right, ok := otherNames[fold(string(u))]; ok {
		return right, true
	}
	known := append(slices.Clone(Latest().Known), Test)
	names := make([]string, len(known))
	for i, k := range known {
		names[i] = string(k)
	}
	right, ok := Closest(string(u), names)
	return UsageType(right), ok
}

// distance is how many letters must be put in, taken out, replaced or swapped
// with a neighbour to make b of a (optimal string alignment); longestName where
// a is too long to be looked at.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > longestName || len(y) > longestName {
		return longestName
	}
	var rows [3][longestName + 1]int // the row before last, the last, this one
	for j := range len(y) + 1 {
		rows[1][j] = j
	}
	for i := 1; i <= len(x); i++ {
		rows[2][0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			d := min(rows[1][j]+1, rows[2][j-1]+1, rows[1][j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				d = min(d, rows[0][j-2]+1)
			}
			rows[2][j] = d
		}
		rows[0], rows[1] = rows[1], rows[2]
	}
	return rows[1][len(y)]
}
