package cli

import (
	"strings"
	"unicode"

	"github.com/spf13/pflag"

	"logto-twilio/connector"
	"logto-twilio/connector/char"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/export"
)

// longestToken bounds what is read for a token, in bytes: Twilio's have 32.
const longestToken = 4 << 10

// tokenFlags say where the auth token comes from. None of them takes the token
// itself: it would show in the list of processes and in the shell's history.
type tokenFlags struct {
	*app
	file  string
	stdin bool
}

// add declares the flags.
func (t *tokenFlags) add(a *app, f *pflag.FlagSet) {
	t.app = a
	f.StringVar(&t.file, "auth-token-file", "", t.T("token.flag.file"))
	f.BoolVar(&t.stdin, "auth-token-stdin", false, t.T("token.flag.stdin"))
}

// check refuses what does not go together. file is the file that the command
// reads, "" where it reads none.
func (t tokenFlags) check(file string) error {
	switch {
	case t.stdin && t.file != "":
		return t.usageError("token.two-ways")
	case t.stdin && file == stdin:
		return t.usageError("token.stdin-taken")
	}
	return nil
}

// given reports whether a flag says where the token comes from.
func (t tokenFlags) given() bool { return t.stdin || t.file != "" }

// name is what read has the token from, as it is typed.
func (t tokenFlags) name() string {
	switch {
	case t.stdin:
		return "--auth-token-stdin"
	case t.file != "":
		return "--auth-token-file " + typed(t.file)
	}
	return environ.AuthToken
}

// read returns the auth token: from the file or standard input where a flag says
// so, without the blanks around it, else from the environment as it is. It is ""
// where there is none, or nothing but blanks and quotes.
func (t tokenFlags) read() (string, error) {
	token, err := t.Getenv(environ.AuthToken), error(nil)
	if t.given() {
		token, err = t.readFile()
	}
	switch {
	case err != nil:
		return "", err
	case char.TrimPaste(token) == "":
		return "", nil
	case token == connector.TokenVariable: // what should have set it did not
		return "", because(reasonTokenUnexpanded, t.problemError("token.unexpanded"))
	}
	return token, nil
}

// missingToken is the failure of a command that needs a token and was given none:
// it was called wrongly, as where any other value is left out.
func (a *app) missingToken() error {
	return because(reasonTokenMissing, a.usageError("token.missing"))
}

// readFile reads the token that a flag names: all that there is or, of a .env file,
// the value of its line. One that holds none was named wrongly.
func (t tokenFlags) readFile() (string, error) {
	var data []byte
	var err error
	name := t.file
	if t.stdin {
		name = t.T("token.stdin")
		data, err = t.readInput(stdin)
	} else {
		data, err = export.ReadRegular(t.file) // or a pipe, as <(pass show twilio) is
	}
	if err != nil {
		return "", t.failed(err)
	}
	token, found := export.TokenOf(data)
	if !found {
		token = strings.TrimSpace(string(data))
	}
	switch {
	case char.TrimPaste(token) == "":
		return "", because(reasonTokenMissing, t.usageError("token.empty", "file", typed(name)))
	case len(token) > longestToken:
		return "", because(reasonTokenUnreadable, t.usageError("token.too-long", "file", typed(name)))
	case strings.ContainsFunc(token, unicode.IsSpace) || !found && isAssignment(token):
		return "", because(reasonTokenUnreadable, t.usageError("token.not-alone", "file", typed(name)))
	}
	return token, nil
}

// isAssignment reports whether a text is a line NAME=value. What only ends in = may be
// a value of its own.
func isAssignment(s string) bool { return strings.Contains(strings.TrimRight(s, "="), "=") }

// ownToken is the auth token that a configuration holds itself, "" where it leaves
// that to others: it is empty, a placeholder, a variable or a reference.
func ownToken(c connector.Config) string {
	switch connector.Classify(char.TrimPaste(c.AuthToken)) {
	case connector.PastedEmpty, connector.PastedEnvironment, connector.PastedPlaceholder, connector.PastedReference:
		return ""
	}
	return c.AuthToken
}

// elsewhere reports whether the auth token of a configuration comes from a flag or the
// environment.
func (t tokenFlags) elsewhere(c connector.Config) bool { return t.given() || ownToken(c) == "" }

// choose returns the auth token to use for a configuration: what a flag names, else
// the configuration's own, else that of the environment. It is "" where there is
// none.
func (t tokenFlags) choose(c connector.Config) (string, error) {
	if !t.elsewhere(c) {
		return c.AuthToken, nil
	}
	return t.read()
}

// checkChosen refuses a token from a flag or the environment that cannot be one: the file
// of the configuration is not to blame.
func (t tokenFlags) checkChosen(c connector.Config, token string) error {
	if token == "" || !t.elsewhere(c) {
		return nil
	}
	for _, p := range connector.CheckAuthToken(token) {
		if p.Severity == problem.Error {
			said := t.Problem(p)
			said.Message = t.Join(t.T("token.wrong", "name", t.name()), said.Message)
			return &failure{said: said, exit: exitProblem, reason: reasonTokenWrong}
		}
	}
	return nil
}

// filled is a configuration with the token to use put in.
type filled struct {
	doc   *connector.Document // as it was, where there is no token
	token string              // "" where there is none
	from  source
}

// lacks reports whether a token has to come from somewhere. One that is no text is
// there, and wrong in another way.
func (f filled) lacks() bool {
	own := f.doc.Root.Get("authToken")
	return f.token == "" && (own == nil || own.Kind == jsondoc.String)
}

// fileAlone is the configuration as its file is to blame for it: a token from
// elsewhere is not judged with it.
func (f filled) fileAlone() *connector.Document {
	if f.from.given == nil {
		return f.doc
	}
	return f.doc.WithAuthToken(connector.TokenVariable)
}

// fill puts the token to use into the configuration of a file.
func (t tokenFlags) fill(file string, doc *connector.Document) (filled, error) {
	f := filled{doc: doc, from: source{file: file}}
	config := doc.Config()
	token, err := t.choose(config)
	if err != nil || token == "" {
		return f, err
	}
	if t.elsewhere(config) {
		f.from.given = map[string]string{"/authToken": t.name()}
	}
	f.doc, f.token = doc.WithAuthToken(token), token
	return f, nil
}
