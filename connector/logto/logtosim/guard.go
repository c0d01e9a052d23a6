package logtosim

import (
	"encoding/json"
	"strings"

	"logto-twilio/connector"
)

// undefined is what JavaScript has where a key is not there.
type undefined struct{}

// kindOf names the type of a value as zod does.
func kindOf(v any) string {
	switch v.(type) {
	case undefined:
		return "undefined"
	case nil:
		return "null"
	case bool:
		return "boolean"
	case json.Number:
		return "number"
	case string:
		return "string"
	case []any:
		return "array"
	}
	return "object"
}

// member is a member of an object, or undefined.
func member(fields map[string]any, key string) any {
	if v, ok := fields[key]; ok {
		return v
	}
	return undefined{}
}

// wrongType is zod's complaint about a value of another type than it should have.
func wrongType(v any, expected string, path ...any) issue {
	i := issue{Code: "invalid_type", Expected: expected, Received: kindOf(v), Path: path}
	i.Message = "Expected " + i.Expected + ", received " + i.Received
	if i.Received == "undefined" {
		i.Message = "Required"
	}
	return i
}

// needs returns a member, and complains unless it has the type.
func needs(fields map[string]any, key, expected string, issues *[]issue, path ...any) any {
	v := member(fields, key)
	if kindOf(v) != expected {
		*issues = append(*issues, wrongType(v, expected, append(path, key)...))
	}
	return v
}

// judge is the guard of the Twilio connector (src/types.ts). It is the verdict of
// connector.Release.Accepts with zod's words for it.
func judge(value any) []issue {
	fields, _ := value.(map[string]any) // the guard of the request has seen to it
	var issues []issue
	if _, given := fields["host"]; given {
		if host, ok := needs(fields, "host", "string", &issues).(string); ok && !connector.ValidHost(host) {
			issues = append(issues, issue{
				Code: "invalid_string", Validation: "regex", Path: []any{"host"},
				Message: "Expected a Twilio API hostname, such as api.twilio.com or api.dublin.ie1.twilio.com",
			})
		}
	}
	for _, key := range []string{"accountSID", "authToken", "fromMessagingServiceSID"} {
		needs(fields, key, "string", &issues)
	}
	if _, given := fields["disableRiskCheck"]; given {
		needs(fields, "disableRiskCheck", "boolean", &issues)
	}
	before := len(issues)
	templates, _ := needs(fields, "templates", "array", &issues).([]any)
	for i, t := range templates {
		template, ok := t.(map[string]any)
		if !ok {
			issues = append(issues, wrongType(t, "object", "templates", i))
			continue
		}
		needs(template, "usageType", "string", &issues, "templates", i)
		needs(template, "content", "string", &issues, "templates", i)
	}
	if len(issues) > before { // the rest is asked only of templates in good form
		return issues
	}
	if missing := missingTypes(templates); len(missing) > 0 {
		issues = append(issues, issue{
			Code: "custom", Path: []any{"templates"},
			Message: "Template with UsageType (" + strings.Join(missing, ", ") + ") should be provided!",
		})
	}
	return issues
}

// missingTypes are the usage types that the latest connector demands in vain.
func missingTypes(templates []any) []string {
	var c connector.Config
	for _, t := range templates {
		template, _ := t.(map[string]any) // judge has seen to both
		usage, _ := template["usageType"].(string)
		c.Templates = append(c.Templates, connector.Template{UsageType: connector.UsageType(usage)})
	}
	var missing []string
	for _, u := range connector.Latest().Missing(c) {
		missing = append(missing, string(u))
	}
	return missing
}
