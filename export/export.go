// Package export puts a configuration where it is used: its formats, its writing
// to disk, and what of it may be shown.
package export

import "logto-twilio/connector"

// JSON is the connector JSON as it is saved, the auth token in it.
func JSON(d *connector.Document) []byte { return d.Bytes() }

// Masked is the connector JSON to be shown: the auth token, wherever it stands,
// is [redact.Mask], and what a terminal would obey is written as JSON escapes it.
func Masked(d *connector.Document) []byte {
	text := string(d.Bytes())
	return []byte(visible(mask(text, tokensOf(d))))
}
