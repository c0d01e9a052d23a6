package export

import (
	"bytes"
	"fmt"
	"regexp"

	"logto-twilio/connector/environ"
	"logto-twilio/connector/jsondoc"
)

// isVariable reports whether a variable may be called so in a POSIX shell.
func isVariable(name string) bool {
	return regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`).MatchString(name)
}

// envFormat is a line that sets a variable, which POSIX shells and docker compose read
// in the same way. Within single quotes only a single quote is special, and in JSON it
// can be escaped.
func envFormat() Format {
	return Format{
		Name: "env", File: "connector.env", Token: true, Final: true,
		Default: environ.Config, fits: isVariable,
		write: func(root *jsondoc.Value, o FormatOptions) []byte {
			value := bytes.ReplaceAll(compact(root), []byte("'"), []byte(`\u0027`))
			return fmt.Appendf(nil, "%s='%s'\n", o.Name, value)
		},
	}
}

// dockerEnvFormat is a line for docker run --env-file. It knows no quotes: the value is
// the rest of the line.
func dockerEnvFormat() Format {
	return Format{
		Name: "docker-env", File: "connector.docker.env", Token: true, Final: true,
		Default: environ.Config, fits: isVariable,
		write: func(root *jsondoc.Value, o FormatOptions) []byte {
			return fmt.Appendf(nil, "%s=%s\n", o.Name, compact(root))
		},
	}
}
