package redact

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/redact/redacttest"
)

const token = redacttest.Token

var (
	encodings = redacttest.Encodings
	leaks     = redacttest.Leak
)

func TestWordsHidesAKnownToken(t *testing.T) {
	for name, encode := range encodings {
		for _, frame := range []string{"%s", "Refused %s here", "a:%s;b", "说明%s错误", "[%s](https://www.twilio.com/docs)"} {
			in := fmt.Sprintf(frame, encode(token))
			if got := Words(in, 4000, token); leaks(got, token) != "" {
				t.Errorf("%s: %q of %q has %s", name, got, in, leaks(got, token))
			}
		}
	}
}

// A token that nobody told of is hidden by its shape: fail safe.
func TestWordsHidesAnUnknownToken(t *testing.T) {
	for name, encode := range encodings {
		if name == "SID" {
			continue // it looks like one
		}
		if got := Words("Refused: "+encode(token)+" - no", 4000); leaks(got, token) != "" {
			t.Errorf("%s: %q has %s", name, got, leaks(got, token))
		}
	}
}

func TestWordsOfOtherSecrets(t *testing.T) {
	for _, secret := range []string{
		"cR9mYx2LqV7dKz0TfHs4WbNj8PgUeA1o", "correct horse battery staple", "pa$$w0rd-pa$$w0rd", "a/b+c=d&e%f?g#h",
		"passwordpassword", "MyVeryLongPassword", "eyJhbGciOiJFUzM4NCJ9.eyJqdGkiOiJ4In0.c2lnbmF0dXJl",
	} {
		for name, encode := range encodings {
			if name == "Authorization" || name == "cut Authorization" || name == "half" || name == "wide" {
				continue
			}
			if got := Words("no: "+encode(secret), 4000, secret); strings.Contains(got, secret) {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
}

// What a server has to say stays as it is.
func TestWordsKeepsWhatHelps(t *testing.T) {
	for _, s := range []string{
		"The 'To' number +15551234567 is not a valid phone number.",
		"Permission to send an SMS has not been enabled for the region indicated by the 'To' number: +4479460",
		"The requested resource /2010-04-01/Accounts/AC2f4a6c8e0b1d3f5a7c9e1b3d5f7a9c0e/Messages.json was not found",
		"The Messaging Service MG0123456789abcdef0123456789abcdef has no senders (21703).",
		"https://www.twilio.com/docs/errors/21211", "https://1console.twilio.com/us1/develop/sms/services",
		"/templates/0/content", "Template with UsageType (ForgotPassword, Generic) should be provided!",
		"Required: fromMessagingServiceSID, accountSID, authToken, disableRiskCheck", "connector.more_than_one_sms",
		"Invalid enum value. Expected 'Register' | 'SignIn' | 'OrganizationInvitation', received 'Signin'",
		"invalid_client (oidc.invalid_client), client authentication failed", "账户 AC2f4a6c8e0b1d3f5a7c9e1b3d5f7a9c0e 已被停用，请联系 Twilio 支持。",
		"请在控制台中启用该国家或地区的短信发送权限后重试，错误代码 21408", "Too many requests, retry after 30 s",
		"US A2P 10DLC - Message from an Unregistered Number", "2026-11-28T07:10:07Z", "2026-11-28T07:10:07+00:00",
		"From +15551234567, +15557654321 and +442071838750 to +8613800138000",
		"dial tcp 127.0.0.1:4010: connect: connection refused", "x509: certificate signed by unknown authority",
		"lookup api.dublin.ie1.twilio.com: no such host", "https://default.logto.app/api", "PhoneVerificationCode",
		"tls: first record does not look like a TLS handshake", "read tcp [::1]:52310->[::1]:443: i/o timeout",
		"unexpected \"aud\" claim value", "passwordless_requires_verify", "HTTP 503 Service Unavailable", "18.25 USD",
	} {
		if got := Words(s, 300, token); got != s {
			t.Errorf("%q\nis %q", s, got)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, encode := range encodings {
		f.Add("no ", encode(token), " more")
	}
	names := make([]string, 0, len(encodings))
	for name := range encodings {
		names = append(names, name)
	}
	slices.Sort(names)
	f.Fuzz(func(t *testing.T, before, _, after string) {
		for _, name := range names {
			got := Words(before+encodings[name](token)+after, 4000, token)
			// What stands around it may be a piece of the token itself.
			if leak := leaks(got, token); leak != "" && leaks(Words(before+after, 4000), token) == "" {
				t.Errorf("%s: %q has %s", name, got, leak)
			}
			if again := Words(got, 4000, token); leaks(again, token) != "" && leaks(got, token) == "" {
				t.Errorf("%q, again %q", got, again)
			}
		}
	})
}

// What a person wrote stays as it is, to the byte, but for what is known.
func TestKnown(t *testing.T) {
	f := NewFilter([]string{token, "pa$$w0rd of words"}, "AC"+token)
	for in, want := range map[string]string{
		"":                                 "",
		"0f9e8d7c6b5a49380f9e8d7c6b5a4938": "0f9e8d7c6b5a49380f9e8d7c6b5a4938",
		"a\xed\xa0\x80 \u200d &amp; %41\n": "a\xed\xa0\x80 \u200d &amp; %41\n",
		"key-" + token + "-end":            "key-" + Mask + "-end",
		token[4:13] + " is a piece":        Mask + " is a piece",
		token[4:11] + " is none":           token[4:11] + " is none",
		"AC" + token + ":":                 "AC" + token + ":",
		"MG" + token + ":":                 "MG" + Mask + ":",
		"my pa$$w0rd of words!":            "my " + Mask + "!",
		encodings["JSON"](token):           Mask,
		"a " + encodings["HTML"](token):    Mask,
	} {
		if got := f.Known(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
