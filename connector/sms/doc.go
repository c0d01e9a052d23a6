// Package sms is what a text becomes on its way to a phone: GSM-7 or UCS-2, grapheme
// clusters, segments, Twilio's Smart Encoding; and how phone numbers are written.
package sms
