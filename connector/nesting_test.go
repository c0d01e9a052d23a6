package connector

import (
	"encoding/json"
	"strings"
	"testing"

	"logto-twilio/connector/jsondoc"
)

const nested = `{"accountSID":"AC00112233445566778899aabbccddeeff","templates":[]}`

// A configuration that was found in something else can be written back only where
// nothing around it is needed, on any level.
func TestInPlace(t *testing.T) {
	escaped := strings.ReplaceAll(nested, `"`, `\"`)
	commented := "// mine\n" + nested
	for text, want := range map[string]bool{
		nested:                                  true,
		commented:                               true,
		escaped:                                 true,
		"```json\n" + nested + "\n```":          true,
		"```json\n" + commented + "\n```":       true,
		"Look:\n```json\n" + nested + "\n```":   false,
		"Look:\n```\n" + commented + "\n```":    false,
		"Look:\n```\n" + escaped + "\n```":      false,
		"CONFIG='" + nested + "'":               false,
		"CONFIG='" + escaped + "'":              false,
		"module.exports = " + nested:            false,
		"sms: '" + nested + "'\nkind: Secret\n": false,
	} {
		d := Decode([]byte(text))
		if d.Root == nil {
			t.Errorf("not found in\n%s", text)
			continue
		}
		if d.InPlace() != want {
			t.Errorf("in place: %t, want %t:\n%s", d.InPlace(), want, text)
		}
		if fixed, mended := d.Fix(); !want && (fixed != d || len(mended) > 0) {
			t.Errorf("mended alone:\n%s", text)
		}
	}
}

// What Logto cannot read as a whole stays unreadable, whatever it holds.
func TestNestedIsRefused(t *testing.T) {
	inUTF16 := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") + "\x00" }
	for text, want := range map[string]bool{
		inUTF16(nested): false, inUTF16("CONFIG='" + nested + "'"): false,
		nested: true, "CONFIG='" + nested + "'": true,
		"```\n" + nested + "\n```": false, "```\n// mine\n" + nested + "\n```": false,
		"CONFIG='" + strings.ReplaceAll(nested, `"`, `\"`) + "'": false,
	} {
		if d := Decode([]byte(text)); d.Root == nil || d.readable() != want {
			t.Errorf("readable: %t, want %t:\n%s", d.readable(), want, text)
		}
	}
}

// Two texts are taken out of one another, and no more: each costs a scan.
func TestNestingEnds(t *testing.T) {
	text := nested
	for level := 1; level <= 6; level++ {
		quoted, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		text = string(quoted[1 : len(quoted)-1])
		d := Decode([]byte(text))
		if found := d.Root != nil; found != (level <= 2) {
			t.Errorf("escaped %d times: found %t", level, found)
		}
		if len(text) > jsondoc.MaxSize {
			t.Fatal("too large to say anything")
		}
	}
}
