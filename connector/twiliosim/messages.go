package twiliosim

import (
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"logto-twilio/connector/account"
	"logto-twilio/connector/sms"
)

// maxBodyLength is how long a message may be, in characters.
const maxBodyLength = 1600

// trialNotice is what Twilio puts before every message of a trial account.
const trialNotice = "Sent from your Twilio trial account - "

// createMessage is CreateMessage, through a messaging service alone.
func (c *call) createMessage() answer {
	to, body := c.form.Get("To"), c.form.Get("Body")
	service, code := c.checkMessage(to, body)
	if code != 0 {
		return refuse(code)
	}
	sender, o := c.fate(service, to)
	if a, ok := o.instead(); ok {
		return a
	}
	if c.account.Type == account.TrialAccount {
		body = trialNotice + body
	}
	m := &message{
		sid: c.messageSID(), account: c.account.SID, service: service.SID,
		from: sender.Name, to: to, body: body, segments: max(sms.MeasureText(body).Segments, 1),
		created: c.now, stages: deliveries[o.effect], errorCode: o.code, errorText: o.text,
		warned: o.effect == Warned,
	}
	c.messages[m.sid] = m
	a := succeed(http.StatusCreated, c.renderMessage(m))
	if o.effect == Slow {
		a.delay = SlowAnswer
	}
	return a
}

// checkMessage finds the service of a message, or the code of what is wrong with it.
func (c *call) checkMessage(to, body string) (*Service, int) {
	sid := c.form.Get("MessagingServiceSid")
	service, known := c.account.service(sid)
	switch {
	case to == "":
		return nil, 21604
	case !isE164(to):
		return nil, 21211
	case sid == "":
		return nil, 21603
	case !isSID(sid, "MG"):
		return nil, 21705
	case !known:
		return nil, 21701
	case len(service.Senders) == 0:
		return nil, 21704
	case body == "":
		return nil, 21602
	case utf8.RuneCountInString(body) > maxBodyLength:
		return nil, 21617
	}
	return service, 0
}

// fate is what becomes of a message, and the sender that is chosen for it; the
// zero outcome is its delivery. What was provoked goes before everything else.
func (c *call) fate(service *Service, to string) (account.Sender, outcome) {
	sender, found := service.senderFor(to)
	if o, ok := provoked(to, numberPrefix); ok {
		if !found {
			sender = service.Senders[0]
		}
		if (o.code == 30450 || o.code == 30453) && c.form.Get("RiskCheck") == "disable" {
			o = outcome{} // the pumping protection was told to stand aside
		}
		return sender, o
	}
	own := func(n account.Sender) bool { return n.Name == to }
	tollFree := kindOf(sender.Name) == account.TollFreeNumber
	unregistered := sender.Kind == account.LongCode && sender.Country == "US" && !service.A2PRegistered
	code := 0
	switch {
	case c.account.Type == account.TrialAccount && !slices.Contains(c.account.Verified, to):
		code = 21608
	case !found:
		code = 21703
	case sender.Name == to:
		code = 21211
	case slices.ContainsFunc(c.account.numbers(), own):
		code = 30038
	case !strings.HasPrefix(to, "+1"): // what follows are rules of the USA
	case tollFree && !c.account.approved(sender.SID):
		code = 30032
	case !tollFree && unregistered:
		code = 30034
	}
	return sender, outcomeOf(code)
}

// senderFor is the first sender that can reach a number, one of its own country
// before others: short codes work in their country alone, and the USA and
// Canada know no alphanumeric senders.
func (s *Service) senderFor(to string) (found account.Sender, ok bool) {
	american := strings.HasPrefix(to, "+1")
	for _, sender := range s.Senders {
		home := (sender.Country == "US" || sender.Country == "CA") == american
		switch {
		case !sender.SMS,
			sender.Kind == account.ShortCode && !home,
			sender.Kind == account.AlphaSender && american:
			continue
		case home:
			return sender, true
		case !ok:
			found, ok = sender, true
		}
	}
	return found, ok
}

// isE164 reports whether a number is in the form that Twilio wants: a plus sign, a
// country code that does not start with 0, 7 to 15 digits in all.
func isE164(s string) bool {
	digits, ok := strings.CutPrefix(s, "+")
	if !ok || len(digits) < 7 || len(digits) > 15 || digits[0] == '0' {
		return false
	}
	return strings.Trim(digits, "0123456789") == ""
}

// isSID reports whether s has the shape of a SID: the prefix and 32 hexadecimal digits.
func isSID(s, prefix string) bool {
	digits, ok := strings.CutPrefix(s, prefix)
	return ok && len(digits) == 32 && strings.Trim(digits, "0123456789abcdefABCDEF") == ""
}
