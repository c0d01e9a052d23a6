package export

import (
	"regexp"
	"slices"
	"strings"

	"github.com/aymanbagabas/go-udiff/lcs"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
)

// DiffKind says what became of a line.
type DiffKind uint8

// What a line of a difference is.
const (
	Same DiffKind = iota
	Added
	Removed
	Skipped // unchanged lines that are left out; Text is empty, Count says how many
	Changed // what is masked in the line differs, all else is the same
)

// DiffLine is one line of a difference.
type DiffLine struct {
	Kind  DiffKind
	Text  string // without its line end, safe for a terminal
	Count int    // of a Skipped
}

// contextLines is how many unchanged lines stand around a change.
const contextLines = 3

// Diff compares the file as it is with the document as it would be written,
// line by line, three unchanged lines around every change; nil where no line
// differs. old may be anything; only its first [jsondoc.MaxSize] bytes are compared. Auth
// tokens are masked on both sides; tokenChanged reports whether they differ: the line
// that holds the token is then Changed.
func Diff(old []byte, new *connector.Document) (lines []DiffLine, tokenChanged bool) {
	old = old[:min(len(old), jsondoc.MaxSize)]
	oldText, newText := connector.TextOf(old), string(new.Bytes())
	decoded := connector.Decode(old)
	if !decoded.InPlace() { // a token may stand there in base64
		oldText = regexp.MustCompile(`[A-Za-z0-9+/]{60,}={0,2}`).ReplaceAllLiteralString(oldText, redact.Mask)
	}
	oldToken := decoded.Config().AuthToken
	if decoded.Root == nil {
		oldToken = redact.TokenIn(oldText)
	}
	tokenChanged = oldToken != new.Config().AuthToken

	secrets := slices.Concat(tokensOf(new), tokensOf(decoded), []string{oldToken})
	return compare(newSide(oldText, secrets), newSide(newText, secrets), tokenChanged), tokenChanged
}

// compare lines up the two sides and leaves out what is far from any change.
func compare(before, after side, tokenChanged bool) []DiffLine {
	lines := merge(before, after)
	if tokenChanged {
		markChanged(lines, before, after)
	}
	return shorten(lines)
}

// side is one of the two texts compared: its lines as they are and as shown.
type side struct{ raw, shown []string }

func newSide(text string, secrets []string) side {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return side{splitLines(text), splitLines(redact.Escape(redact.File(text, secrets)))}
}

// splitLines cuts a text into lines without their ends.
func splitLines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// merge lines up the two sides, no line left out.
func merge(before, after side) []DiffLine {
	var lines []DiffLine
	add := func(kind DiffKind, texts []string) {
		for _, text := range texts {
			lines = append(lines, DiffLine{Kind: kind, Text: text})
		}
	}
	at := 0
	for _, d := range lcs.DiffLines(before.shown, after.shown) {
		add(Same, before.shown[at:d.Start])
		add(Removed, before.shown[d.Start:d.End])
		add(Added, after.shown[d.ReplStart:d.ReplEnd])
		at = d.End
	}
	add(Same, before.shown[at:])
	return lines
}

// markChanged finds the lines that only look the same.
func markChanged(lines []DiffLine, before, after side) {
	i, j := 0, 0
	for n, line := range lines {
		switch line.Kind {
		case Removed:
			i++
		case Added:
			j++
		default:
			if strings.Contains(line.Text, redact.Mask) && before.raw[i] != after.raw[j] {
				lines[n].Kind = Changed
			}
			i, j = i+1, j+1
		}
	}
}

// shorten leaves out unchanged lines that are far from a change. A single line stays: the
// Skipped for it would need the same room. Nil where nothing changed.
func shorten(lines []DiffLine) []DiffLine {
	if !slices.ContainsFunc(lines, func(l DiffLine) bool { return l.Kind != Same }) {
		return nil
	}
	var short []DiffLine
	for at := 0; at < len(lines); {
		if lines[at].Kind != Same {
			short, at = append(short, lines[at]), at+1
			continue
		}
		end := at + 1
		for end < len(lines) && lines[end].Kind == Same {
			end++
		}
		// Kept are what follows a change and what precedes the next one.
		from, to := at+contextLines, end-contextLines
		if at == 0 {
			from = 0
		}
		if end == len(lines) {
			to = end
		}
		if to-from > 1 {
			short = append(short, lines[at:from]...)
			short = append(short, DiffLine{Kind: Skipped, Count: to - from})
			at = to
		}
		short = append(short, lines[at:end]...)
		at = end
	}
	return short
}
