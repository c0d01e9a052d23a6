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

// isTwilioConfig reports whether an object is meant to be a configuration of this
// connector: it has a key that no other connector has, or templates and a misspelt one
// of its keys. Templates alone, or a token alone, are in many files.
func isTwilioConfig(v *jsondoc.Value) bool {
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

// otherConnector is another connector of Logto's: its id, what people call it, and keys
// that its guard demands and that no other connector demands together (src/types.ts
// and src/constant.ts of each).
type otherConnector struct {
	id, name string
	keys     []string
}

// otherConnectors are the connectors for SMS and e-mail, and at the end the keys of most
// sign-in providers. The first that matches counts: one that has all the keys of
// another comes before it.
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

// nameOfConnector is what people call the connector with an id: the id itself where it
// is not known.
func nameOfConnector(id string) string {
	for _, o := range otherConnectors {
		if o.id == id && id != "" {
			return o.name
		}
	}
	return id
}

// otherConnectorOf names the other connector that an object configures; "" where it is
// this connector's, or not known.
func otherConnectorOf(v *jsondoc.Value) string {
	if !v.Is(jsondoc.Object) || isTwilioConfig(v) {
		return ""
	}
	for _, o := range otherConnectors {
		if !slices.ContainsFunc(o.keys, func(key string) bool { return v.Get(key) == nil }) {
			return o.name
		}
	}
	return ""
}

// HasKeys reports whether the document is meant for this connector, and not just any
// JSON file in a folder: it has a key that no other connector has, or is a row of Logto's
// that names the connector. A text that cannot be decoded must contain such a key.
func (d *Document) HasKeys() bool {
	if d.Root == nil {
		return d.tree == nil && (strings.Contains(d.text, "accountSID") || strings.Contains(d.text, "fromMessagingServiceSID"))
	}
	return d.Wrapped && d.connector == FactoryID || isTwilioConfig(d.Root)
}
