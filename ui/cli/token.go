package cli

import (
	"strings"

	"github.com/spf13/pflag"

	"logto-twilio/connector"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// tokenVariable is the environment variable that holds the auth token.
const tokenVariable = "TWILIO_AUTH_TOKEN"

// longestToken bounds what is read for a token, in bytes: Twilio's have 32.
const longestToken = 4 << 10

// tokenFlags say where the auth token comes from. None of them takes the token
// itself: it would show in the list of processes and in the shell's history.
type tokenFlags struct {
	file  string
	stdin bool
}

// add declares the flags.
func (t *tokenFlags) add(f *pflag.FlagSet, tr i18n.Printer) {
	f.StringVar(&t.file, "auth-token-file", "", tr.T("token.flag.file"))
	f.BoolVar(&t.stdin, "auth-token-stdin", false, tr.T("token.flag.stdin"))
}

// check refuses what does not go together. file is the file that the command
// reads, "" where it reads none.
func (t tokenFlags) check(tr i18n.Printer, file string) error {
	switch {
	case t.stdin && t.file != "":
		return usageError(tr, "token.two-ways")
	case t.stdin && file == stdin:
		return usageError(tr, "token.stdin-taken")
	}
	return nil
}

// read returns the auth token: from the file or standard input where a flag says
// so, without the blanks around it, else from the environment as it is. It is ""
// where there is none.
func (t tokenFlags) read(env Env, tr i18n.Printer) (string, error) {
	var data []byte
	var err error
	name := t.file
	switch {
	case t.stdin:
		name = tr.T("token.stdin")
		data, err = readInput(env, stdin)
	case t.file != "":
		data, err = export.ReadRegular(t.file) // or a pipe, as <(pass show twilio) is
	default:
		return env.Getenv(tokenVariable), nil
	}
	token := strings.TrimSpace(string(data))
	switch {
	case err != nil:
		return "", &failure{tr.Failure(err), exitProblem}
	case len(data) > longestToken:
		return "", problemError(tr, "token.too-long", "file", typed(name))
	case token == "":
		return "", problemError(tr, "token.empty", "file", typed(name))
	}
	return token, nil
}

// choose returns the auth token to use for a configuration: what a flag names, else
// the configuration's own, else that of the environment. It is "" where there is
// none.
func (t tokenFlags) choose(env Env, tr i18n.Printer, c connector.Config) (string, error) {
	switch connector.Classify(connector.Clean(c.AuthToken)) {
	case connector.PastedEmpty, connector.PastedEnvironment, connector.PastedPlaceholder:
		return t.read(env, tr)
	}
	if t != (tokenFlags{}) {
		return t.read(env, tr)
	}
	return c.AuthToken, nil
}

// fill returns a document with the token to use put in, and that token. Where there
// is none the document stays as it is.
func (t tokenFlags) fill(env Env, tr i18n.Printer, doc *connector.Document) (*connector.Document, string, error) {
	token, err := t.choose(env, tr, doc.Config())
	if err != nil || token == "" {
		return doc, "", err
	}
	return doc.WithAuthToken(token), token, nil
}
