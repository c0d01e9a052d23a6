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

// envForm is a line that sets a variable, read alike by POSIX shells and by
// docker compose: within single quotes, nothing but a single quote means more than
// itself to either, and JSON can do without one.
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
