package export

import "logto-twilio/connector"

// DiffKind says what became of a line.
type DiffKind uint8

// What a line of a difference is.
const (
	Same DiffKind = iota
	Added
	Removed
	Skipped // unchanged lines that are left out; Text is empty, Count says how many
)

// DiffLine is one line of a difference.
type DiffLine struct {
	Kind  DiffKind
	Text  string
	Count int
}

// Diff compares the file as it is with the document as it would be written,
// line by line. Auth tokens are masked on both sides; TokenChanged says whether
// they differ.
func Diff(old []byte, new *connector.Document) (lines []DiffLine, tokenChanged bool) {
	return nil, false
}
