package walk

import (
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
