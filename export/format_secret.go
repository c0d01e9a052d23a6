package export

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"logto-twilio/connector/jsondoc"
)

// secretFormat is a Kubernetes Secret with the format json as the file connector.json.
// It is in base64, which all YAML parsers read alike. Names are quoted, as 123 and true
// are valid names, too.
func secretFormat() Format {
	return Format{
		Name: "k8s-secret", File: "connector-secret.yaml", Token: true, Final: true, Namespaced: true,
		Default: "logto-twilio-sms", fits: isSubdomain,
		write: func(root *jsondoc.Value, o FormatOptions) []byte {
			var b strings.Builder
			b.WriteString("apiVersion: v1\nkind: Secret\nmetadata:\n")
			fmt.Fprintf(&b, "  name: %q\n", o.Name)
			if o.Namespace != "" {
				fmt.Fprintf(&b, "  namespace: %q\n", o.Namespace)
			}
			b.WriteString("type: Opaque\ndata:\n")
			fmt.Fprintf(&b, "  connector.json: %s\n", base64.StdEncoding.EncodeToString(indented(root)))
			return []byte(b.String())
		},
	}
}

// isSubdomain reports whether a Secret may be called so: a subdomain of RFC 1123.
func isSubdomain(name string) bool {
	return len(name) <= 253 && !slices.ContainsFunc(strings.Split(name, "."), func(part string) bool {
		return !regexp.MustCompile(`^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`).MatchString(part)
	})
}

// isLabel reports whether a namespace may be called so: a label of RFC 1123.
func isLabel(name string) bool {
	return len(name) <= 63 && isSubdomain(name) && !strings.Contains(name, ".")
}
