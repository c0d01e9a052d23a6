package char

import "strings"

// TrimPaste takes away what a paste brings along: blanks and line ends around the
// value, invisible characters, a pair of quotes, a trailing comma.
func TrimPaste(s string) string {
	if IsWordLike(s) {
		return s
	}
	s = WithoutInvisible(s)
	for {
		before := s
		s = strings.TrimSpace(s)
		s = Unquote(s)
		s = strings.TrimRight(s, ",;，")
		if s == before {
			return s
		}
	}
}

// IsWordLike reports whether s is of ASCII letters and digits alone.
func IsWordLike(s string) bool {
	for i := range len(s) {
		if !IsWord(s[i]) || s[i] == '_' || s[i] == '$' {
			return false
		}
	}
	return true
}

// WithoutInvisible takes invisible characters away, wherever they stand.
func WithoutInvisible(s string) string {
	if strings.IndexFunc(s, Invisible) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if Invisible(r) {
			return -1
		}
		return r
	}, s)
}

// Unquote takes a pair of quotes away.
func Unquote(s string) string {
	for _, pair := range quotePairs {
		first, last := CutRune(pair)
		if len(s) >= len(pair) && strings.HasPrefix(s, first) && strings.HasSuffix(s, last) {
			return s[len(first) : len(s)-len(last)]
		}
	}
	return s
}

// CutRune cuts a text behind its first character.
func CutRune(s string) (first, rest string) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// quotePairs are what a copied value may stand in.
var quotePairs = []string{`""`, "''", "``", "“”", "‘’", "„“", "«»", "「」", "＂＂"}
