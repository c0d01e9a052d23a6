package walk

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
)

// TestFileText holds what is said of a file that was opened, and where its
// configuration is saved to: what it was taken out of, and whether Logto would take
// the file itself.
func TestFileText(t *testing.T) {
	english := i18n.In(i18n.English)
	whole := string(connector.NewDocument(found().Config()).Bytes())
	line := strings.Join(strings.Fields(whole), " ")
	row := `{"connectorId":"twilio-short-message-service","config":` + line + `}`
	version := connector.Latest().To
	for name, c := range map[string]struct {
		text   string
		status account.CheckStatus
		says   []string
		target string
	}{
		"alone":      {whole, account.CheckOK, []string{english.T("review.file-accepted", "version", version)}, "x/sms"},
		"one row":    {row, account.CheckOK, []string{english.T("review.taken-accepted", "version", version), "Management API"}, "x/sms"},
		"a list":     {"[{}," + row + "]", account.CheckOK, []string{english.T("review.taken-accepted", "version", version), "a list of 1 connector"}, "x/sms"},
		".env":       {"SMS='" + line + "'", account.CheckOK, []string{english.T("review.taken-accepted", "version", version), "variable SMS"}, "x/connector.json"},
		"YAML":       {"a:\n  b: '" + line + "'", account.CheckOK, []string{english.T("review.taken-accepted", "version", version), "under the key b"}, "x/connector.json"},
		"program":    {"export default " + whole, account.CheckWarning, []string{english.T("review.file-mended", "version", version), "program code"}, "x/connector.json"},
		"code block": {"```\n" + whole + "```", account.CheckWarning, []string{english.T("review.file-mended", "version", version), "Markdown"}, "x/sms"},
		"comments":   {whole + "// x", account.CheckWarning, []string{english.T("review.file-mended", "version", version), "comments"}, "x/sms"},
		"refused":    {`{"accountSID":1}`, account.CheckFailed, []string{english.T("review.file-refused", "version", version)}, "x/sms"},
	} {
		s := Setup{Walk: New(connector.English), Getenv: func(string) string { return "" }}
		o, err := ReadFile(func(string) ([]byte, error) { return []byte(c.text), nil }, "x/sms")
		if err != nil || !CanOpen(o.Document) {
			t.Fatalf("%s: %v", name, err)
		}
		s.OpenFile(o)
		status, text := s.Walk.FileText(english)
		if status != c.status || strings.ReplaceAll(s.Walk.Target, string(os.PathSeparator), "/") != c.target {
			t.Errorf("%s: %s, %s", name, status, s.Walk.Target)
		}
		for _, says := range c.says {
			if !strings.Contains(text, says) {
				t.Errorf("%s: %q is not in %q", name, says, text)
			}
		}
	}
}

// The file of the command line is opened, made later, or said not to be openable, once.
func TestOpenNamed(t *testing.T) {
	good := string(connector.NewDocument(found().Config()).Bytes())
	for name, c := range map[string]struct {
		text             string
		err              error
		opened, unopened bool
		target           string
	}{
		"a configuration": {text: good, opened: true, target: "x.json"},
		"an empty object": {text: "{}", opened: true, target: "x.json"},
		"none yet":        {err: &fs.PathError{Err: fs.ErrNotExist}, target: "x.json"},
		"not readable":    {err: os.ErrPermission, unopened: true, target: DefaultTarget},
		"no JSON":         {text: "{", unopened: true, target: DefaultTarget},
		"a list":          {text: "[1]", unopened: true, target: DefaultTarget},
		"nothing in it":   {text: "", unopened: true, target: DefaultTarget},
	} {
		s := &Setup{Walk: New(connector.English), Read: func(string) ([]byte, error) { return []byte(c.text), c.err }}
		s.OpenNamed("x.json")
		w := s.Walk
		if (w.Opened != "") != c.opened || (w.Unopened != nil) != c.unopened || w.Target != c.target {
			t.Errorf("%s: opened %q, unopened %+v, target %q", name, w.Opened, w.Unopened, w.Target)
		}
		if u := w.Unopened; u != nil && (u.Path != "x.json" || u.Err == nil && u.Document == nil) {
			t.Errorf("%s: nothing says why: %+v", name, u)
		}
		if w.SaidUnopened(); w.Unopened != nil {
			t.Errorf("%s: it is said twice", name)
		}
	}
}
