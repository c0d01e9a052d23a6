package cli

import (
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

// sendReporter says what becomes of a message: words to standard error as they
// come, what came of it to standard output at the end.
type sendReporter struct {
	env Env
	tr  i18n.Printer
	o   sendOptions
	doc *sent // what is noted for --json
}

// begin says what is sent to whom.
func (r sendReporter) begin(doc *connector.Document, c connector.Config, out connector.Outgoing) {
	if !connector.Latest().Accepts(doc) {
		tell(r.env, r.tr.T("send.not-accepted"))
	}
	t, _ := c.TemplateFor(connector.UsageType(r.o.usage))
	if string(t.UsageType) != r.o.usage {
		tell(r.env, r.tr.T("send.fallback", "type", r.o.usage, "instead", string(t.UsageType)))
	}
	tell(r.env, r.tr.T("send.sending", "type", string(t.UsageType), "to", out.To,
		"n", sms.MeasureText(out.Body).Segments))
	r.waiting("send.asking")
}

// waiting says on a terminal what is waited for, until something else is said.
func (r sendReporter) waiting(key string) { progress{r.env}.say(r.tr.T(key)) }

// seen writes a status and its time.
func (r sendReporter) seen(s account.Seen) {
	progress{r.env}.end()
	tell(r.env, s.At.Format(time.TimeOnly)+"  "+r.tr.Status(s.Status).Message)
	if r.o.wait > 0 && !s.Status.Final() {
		r.waiting("send.following")
	}
}

// end writes or notes what came of the message, and returns the failure that it stands for.
// err is that of walk.Follower.Send.
func (r sendReporter) end(d account.Delivery, err error) error {
	progress{r.env}.end()
	ended := r.failure(d, err)
	var wrong error
	*r.doc = sentOf(d)
	if r.doc.Error = causeOf(err).say(ended); r.doc.Error != nil && r.doc.Error.TwilioCode == 0 {
		r.doc.Error.TwilioCode = d.Message.ErrorCode
	}
	if !r.o.json && d.Message.SID != "" {
		_, wrong = io.WriteString(r.env.Out, r.line(d.Message)+"\n")
	}
	if wrong != nil && ended == nil { // else Main says that too
		return failed(r.tr, wrong)
	}
	if ended == nil {
		r.closing(d)
	}
	return ended
}

// failure is what a delivery stands for, nil where it has not failed.
func (r sendReporter) failure(d account.Delivery, err error) error {
	var lost *account.CallError
	switch {
	case d.Err != nil:
		return r.refused(d.Err)
	case errors.Is(err, context.Canceled):
		return &failure{i18n.Message{Message: r.tr.T("send.interrupted", "sid", d.Message.SID)}, exitInterrupted}
	case walk.EndingOf(r.tr, d.Message).Missed:
		return r.undelivered(d.Message)
	case errors.As(err, &lost):
		said := r.tr.CallError(lost)
		return &failure{i18n.Message{Message: r.tr.Join(r.tr.T("send.lost", "sid", d.Message.SID), said.Message), Hint: said.Hint}, exitCode(err)}
	}
	return nil
}

// line is a message in one line.
func (r sendReporter) line(m account.Message) string {
	parts := []string{r.tr.Status(m.Status).Message}
	if m.Segments > 0 {
		parts = append(parts, r.tr.T("send.segments", "n", m.Segments))
	}
	if m.Price != "" { // Twilio gives a sign to what it takes
		parts = append(parts, r.tr.T("send.price", "price", strings.TrimPrefix(m.Price, "-"), "unit", m.PriceUnit))
	}
	return r.tr.T("send.line", "sid", m.SID, "parts", parts)
}

// refused says why Twilio has not taken a message, or may not have.
func (r sendReporter) refused(e *account.CallError) error {
	said := r.tr.CallError(e)
	if e.Code != 0 && !e.OutcomeUnknown {
		said = r.explained(said, e.Code)
	}
	return &failure{said, exitCode(e)}
}

// undelivered says why a message that was taken does not arrive, or not whole.
func (r sendReporter) undelivered(m account.Message) error {
	said := i18n.Message{Message: r.tr.T("send.undelivered", "status", r.tr.Status(m.Status).Message), Hint: r.tr.Status(m.Status).Hint}
	switch e := walk.EndingOf(r.tr, m); {
	case e.Status != account.CheckFailed: // some of it arrived: the code is a warning
		said = i18n.Message{Message: e.Text, Hint: strings.Join(r.warning(e.Code), "\n")}
	case e.Code != 0:
		e := &account.CallError{Kind: account.Refused, Code: m.ErrorCode, Message: m.ErrorMessage}
		said = r.explained(r.tr.CallError(e), m.ErrorCode)
	}
	return because(reasonUndelivered, &failure{said, exitProblem})
}

// explained adds one of Twilio's codes, and its page, to what is said of it.
func (r sendReporter) explained(said i18n.Message, code int) i18n.Message {
	return i18n.Message{
		Message: r.tr.T("send.error", "title", said.Message, "code", code),
		Hint:    said.Hint + "\n" + r.tr.TwilioError(code).Link,
	}
}

// closing says how it stands with a message that was taken and has not failed.
func (r sendReporter) closing(d account.Delivery) {
	seconds := int(r.o.wait.Seconds())
	var words, hint string
	switch {
	case d.Arrived():
		words = r.tr.T("send.delivered", "to", d.Outgoing.To)
	case r.o.wait == 0:
		words, hint = r.tr.T("send.taken"), r.tr.T("send.pending.hint")
	case d.Message.Status == account.Sent:
		words, hint = r.tr.T("send.no-word", "n", seconds), r.tr.T("send.no-word.hint")
	default:
		words = r.tr.T("send.pending", "n", seconds, "status", r.tr.Status(d.Message.Status).Message)
		hint = r.tr.T("send.pending.hint")
	}
	tell(r.env, words, hint)
	if w := r.warning(d.Message.ErrorCode); w != nil {
		tell(r.env, w[0], w[1:]...)
	}
}

// warning says the code that Twilio adds to a message that has not failed: the
// status decides. It is nil where there is none.
func (r sendReporter) warning(code int) []string {
	if code == 0 {
		return nil
	}
	e := r.tr.TwilioError(code)
	return []string{r.tr.T("send.warning", "title", e.Title, "code", code), e.Why, e.Do, e.Link}
}
