package export

import (
	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// apiForm is the body of POST /api/connectors of Logto's Management API. Logto
// would keep a $schema, which is for editors alone: it is left out.
func apiFormat() Format {
	return Format{
		Name: "logto-api", File: "connector-api.json", Token: true, Final: true, Document: true,
		write: func(root *jsondoc.Value, _ FormatOptions) []byte {
			return indented(objectValue(
				jsondoc.Member{Key: "connectorId", Value: stringValue(connector.FactoryID)},
				jsondoc.Member{Key: "config", Value: without(root, schemaKey)},
			))
		},
	}
}
