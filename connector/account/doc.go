// Package account is a Twilio account as the program knows it: the account, its
// messaging services, senders, numbers and messages, why a call to Twilio failed, and
// the checks that say whether messages can go out.
package account
