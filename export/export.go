// Package export puts a configuration where it is used: its formats, its writing
// to disk, and what of it may be shown.
package export

import (
	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
)

// JSON is the connector JSON as it is saved, the auth token in it.
func JSON(d *connector.Document) []byte { return d.Bytes() }

// Masked is the connector JSON to be shown: [redact.Mask] stands for the auth token,
// wherever it is, and control characters are written as JSON escapes.
func Masked(d *connector.Document) []byte {
	text := string(d.Bytes())
	return []byte(redact.Escape(redact.File(text, tokensOf(d))))
}

// tokensOf are the auth tokens of a document: that of its configuration, and those of
// earlier keys of the same name.
func tokensOf(d *connector.Document) []string {
	tokens := []string{d.Config().AuthToken}
	if d.Root == nil {
		return tokens
	}
	for _, m := range d.Root.Members {
		if m.Key == "authToken" && m.Value != nil && m.Value.Kind == jsondoc.String {
			tokens = append(tokens, m.Value.Text)
		}
	}
	return tokens
}
