package connector

// Payload is what Logto hands to a template: text or nested Payload by name.
type Payload map[string]any

// SamplePayload is a payload with every name that Logto's SMS payload has, and
// the code as given.
func SamplePayload(code string) Payload { return nil }

// Render replaces the placeholders of content as connector-kit's
// replaceSendMessageHandlebars does since Logto 1.25.
func Render(content string, p Payload) string { return content }

// Placeholder is one {{name}} of a template.
type Placeholder struct {
	Name       string // what is between the braces, without blanks
	Root       string // the part before the first dot
	Start, End int    // byte offsets into the content, braces included
}

// Placeholders finds the placeholders of content, as Render would.
func Placeholders(content string) []Placeholder { return nil }
