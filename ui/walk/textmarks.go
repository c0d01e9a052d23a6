package walk

import (
	"slices"
	"strings"
	"unicode"

	"logto-twilio/connector"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/sms"
)

// TextMarks are what is shown of a template's text while it is written, in byte
// offsets into it.
type TextMarks struct {
	Variables []connector.Variable
	Costly    []sms.NonGSM // because of which the message is UCS-2; none in a script that it cannot write
	Segments  []int        // where the second segment of the message begins, and each later one
}

// MarksOf finds the marks of a template's text.
func MarksOf(t connector.Template) TextMarks {
	return TextMarks{Variables: t.Variables(), Costly: costly(t.Content), Segments: t.SegmentStarts(TestCode)}
}

// Costly names the characters because of which a message is UCS-2, "" where
// there are none, or it is of a script that GSM-7 cannot write.
func Costly(body string) string {
	var found []string
	for _, c := range costly(body) {
		if shown := redact.Line(c.Cluster, 4); shown != "" && !slices.Contains(found, shown) {
			found = append(found, shown)
		}
	}
	return strings.Join(found, " ")
}

// mostCostly is how many different characters outside GSM-7 a text has at most that
// is meant to be GSM-7.
const mostCostly = 8

// costly are the characters because of which a text is UCS-2. There are none where it
// is of a script that GSM-7 cannot write.
func costly(text string) []sms.NonGSM {
	if _, ok := sms.MeasureGSM(text); ok || strings.ContainsFunc(text, isEastAsian) {
		return nil
	}
	all := sms.NonGSMClusters(text)
	found := map[string]bool{}
	for _, c := range all {
		if found[c.Cluster] = true; len(found) > mostCostly {
			return nil
		}
	}
	return all
}

// isEastAsian reports whether a character is of Chinese, Japanese or Korean.
func isEastAsian(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// Plain are the characters of a text that can be written in GSM-7, where it would be
// GSM-7 but for some: each with its replacement. Braces stay: they may belong to a
// variable.
func Plain(content string) []sms.NonGSM {
	return slices.DeleteFunc(costly(content), func(c sms.NonGSM) bool {
		return c.Replacement == "" && !c.Removable || strings.ContainsAny(c.Cluster, "{}｛｝")
	})
}
