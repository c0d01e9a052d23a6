package walk

import (
	"strings"

	"logto-twilio/connector/logto"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// IntoLogto says, a line each, how a file in a format that Logto does not read by
// itself gets there; nothing for every other format. name is that of the variable or
// the Secret, "" for the format's own.
func IntoLogto(p i18n.Printer, format export.Format, file, name string) []string {
	switch format.Name {
	case "env", "docker-env", "k8s-secret":
		said := strings.Split(nextText(p, "save.next."+format.Name, format, file, name), "\n")
		return said[:len(said)-1] // the last is about what users do with it
	}
	return nil
}

// nextText are the sentences, one a line, on what comes after a file was saved.
func nextText(p i18n.Printer, key string, format export.Format, file, name string) string {
	if name == "" {
		name = format.Default
	}
	return p.T(key, "file", export.ShellQuote(file), "name", name)
}

// PushNext says what comes after a push: a connector that is new is not used by
// anything yet, and nothing more is asked of Logto to say so. It is "" after others.
func PushNext(p i18n.Printer, plan logto.Plan, r logto.Result) string {
	if plan.Action != logto.Post || r.Outcome != logto.Pushed {
		return ""
	}
	return p.T("push.next")
}
