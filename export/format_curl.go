package export

import (
	"bytes"
	_ "embed"
	"regexp"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// curlScript is the script with its holes: @head@ and @tail@ of the configuration,
// around the token, and sentences, as a word of the shell (@say:KEY@) or in a
// comment (@note:KEY@).
//
//go:embed form_curl.sh
var curlScript string

// curlForm is a POSIX script that puts the configuration into a running Logto by
// its Management API. The auth token is not in it: the script has it from the
// environment, and no secret becomes an argument, which others could see.
func curlFormat() Format {
	return Format{Name: "curl", File: "connector.sh", write: writeScript}
}

func writeScript(root *jsondoc.Value, o FormatOptions) []byte {
	config := indented(with(without(root, schemaKey), tokenKey, stringValue(connector.TokenVariable)))
	// Two blanks stand before the keys of the configuration alone, of which no two
	// are equal; and no text holds the end of a line.
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
