package connector

import (
	"slices"
	"strings"
)

// Payload is what Logto hands to a template: texts by name.
type Payload map[string]string

// uiLocalesSince is the first Logto that hands over uiLocales, where the
// application passed ui_locales.
const uiLocalesSince = "1.32"

// sampleLocale is the language that a sample has.
const sampleLocale = "en"

// SMSPayload is what Logto hands to the template of an SMS of a usage type, as
// seen on the wire: the code, and in what users do themselves the locale. Messages
// of the Management API and of Logto's own test, which are of Generic and Test,
// have none. uiLocales is there where the application passed ui_locales, which
// most do not: the sample has none either. Application, organization and user are
// built for e-mail alone.
func SMSPayload(u UsageType, code string) Payload {
	if u == Generic || u == Test {
		return Payload{"code": code}
	}
	return Payload{"code": code, "locale": sampleLocale}
}

// Body is the message that a user receives from the template, with this code.
func (t Template) Body(code string) string {
	return Render(t.Content, SMSPayload(t.UsageType, code))
}

// emailWords are what the names of variables that only e-mail has begin with, and
// what people call the names that they would like to have in a text.
var emailWords = []string{"application", "organization", "user", "app", "org", "name", "brand", "company"}

// wantsEmail reports whether a variable is one that only e-mail has, or is meant to
// be: user.name, appName, first_name.
func wantsEmail(name string) bool {
	name = strings.ToLower(name)
	begins := func(word string) bool { return strings.HasPrefix(name, word) }
	return slices.ContainsFunc(emailWords, begins) || strings.HasSuffix(name, "name")
}
