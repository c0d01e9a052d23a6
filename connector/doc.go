// Package connector is the configuration of Logto's Twilio SMS connector: what it
// is, where it is found, what each release of the connector accepts, what is wrong
// with it and what of that can be mended, and how a template becomes a message. It
// reads no file, opens no connection and holds no sentence.
package connector
