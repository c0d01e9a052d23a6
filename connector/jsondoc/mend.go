package jsondoc

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"logto-twilio/connector/problem"
)

// mendEffort is how many bytes are scanned at most to mend one text, which is
// scanned once for each mistake.
const mendEffort = 32 << 20

// Mend mends the mistakes of a text that cannot be decoded and says which;
// the text as it is, and none, where one of them needs somebody to look.
func Mend(text string) (string, []problem.Problem) {
	right := text
	var mended []problem.Problem
	var blanks []int // what became a blank, and goes once all is mended
	for effort := 0; effort <= mendEffort; effort += len(text) {
		s := Scanner{Src: right}
		if !s.Admit(len(right)) {
			break
		}
		if s.Document() != nil {
			for _, at := range slices.Backward(blanks) {
				right = right[:at] + right[at+1:]
			}
			return right, mended
		}
		p := s.Problems[0]
		size, replacement, ok := syntaxMend(right[s.mistake:], p)
		if !ok {
			break
		}
		// One character takes the place of one, so that places stay true.
		if replacement == "" {
			blanks, replacement = append(blanks, s.mistake), " "
		}
		right = right[:s.mistake] + replacement + right[s.mistake+size:]
		mended = append(mended, p)
	}
	return text, nil
}

// syntaxMend says what is to stand for the first size bytes of a text that
// begins with a mistake, "" for nothing; false where that is not certain.
func syntaxMend(text string, p problem.Problem) (size int, replacement string, ok bool) {
	expected, _ := p.Args["expected"].(string)
	r, size := utf8.DecodeRuneInString(text)
	switch p.Code {
	case problem.TrailingComma:
		return size, "", true
	case problem.FullWidthPunctuation:
		return size, expected, true
	case problem.InvisibleCharacter:
		if unicode.IsSpace(r) {
			return size, " ", true
		}
		return size, "", true
	case problem.WrongLiteral:
		found, _ := p.Args["found"].(string)
		return len(found), expected, strings.EqualFold(found, expected)
	}
	return 0, "", false
}
