package export

import (
	"errors"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// splitForm is the format json with a variable in the place of the token, fit to
// commit; the token goes into the .env file beside it, and [Render] puts it back.
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

// Render puts the token into the place of the variable, and changes nothing else:
// what the format split wrote becomes the very bytes of the format json. The error is
// ErrNoVariable, for a document that could not be decoded, too.
func Render(d *connector.Document, token string) (*connector.Document, error) {
	if d.Root == nil || d.Config().AuthToken != connector.TokenVariable {
		return nil, ErrNoVariable
	}
	return d.WithAuthToken(token), nil
}
