package connector

import (
	"encoding/json"

	"logto-twilio/connector/jsondoc"
)

// SchemaDialect is the draft of JSON Schema that Schema is written in.
const SchemaDialect = "https://json-schema.org/draft/2020-12/schema"

// JSONSchema is a part of a JSON Schema: the keywords that a configuration needs.
type JSONSchema struct {
	Dialect     string        `json:"$schema,omitempty"`
	Title       string        `json:"title,omitempty"`
	Description string        `json:"description,omitempty"`
	Type        string        `json:"type,omitempty"`
	Const       string        `json:"const,omitempty"`
	MaxLength   int           `json:"maxLength,omitempty"`
	Pattern     string        `json:"pattern,omitempty"`
	Default     *bool         `json:"default,omitempty"`
	AnyOf       []*JSONSchema `json:"anyOf,omitempty"`
	Required    []string      `json:"required,omitempty"`
	Properties  properties    `json:"properties,omitempty"`
	Items       *JSONSchema   `json:"items,omitempty"`
	Contains    *JSONSchema   `json:"contains,omitempty"`
	AllOf       []*JSONSchema `json:"allOf,omitempty"`
}

// properties are the properties of an object, in the order they are written.
type properties []property

type property struct {
	key    string
	schema *JSONSchema
}

// MarshalJSON writes the properties as an object.
func (ps properties) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, p := range ps {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(append(b, jsondoc.Quote(p.key)...), ':')
		text, err := json.Marshal(p.schema)
		if err != nil {
			return nil, err
		}
		b = append(b, text...)
	}
	return append(b, '}'), nil
}

// Schema returns the JSON Schema of a configuration. describe says what a part of
// it is for, in the language of whoever edits the file: it is asked for "" (the
// title), the keys of the configuration and of a template, and for usage types.
//
// It accepts what the guard of the latest release accepts, as far as a schema can
// say: not the limits of [Decode], which are outside of JSON, and not the
// configuration within a body of the Management API, which is another document.
// Which of two equal keys counts is up to the parser of whoever validates.
func Schema(describe func(part string) string) *JSONSchema {
	described := func(key string, s JSONSchema) property {
		s.Description = describe(key)
		return property{key, &s}
	}
	text := JSONSchema{Type: "string"}
	unset := false
	return &JSONSchema{
		Dialect:  SchemaDialect,
		Title:    describe(""),
		Type:     "object",
		Required: []string{"accountSID", "authToken", "fromMessagingServiceSID", "templates"},
		Properties: properties{
			described("$schema", JSONSchema{}), // the guard does not look at it
			described("host", JSONSchema{Type: "string", MaxLength: maxHost, Pattern: hostPattern}),
			described("accountSID", text),
			described("authToken", text),
			described("fromMessagingServiceSID", text),
			described("disableRiskCheck", JSONSchema{Type: "boolean", Default: &unset}),
			described("templates", JSONSchema{
				Type: "array",
				Items: &JSONSchema{
					Type:     "object",
					Required: []string{"usageType", "content"},
					Properties: properties{
						described("content", text),
						described("usageType", JSONSchema{Type: "string", AnyOf: usageTypeSchemas(describe)}),
					},
				},
				AllOf: requiredSchemas(),
			}),
		},
	}
}

// usageTypeSchemas are the usage types, for an editor to offer, and any other
// text, which the guard takes too.
func usageTypeSchemas(describe func(string) string) []*JSONSchema {
	var all []*JSONSchema
	for _, u := range UsageTypes() {
		all = append(all, &JSONSchema{Const: string(u), Description: describe(string(u))})
	}
	return append(all, &JSONSchema{Type: "string"})
}

// requiredSchemas demand a template for each usage type that the guard demands.
func requiredSchemas() []*JSONSchema {
	var all []*JSONSchema
	for _, u := range Latest().Required {
		all = append(all, &JSONSchema{Contains: &JSONSchema{
			Type:       "object",
			Required:   []string{"usageType"},
			Properties: properties{{"usageType", &JSONSchema{Const: string(u)}}},
		}})
	}
	return all
}
