package i18n

// twilioTexts has "twilio.CODE.title", ".why" and ".do" of Twilio's error codes,
// and "call.KIND" with "call.KIND.hint" for calls that got no answer.
var twilioTexts = map[string]text{}
