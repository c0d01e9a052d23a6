package export

import (
	"bytes"
	_ "embed"
	"regexp"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// curlScript is the script with placeholders: @head@ and @tail@ are the configuration
// before and after the token, @say:KEY@ is a sentence as a word of the shell, and
// @note:KEY@ a sentence in a comment.
//
//go:embed format_curl.sh
var curlScript string

// curlFormat is a POSIX script that puts the configuration into a running Logto by its
// Management API. The auth token is not in it: the script reads it from the environment.
// No secret becomes an argument of a command, which other users could see.
func curlFormat() Format {
	return Format{Name: "curl", File: "connector.sh", write: writeScript}
}

func writeScript(root *jsondoc.Value, o FormatOptions) []byte {
	config := indented(with(without(root, schemaKey), tokenKey, stringValue(connector.TokenVariable)))
	// Only the keys of the configuration itself are indented by two blanks; each is
	// there once, and no text contains a line end.
	key := "\n  " + jsondoc.Quote(tokenKey) + ":"
	head, tail, _ := bytes.Cut(config, []byte(key+" "+jsondoc.Quote(connector.TokenVariable)))

	hole := regexp.MustCompile(`@(say|note|head|tail)(?::([a-z-]+))?@`)
	return hole.ReplaceAllFunc([]byte(curlScript), func(match []byte) []byte {
		parts := hole.FindSubmatch(match)
		switch string(parts[1]) {
		case "head":
			return append(head, key...)
		case "tail":
			return bytes.TrimSuffix(tail, []byte("\n"))
		case "say":
			return []byte(ShellQuote(o.Say(string(parts[2]))))
		}
		return []byte(strings.Join(strings.Fields(o.Say(string(parts[2]))), " "))
	})
}
