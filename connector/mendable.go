package connector

import "logto-twilio/connector/problem"

// Mendable reports whether [Document.Fix] mends problems of this code, in some
// cases at least. Where a document has none of them, there is nothing to mend.
func Mendable(c problem.Code) bool {
	switch c {
	case problem.ByteOrderMark, problem.UTF16, problem.Comment, problem.CodeBlock, problem.EscapedJSON, problem.TrailingComma, problem.FullWidthPunctuation, problem.InvisibleCharacter, problem.WrongLiteral,
		problem.DuplicateKey, problem.MisspeltKey, problem.NULCharacter, problem.EmptyHost, problem.HostIsAddress, problem.SurroundingBlanks, problem.SurroundingQuotes, problem.InvisibleInValue,
		problem.MisspeltUsageType, problem.MisspeltCode, problem.SpacedPlaceholder, problem.AvoidableUCS2, problem.InvisibleUCS2:
		return true
	}
	return false
}
