package logto

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
)

// logEntry is what is read of an entry of the audit log: not the number, not who.
type logEntry struct {
	CreatedAt float64 // Unix milliseconds
	Payload   struct {
		Result  string
		Error   json.RawMessage
		Payload struct {
			InteractionEvent string
		}
		Interaction struct {
			VerificationRecords []struct {
				Type, TemplateType string
			}
		}
	}
}

// failed reports whether the code was not sent.
func (e logEntry) failed() bool { return e.Payload.Result == "Error" }

// usage is the template that a code was sent with. A sign-in has codes of several: the
// last of its records by SMS is the one of this entry, unless the send failed, which
// leaves none. A second factor is asked for without the event being named.
func (e logEntry) usage(otherwise connector.UsageType) connector.UsageType {
	p := e.Payload
	if !e.failed() {
		for _, r := range slices.Backward(p.Interaction.VerificationRecords) {
			known := slices.Contains(connector.UsageTypes(), connector.UsageType(r.TemplateType))
			if known && (r.Type == "PhoneVerificationCode" || r.Type == "MfaPhoneVerificationCode") {
				return connector.UsageType(r.TemplateType)
			}
		}
	}
	if p.Payload.InteractionEvent == "" && otherwise == connector.SignIn {
		return connector.MfaVerification
	}
	return otherwise
}

// Twilio's code in Logto's words for a failure: its answer as a text, quoted again, and
// a code of Logto's own, which names no one.
var (
	twilioInLog = regexp.MustCompile(`\\*"code\\*"\s*:\s*(\d{5,6})\b`)
	logtoInLog  = regexp.MustCompile(`\b(?:connector|request|verification_code|entity|guard|session|user|sign_in_experiences)\.[a-z_]{2,60}\b`)
)

// maxLogWords is how much of an error is looked at, in bytes. A page of HTML that a
// gateway gave in Twilio's place can be large.
const maxLogWords = 16 << 10

// reason is why a code was not sent: Twilio's code, or Logto's, or neither.
func (e logEntry) reason() (twilio int, code string) {
	said := string(e.Payload.Error)
	said = said[:min(len(said), maxLogWords)]
	if m := twilioInLog.FindStringSubmatch(said); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil && n <= account.MaxCode {
			return n, ""
		}
	}
	return 0, logtoInLog.FindString(said)
}
