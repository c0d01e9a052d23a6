package export

import (
	"fmt"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/jsondoc"
)

// dockerEnvForm is a line for docker run --env-file, which knows no quotes: the
// value is the rest of the line, whatever stands there.
func dockerEnvFormat() Format {
	return Format{
		Name: "docker-env", File: "connector.docker.env", Token: true, Final: true,
		Default: environ.Config, fits: isVariable,
		write: func(root *jsondoc.Value, o FormatOptions) []byte {
			return fmt.Appendf(nil, "%s=%s\n", o.Name, compact(root))
		},
	}
}
