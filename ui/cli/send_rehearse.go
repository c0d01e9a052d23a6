package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/redact"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/lines"
)

// request is one that would be made; the tags are those of --dry-run --json.
type request struct {
	Method string            `json:"method"`
	URL    string            `json:"url"`
	Form   map[string]string `json:"form"`
	ended
}

// errRehearsal keeps a request from being made.
var errRehearsal = errors.New("a rehearsal")

// RoundTrip notes the request, but for its credentials, and does not make it.
func (r *request) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, err
	}
	r.Method, r.URL, r.Form = req.Method, req.URL.String(), map[string]string{}
	for name := range form {
		r.Form[name] = form.Get(name)
	}
	return nil, errRehearsal
}

// rehearse notes in r the request that the client itself would make for a message,
// and writes it, but for programs. It needs no token, and nothing is sent.
func (r *request) rehearse(ctx context.Context, env Env, tr i18n.Printer, s sending, asJSON bool) error {
	// The client reports errRehearsal; it is the request that counts.
	_, _ = newClient(s.config.AccountSID, "", s.config.Host, s.base, r).Send(ctx, s.out)
	if !asJSON {
		if _, err := io.WriteString(env.Out, r.text()); err != nil {
			return failed(tr, err)
		}
	}
	tell(env, tr.T("send.rehearsed"))
	return nil
}

// text is the request for people, its text as safe as a terminal needs it.
func (r request) text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", r.Method, r.URL)
	for _, name := range []string{"To", "MessagingServiceSid", "RiskCheck"} {
		fmt.Fprintf(&b, "%s: %s\n", name, redact.Line(r.Form[name], jsondoc.MaxSize))
	}
	body := redact.Message(r.Form["Body"])
	fmt.Fprintf(&b, "Body:\n%s\n", lines.Indent(body, "  "))
	return b.String()
}
