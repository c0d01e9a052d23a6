package export

import (
	"logto-twilio/connector/jsondoc"
)

// jsonForm is the connector JSON: two spaces of indentation, a newline at the end.
func jsonFormat() Format {
	return Format{
		Name: "json", File: "connector.json", Token: true, Document: true,
		write: func(root *jsondoc.Value, _ FormatOptions) []byte { return indented(root) },
	}
}
