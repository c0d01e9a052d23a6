package cli

import (
	"slices"
	"strconv"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/ui/i18n"
)

// sendable is what the connector would post for a configuration. What is wrong with
// what takes part in that is said. Where the connector could post nothing the error
// is a failure; Twilio judges the rest: that is what a test is for.
func sendable(env Env, tr i18n.Printer, o sendOptions, doc *connector.Document, to string) (connector.Config, connector.Outgoing, error) {
	config := doc.Config()
	usage := connector.UsageType(o.usage)
	t, found := config.TemplateFor(usage)
	blocked := false
	for _, p := range doc.Problems() {
		if doc.Root == nil || takesPart(p, t) {
			writeProblem(env, tr, source{file: o.file}, p)
			blocked = blocked || doc.Root == nil || blocks(p)
		}
	}
	if blocked {
		return config, connector.Outgoing{}, because(string(account.ConfigurationRefused), problemError(tr, "send.not-sendable"))
	}
	if !found {
		return config, connector.Outgoing{}, because(reasonTemplateMissing, problemError(tr, "send.no-template", "type", o.usage))
	}
	out, _ := config.Outgoing(to, usage, o.code)
	return config, out, nil
}

// addressPaths are the values without which there is no request, but for the auth
// token, which may come from elsewhere.
var addressPaths = []string{"/host", "/accountSID", "/fromMessagingServiceSID"}

// takesPart reports whether a problem is of what a message is made from: of the
// template that is sent, of a value that the request needs, or of the whole.
func takesPart(p problem.Problem, t connector.Template) bool {
	path := "/templates/" + strconv.Itoa(t.Source-1) // there is no -1, where no template serves
	switch {
	case p.Severity == problem.Info:
		return false
	case p.Path == path, strings.HasPrefix(p.Path, path+"/"), p.Code == problem.NotAnObject:
		return true
	case p.Path == "/authToken":
		return p.Code == problem.WrongType
	case p.Path == "/templates":
		return p.Code == problem.WrongType || p.Code == problem.MissingKey
	}
	return p.Severity == problem.Error && slices.Contains(addressPaths, p.Path)
}

// blocks reports whether, for a problem that takes part, nothing can be posted: there
// is no address, or no text.
func blocks(p problem.Problem) bool {
	switch p.Code {
	case problem.NotAnObject, problem.WrongType, problem.MissingKey:
		return p.Path != "/authToken"
	}
	return slices.Contains(addressPaths, p.Path)
}
