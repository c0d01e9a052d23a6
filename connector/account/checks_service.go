package account

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/char"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/connector/sms"
)

// CodeLife is how long a verification code of Logto's can be used.
const CodeLife = 600 * time.Second

// CheckService judges a service by itself: that it is there, and how long its
// messages may wait.
func CheckService(s Service) []Check {
	checks := []Check{{Code: ServiceFound, Status: CheckOK, Args: problem.Args{"service": s.FriendlyName, "sid": s.SID}}}
	args := problem.Args{"service": s.FriendlyName, "seconds": int(s.ValidityPeriod.Seconds()), "life": int(CodeLife.Seconds())}
	switch {
	case s.ValidityPeriod <= 0: // which was not told
	case s.ValidityPeriod < CodeLife:
		checks = append(checks, Check{Code: ValidityTooShort, Status: CheckWarning, Args: args})
	case s.ValidityPeriod > CodeLife:
		checks = append(checks, Check{Code: ValidityTooLong, Status: CheckWarning, Args: args})
	}
	return checks
}

// CheckServiceError judges why the service with a SID was not shown.
func CheckServiceError(sid string, e *CallError) Check {
	if c, ok := checkCredentials(e); ok {
		return c
	}
	c := Check{Code: ServiceUnanswered, Status: CheckUnknown, Args: problem.Args{"sid": sid}, Err: e}
	switch {
	case e.NotServed() && e.Code == 0: // not Twilio's own word
	case e.Kind == Refused && e.HTTPStatus == http.StatusNotFound:
		c = Check{Code: ServiceNotFound, Status: CheckFailed, Args: c.Args}
	case e.refusal():
		c.Code, c.Status = ServiceRefused, CheckFailed
	}
	return c
}

// checkPool judges whether the senders of a service can send SMS.
func checkPool(s Service, senders []Sender) []Check {
	if len(senders) == 0 {
		return []Check{{Code: NoSender, Status: CheckFailed, Args: problem.Args{"service": s.FriendlyName}}}
	}
	able := only(senders, Sender.sendsSMS)
	if len(able) == 0 {
		return []Check{{Code: NoSMSSender, Status: CheckFailed, Args: problem.Args{"service": s.FriendlyName, "count": len(senders)}}}
	}
	checks := []Check{checkSome(SendersReady, CheckOK, s, able)}
	if unable := only(senders, func(x Sender) bool { return !x.sendsSMS() }); len(unable) > 0 {
		checks = append(checks, checkSome(SomeWithoutSMS, CheckWarning, s, unable))
	}
	if !slices.ContainsFunc(able, func(x Sender) bool { return x.Kind != AlphaSender }) {
		checks = append(checks, Check{Code: OnlyAlphanumeric, Status: CheckWarning,
			Args: problem.Args{"service": s.FriendlyName, "name": able[0].Name}})
	}
	return checks
}

// checkSome is a check about senders of a service, at least one.
func checkSome(c problem.Code, status CheckStatus, s Service, senders []Sender) Check {
	return Check{Code: c, Status: status, Args: problem.Args{
		"service": s.FriendlyName, "count": len(senders), "others": len(senders) - 1, "name": senders[0].Name,
	}}
}

// sendsSMS reports whether the sender can send SMS. An alphanumeric sender always can,
// although Twilio does not always list that.
func (x Sender) sendsSMS() bool { return x.SMS || x.Kind == AlphaSender }

// only are the senders for which a condition holds.
func only(senders []Sender, holds func(Sender) bool) []Sender {
	return slices.DeleteFunc(slices.Clone(senders), func(x Sender) bool { return !holds(x) })
}

// CheckTemplates reports the templates that take more segments because the Smart
// Encoding of the service is off.
func CheckTemplates(s Service, templates []connector.Template) []Check {
	if s.SmartEncoding {
		return nil
	}
	var checks []Check
	for _, t := range templates {
		body := t.Body(connector.SampleCode)
		before, after := sms.MeasureText(body), sms.MeasureText(sms.SmartEncode(body))
		if after.Segments >= before.Segments {
			continue
		}
		checks = append(checks, Check{Code: SmartEncodingOff, Status: CheckWarning, Args: problem.Args{
			"service": s.FriendlyName, "usageType": redact.Clip(string(t.UsageType)), "characters": replacedBy(body),
			"segments": before.Segments, "fewer": after.Segments,
		}})
	}
	return checks
}

// replacedBy are the characters that Smart Encoding would replace in a text, each
// once, with blanks between them.
func replacedBy(text string) string {
	const most = 8 // make the point
	var found []string
	for _, r := range text {
		_, replaced := sms.SmartReplacement(r)
		if s := char.Shown(r); replaced && !slices.Contains(found, s) && len(found) < most {
			found = append(found, s)
		}
	}
	return strings.Join(found, " ")
}
