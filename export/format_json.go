package export

import (
	"errors"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// jsonFormat is the connector JSON: two spaces of indentation, a newline at the end.
func jsonFormat() Format {
	return Format{
		Name: "json", File: "connector.json", Token: true, Document: true,
		write: func(root *jsondoc.Value, _ FormatOptions) []byte { return indented(root) },
	}
}

// apiFormat is the body of POST /api/connectors of Logto's Management API. $schema is
// left out: it is for editors only, and Logto would keep it.
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

// splitFormat is the format json with a variable in the place of the token, so that it
// can be committed. The token goes to the .env file beside it; [Render] puts it back.
func splitFormat() Format {
	return Format{
		Name: "split", File: "connector.json", Document: true, Beside: ".env",
		write: func(root *jsondoc.Value, _ FormatOptions) []byte {
			return indented(with(root, tokenKey, stringValue(connector.TokenVariable)))
		},
	}
}

// ErrNoVariable is the error of a document whose authToken is not the variable.
var ErrNoVariable = errors.New("the authToken is not " + connector.TokenVariable)

// Render replaces the variable by the token and changes nothing else: a file of the
// format split becomes the same bytes as the format json. The error is ErrNoVariable,
// also for a document that could not be decoded.
func Render(d *connector.Document, token string) (*connector.Document, error) {
	if d.Root == nil || d.Config().AuthToken != connector.TokenVariable {
		return nil, ErrNoVariable
	}
	return d.WithAuthToken(token), nil
}
