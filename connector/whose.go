package connector

import (
	"slices"
	"strings"

	"logto-twilio/connector/jsondoc"
)

// FactoryID is the connector's name in Logto (defaultMetadata.id).
const FactoryID = "twilio-short-message-service"

// ownKeys are the keys that no other connector of Logto's has.
var ownKeys = []string{"accountSID", "fromMessagingServiceSID", "disableRiskCheck"}

// ours reports whether an object is meant to be a configuration of this connector: it
// has a key that no other has, or templates and one that was meant to be such a key.
// Templates alone, or a token alone, are in many files.
func ours(v *jsondoc.Value) bool {
	if v == nil {
		return false
	}
	if slices.ContainsFunc(ownKeys, func(key string) bool { return v.Get(key) != nil }) {
		return true
	}
	return v.Get("templates") != nil && slices.ContainsFunc(v.Members, func(m jsondoc.Member) bool {
		right, ok := Closest(m.Key, []string{"accountSID", "authToken", "fromMessagingServiceSID"})
		return ok && misspells(m.Key, right)
	})
}

// otherConnector is a connector of Logto's: its id, what people call it, and keys
// that its guard demands and that, together, no other demands (src/types.ts and
// src/constant.ts of each).
type otherConnector struct {
	id, name string
	keys     []string
}

// otherConnectors are the connectors that send something, those first that have all
// the keys of another one, and what has the keys of most sign-in providers.
var otherConnectors = []otherConnector{
	{"simple-mail-transfer-protocol", "SMTP", []string{"host", "port", "fromEmail"}},
	{"simple-mail-transfer-protocol", "SMTP", []string{"host", "port", "auth"}},
	{"sendgrid-email-service", "SendGrid", []string{"apiKey", "fromEmail"}},
	{"mailgun-email", "Mailgun", []string{"domain", "apiKey", "deliveries"}},
	{"postmark-mail", "Postmark", []string{"serverToken", "fromEmail"}},
	{"tencent-short-message-service", "Tencent SMS", []string{"accessKeyId", "accessKeySecret", "signName", "sdkAppId"}},
	{"aliyun-short-message-service", "Aliyun SMS", []string{"accessKeyId", "accessKeySecret", "signName"}},
	{"aliyun-direct-mail", "Aliyun Direct Mail", []string{"accessKeyId", "accessKeySecret", "accountName"}},
	{"aws-ses-mail", "AWS SES", []string{"accessKeyId", "accessKeySecret", "region"}},
	{"smsaero-short-message-service", "SMSAero", []string{"email", "apiKey", "senderName"}},
	{"vonage-sms", "Vonage SMS", []string{"apiKey", "apiSecret", "brandName"}},
	{"yunpian-sms", "YunPian SMS", []string{"apikey", "templates"}},
	{"gatewayapi-sms", "GatewayAPI SMS", []string{"endpoint", "apiToken", "sender"}},
	{"http-sms", "HTTP", []string{"endpoint", "authorization"}},
	{"", "OAuth", []string{"clientId", "clientSecret"}}, // Google, GitHub and many others
}

// nameOfConnector is what people call the connector of an id: that id, where it is
// none that is known.
func nameOfConnector(id string) string {
	for _, o := range otherConnectors {
		if o.id == id && id != "" {
			return o.name
		}
	}
	return id
}

// otherConnectorOf names the connector that an object configures, where it is
// another one; "" where it is not known to be.
func otherConnectorOf(v *jsondoc.Value) string {
	if !v.Is(jsondoc.Object) || ours(v) {
		return ""
	}
	for _, o := range otherConnectors {
		if !slices.ContainsFunc(o.keys, func(key string) bool { return v.Get(key) == nil }) {
			return o.name
		}
	}
	return ""
}

// HasKeys reports whether the document is meant for this connector, which a JSON file
// that was found in a folder need not be: a configuration with a key that no other
// connector has, or a row of Logto's that names the connector. Of a text that cannot
// be decoded, that is one which such a key stands in.
func (d *Document) HasKeys() bool {
	if d.Root == nil {
		return d.tree == nil && (strings.Contains(d.text, "accountSID") || strings.Contains(d.text, "fromMessagingServiceSID"))
	}
	return d.Wrapped && d.connector == FactoryID || ours(d.Root)
}
