package walk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/export"
)

// complete is a walk with all that a format needs.
func complete() *Walk {
	w := New(connector.English)
	w.AccountSID = "AC" + strings.Repeat("a", 32)
	w.AuthToken = strings.Repeat("b", 32)
	w.ServiceSID = "MG" + strings.Repeat("c", 32)
	return w
}

func say(key string) string { return key + " %s" }

func TestEveryFormIsSavedAndSeenAsTheSameAfterwards(t *testing.T) {
	for _, format := range export.Formats() {
		dir := t.TempDir()
		w := complete()
		w.ChooseFormat(format.Name)
		path := filepath.Join(dir, w.Target)
		s, err := Prepare(w.SaveFormat(), w.Result(), path, export.Read, say)
		if err != nil || len(s.Overwrites()) > 0 {
			t.Fatalf("%s: %v, overwrites %v", format.Name, err, s.Overwrites())
		}
		if err := s.Write(t.Context()); err != nil {
			t.Fatalf("%s: %v", format.Name, err)
		}
		for _, f := range s.Files {
			held, err := os.ReadFile(f.Path)
			if err != nil {
				t.Fatal(err)
			}
			if format.Name == "k8s-secret" { // which is in base64
				continue
			}
			if secret := strings.Contains(string(held), w.AuthToken); secret != (f.Path == s.Secret()) {
				t.Errorf("%s: the token is in %s: %t", format.Name, filepath.Base(f.Path), secret)
			}
		}
		again, err := Prepare(w.SaveFormat(), w.Result(), path, export.Read, say)
		if err != nil || len(again.Overwrites()) > 0 || !again.Files[0].Same {
			t.Errorf("%s, once more: %v, %+v", format.Name, err, again.Overwrites())
		}
		w.Templates[0].Content += " Really."
		changed, err := Prepare(w.SaveFormat(), w.Result(), path, export.Read, say)
		if err != nil || len(changed.Overwrites()) != 1 || (changed.Files[0].Diff != nil) != format.Document {
			t.Errorf("%s, changed: %v, %+v", format.Name, err, changed.Overwrites())
		}
	}
}

func TestSplitKeepsTheRestOfTheEnvFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, ".env"), []byte("OTHER=1\nTWILIO_AUTH_TOKEN=old\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := complete()
	w.ChooseFormat("split")
	s, err := Prepare(w.SaveFormat(), w.Result(), filepath.Join(dir, w.Target), export.Read, say)
	if err != nil {
		t.Fatal(err)
	}
	over := s.Overwrites()
	if len(over) != 1 || filepath.Base(over[0].Path) != ".env" || len(over[0].Diff) == 0 {
		t.Fatalf("%+v", over)
	}
	for _, l := range over[0].Diff {
		if strings.Contains(l.Text, w.AuthToken) || strings.Contains(l.Text, "old") {
			t.Errorf("shown: %q", l.Text)
		}
	}
	if want := "OTHER=1\nTWILIO_AUTH_TOKEN=" + w.AuthToken + "\n"; string(over[0].Data) != want {
		t.Errorf("%q, want %q", over[0].Data, want)
	}
}

func TestChooseFormatNamesTheFile(t *testing.T) {
	w := New(connector.English)
	w.Target = filepath.Join("config", "connector.json")
	if w.ChooseFormat("env"); w.Target != filepath.Join("config", "connector.env") {
		t.Errorf("target %s", w.Target)
	}
	w.Target = "mine.txt"
	if w.ChooseFormat("json"); w.Target != "mine.txt" {
		t.Errorf("target %s", w.Target)
	}
	w.MarkSaved("", "mine.txt")
	if w.ChooseFormat("env"); w.Target != "connector.env" {
		t.Errorf("of a file that was saved in another format: %s", w.Target)
	}
	w.ChooseFormat("json")
	w.Open("dir/c.json", connector.Decode([]byte("{}")))
	if w.ChooseFormat("split"); w.Target != filepath.Join("dir", "connector.json") {
		t.Errorf("of a file that was opened: %s", w.Target)
	}
	if w.ChooseFormat("json"); w.Target != "dir/c.json" {
		t.Errorf("as it was opened: %s", w.Target)
	}
}

func TestSavingRefusesAFolder(t *testing.T) {
	w := complete()
	if _, err := Prepare(w.SaveFormat(), w.Result(), t.TempDir(), export.Read, say); err == nil {
		t.Error("a folder is written over")
	}
}

func TestLogtoFromEnvironment(t *testing.T) {
	env := map[string]string{"LOGTO_ENDPOINT": "https://t.logto.app", "LOGTO_AUTH": "id:secret:more", "LOGTO_RESOURCE": "r"}
	w := New(connector.English)
	w.LogtoFromEnvironment(func(name string) string { return env[name] })
	if w.Logto != (LogtoAnswers{"https://t.logto.app", "id", "secret:more", "r"}) {
		t.Errorf("%+v", w.Logto)
	}
	for address, fine := range map[string]bool{"": false, "x": false, "http://logto.example": false, "https://cloud.logto.io/x": false,
		"http://localhost:3001": true, "https://t.logto.app": true} {
		if problems := LogtoEndpoint.Check(address); (problems == nil) != fine {
			t.Errorf("%q: %v", address, problems)
		}
	}
}

// The file with the token is written first: what names its variable is never there
// without it.
func TestTheTokenIsWrittenFirst(t *testing.T) {
	for _, broken := range []string{".env", "connector.json"} {
		dir := t.TempDir()
		w := complete()
		w.ChooseFormat("split")
		s, err := Prepare(w.SaveFormat(), w.Result(), filepath.Join(dir, "connector.json"), export.Read, say)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(filepath.Join(dir, broken), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := s.Write(t.Context()); err == nil {
			t.Errorf("%s: no error", broken)
		}
		if data, err := os.ReadFile(filepath.Join(dir, ".env")); broken != ".env" && (err != nil || !strings.Contains(string(data), w.AuthToken)) {
			t.Errorf("the token is lost: %v", err)
		}
		if _, err := os.ReadFile(filepath.Join(dir, "connector.json")); err == nil {
			t.Errorf("%s is broken, and the JSON is there", broken)
		}
	}
}
