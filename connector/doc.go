// Package connector is what logto-twilio knows of Logto's Twilio SMS connector:
// its configuration, what each release of it accepts, how a template becomes a
// message, and what a Twilio account is. It reads no file, opens no connection
// and holds no sentence: whatever there is to say is a [Problem] or a [Check],
// a code with arguments and a place, which ui/i18n puts into words.
package connector
