package cli

import (
	"cmp"
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/sms"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// begin says what is sent to whom.
func (c *sendCommand) begin(doc *connector.Document, config connector.Config, out connector.Outgoing) {
	if !connector.Latest().Accepts(doc) {
		c.tell(c.T("send.not-accepted"))
	}
	t, _ := config.TemplateFor(connector.UsageType(c.usage))
	if string(t.UsageType) != c.usage {
		c.tell(c.T("send.fallback", "type", c.usage, "instead", string(t.UsageType)))
	}
	c.tell(c.T("send.sending", "type", string(t.UsageType), "to", out.To,
		"n", sms.MeasureText(out.Body).Segments))
	c.waiting("send.asking")
}

// waiting says on a terminal what is waited for, until something else is said.
func (c *sendCommand) waiting(key string) { progress{c.app}.say(c.T(key)) }

// seen writes a status and its time.
func (c *sendCommand) seen(s account.Seen) {
	progress{c.app}.end()
	c.tell(s.At.Format(time.TimeOnly) + "  " + c.Status(s.Status).Message)
	if c.wait > 0 && !s.Status.Final() {
		c.waiting("send.following")
	}
}

// end writes or notes what became of the message, and returns the failure that it
// stands for. err is that of walk.Follower.Send.
func (c *sendCommand) end(d account.Delivery, err error) error {
	progress{c.app}.end()
	c.report = sentOf(d)
	f := c.failureOf(d, err)
	if f != nil {
		f = f.causedBy(err)
		f.twilio = cmp.Or(f.twilio, d.Message.ErrorCode)
	}
	if !c.json && d.Message.SID != "" {
		_, lost := io.WriteString(c.Out, c.line(d.Message)+"\n")
		if lost != nil && f == nil { // else Main says that too
			return c.failed(lost)
		}
	}
	if f == nil {
		c.closing(d)
		return nil
	}
	return f
}

// failureOf is what a delivery stands for, nil where it has not failed.
func (c *sendCommand) failureOf(d account.Delivery, err error) *failure {
	var lost *account.CallError
	switch {
	case d.Err != nil:
		return c.refused(d.Err)
	case errors.Is(err, context.Canceled):
		return &failure{said: i18n.Message{Message: c.T("send.interrupted", "sid", d.Message.SID)}, exit: exitInterrupted}
	case walk.EndingOf(c.Printer, d.Message).Missed:
		return c.undelivered(d.Message)
	case errors.As(err, &lost):
		said := c.CallError(lost)
		return failedWith(i18n.Message{Message: c.Join(c.T("send.lost", "sid", d.Message.SID), said.Message), Hint: said.Hint}, err)
	}
	return nil
}

// line is a message in one line.
func (c *sendCommand) line(m account.Message) string {
	parts := []string{c.Status(m.Status).Message}
	if m.Segments > 0 {
		parts = append(parts, c.T("send.segments", "n", m.Segments))
	}
	if m.Price != "" { // Twilio gives a sign to what it takes
		parts = append(parts, c.T("send.price", "price", strings.TrimPrefix(m.Price, "-"), "unit", m.PriceUnit))
	}
	return c.T("send.line", "sid", m.SID, "parts", parts)
}

// refused says why Twilio has not taken a message, or may not have.
func (c *sendCommand) refused(e *account.CallError) *failure {
	said := c.CallError(e)
	if e.Code != 0 && !e.OutcomeUnknown {
		said = c.explained(said, e.Code)
	}
	return failedWith(said, e)
}

// undelivered says why a message that was taken does not arrive, or not whole.
func (c *sendCommand) undelivered(m account.Message) *failure {
	said := i18n.Message{Message: c.T("send.undelivered", "status", c.Status(m.Status).Message), Hint: c.Status(m.Status).Hint}
	switch e := walk.EndingOf(c.Printer, m); {
	case e.Status != account.CheckFailed: // some of it arrived: the code is a warning
		said = i18n.Message{Message: e.Text, Hint: strings.Join(c.warning(e.Code), "\n")}
	case e.Code != 0:
		e := &account.CallError{Kind: account.Refused, Code: m.ErrorCode, Message: m.ErrorMessage}
		said = c.explained(c.CallError(e), m.ErrorCode)
	}
	return &failure{said: said, exit: exitProblem, reason: reasonUndelivered}
}

// explained adds one of Twilio's codes, and its page, to what is said of it.
func (c *sendCommand) explained(said i18n.Message, code int) i18n.Message {
	return i18n.Message{
		Message: c.T("send.error", "title", said.Message, "code", code),
		Hint:    said.Hint + "\n" + c.TwilioError(code).Link,
	}
}

// closing says how it stands with a message that was taken and has not failed.
func (c *sendCommand) closing(d account.Delivery) {
	seconds := int(c.wait.Seconds())
	var words, hint string
	switch {
	case d.Arrived():
		words = c.T("send.delivered", "to", d.Outgoing.To)
	case c.wait == 0:
		words, hint = c.T("send.taken"), c.T("send.pending.hint")
	case d.Message.Status == account.Sent:
		words, hint = c.T("send.no-word", "n", seconds), c.T("send.no-word.hint")
	default:
		words = c.T("send.pending", "n", seconds, "status", c.Status(d.Message.Status).Message)
		hint = c.T("send.pending.hint")
	}
	c.tell(words, hint)
	if w := c.warning(d.Message.ErrorCode); w != nil {
		c.tell(w[0], w[1:]...)
	}
}

// warning says the code that Twilio adds to a message that has not failed: the
// status decides. It is nil where there is none.
func (c *sendCommand) warning(code int) []string {
	if code == 0 {
		return nil
	}
	e := c.TwilioError(code)
	return []string{c.T("send.warning", "title", e.Title, "code", code), e.Why, e.Do, e.Link}
}
