package connector

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// TextOf is the text of a file, that of UTF-16 in UTF-8.
func TextOf(data []byte) string {
	if text, encoding, _ := decodeUTF16(string(data)); encoding != "" {
		return text
	}
	return string(data)
}

// decodeUTF16 decodes a text in UTF-16, as some editors and shells of Windows write
// it; "" for the encoding where it is none. Without a byte order mark it is known by
// its zeros: no other text of JSON has any.
func decodeUTF16(source string) (text, encoding string, marked bool) {
	var order binary.ByteOrder
	switch {
	case strings.HasPrefix(source, "\xff\xfe"):
		encoding, order, marked = "UTF-16LE", binary.LittleEndian, true
	case strings.HasPrefix(source, "\xfe\xff"):
		encoding, order, marked = "UTF-16BE", binary.BigEndian, true
	case len(source) < 4:
		return "", "", false
	case source[0] != 0 && source[1] == 0 && source[2] != 0 && source[3] == 0:
		encoding, order = "UTF-16LE", binary.LittleEndian
	case source[0] == 0 && source[1] != 0 && source[2] == 0 && source[3] != 0:
		encoding, order = "UTF-16BE", binary.BigEndian
	default:
		return "", "", false
	}
	units := make([]uint16, 0, len(source)/2)
	for i := 0; i+1 < len(source); i += 2 {
		units = append(units, order.Uint16([]byte(source[i:i+2])))
	}
	if marked {
		units = units[1:]
	}
	return string(utf16.Decode(units)), encoding, marked
}

// enterUTF16 goes on with the text that a document in UTF-16 says.
func (d *Document) enterUTF16(text, encoding string, marked bool) {
	p := problem.Problem{Severity: problem.Error, Code: problem.UTF16, At: problem.Position{Line: 1, Column: 1}, Args: problem.Args{"encoding": encoding}}
	if marked {
		p = jsondoc.Mark(encoding)
	}
	d.outer = append(d.outer, p)
	d.enter(extraction{text: text, replaceable: true, refused: true})
}
