package walk

import (
	"slices"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/twiliosim"
)

// found is a walk in which Twilio has answered for the credentials.
func found() *Walk {
	w := New(connector.English)
	w.SetCredentials(twiliosim.DemoAccountSID, twiliosim.DemoAuthToken)
	w.SetAccount(account.Account{FriendlyName: "Demo Company", Type: account.FullAccount, Status: account.ActiveAccount}, nil)
	w.ServiceSID, w.Listed = twiliosim.DemoServiceSID, true
	w.AddService(account.Service{SID: twiliosim.DemoServiceSID, FriendlyName: "Codes", A2PRegistered: true, SmartEncoding: true})
	w.SetSenders(twiliosim.DemoServiceSID, []account.Sender{{Kind: account.LongCode, Name: "+14155550120", Country: "US", SMS: true}},
		account.Found[[]account.Campaign]{Value: []account.Campaign{{Status: account.CampaignVerified}}, Asked: true}, nil)
	return w
}

func TestSetCredentialsForgetsWhatOthersFound(t *testing.T) {
	for name, c := range map[string]struct {
		sid, token string
		kept       bool
	}{
		"the same":      {twiliosim.DemoAccountSID, twiliosim.DemoAuthToken, true},
		"another SID":   {twiliosim.TrialAccountSID, twiliosim.DemoAuthToken, false},
		"another token": {twiliosim.DemoAccountSID, "another", false},
	} {
		w := found()
		w.SetCredentials(c.sid, c.token)
		if w.Checked() != c.kept || w.Listed != c.kept || (w.Services != nil) != c.kept {
			t.Errorf("%s: checked %v, listed %v, %d services", name, w.Checked(), w.Listed, len(w.Services))
		}
		if w.ServiceSID != twiliosim.DemoServiceSID {
			t.Errorf("%s: the service is %q", name, w.ServiceSID)
		}
	}
}

func TestCheckedIsOfTheCredentialsInHand(t *testing.T) {
	w := found()
	w.AuthToken = "another" // as a step does that writes into the answers
	if w.Checked() {
		t.Error("the answer for another token counts")
	}
	w.AuthToken = twiliosim.DemoAuthToken
	if !w.Checked() {
		t.Error("the answer is lost")
	}
}

func TestUnsaved(t *testing.T) {
	yes := true
	for name, change := range map[string]func(*Walk){
		"SID":         func(w *Walk) { w.AccountSID += "0" },
		"token":       func(w *Walk) { w.AuthToken += "0" },
		"host":        func(w *Walk) { w.SetHost(connector.IrelandHost) },
		"service":     func(w *Walk) { w.ServiceSID += "0" },
		"risk check":  func(w *Walk) { w.DisableRiskCheck = &yes },
		"text":        func(w *Walk) { w.SetContent(0, "another") },
		"a type more": func(w *Walk) { w.Toggle(Uses()[0]) },
		"a type less": func(w *Walk) { w.Remove(0) },
		"type":        func(w *Walk) { w.Rename(0, connector.Test) },
		"language":    func(w *Walk) { w.SwitchTexts(connector.Chinese) },
	} {
		w := found()
		w.MarkUnchanged()
		if w.Unsaved() {
			t.Fatal("unsaved without a change")
		}
		change(w)
		if !w.Unsaved() {
			t.Errorf("%s: a change goes unseen", name)
		}
		w.MarkSaved("", "saved.json")
		if w.Unsaved() || w.Saved() != "saved.json" || w.Target != "saved.json" {
			t.Errorf("%s: saved to %q, unsaved %v", name, w.Saved(), w.Unsaved())
		}
	}
}

func TestWhatNoFileHoldsIsNoChange(t *testing.T) {
	w := found()
	w.MarkUnchanged()
	w.Target, w.TestNumber, w.TestType = "elsewhere.json", "+15551234567", connector.Test
	w.Reach(Save)
	if w.Unsaved() {
		t.Error("where the file goes and how it was tested stand in no file")
	}
}

func TestNewWalkHasNothingToSave(t *testing.T) {
	w := New(connector.Chinese)
	if w.Unsaved() {
		t.Error("unsaved from the beginning")
	}
	if missing := w.MissingRequired(); len(missing) > 0 {
		t.Errorf("without %v", missing)
	}
}

func TestOpenStartsAnew(t *testing.T) {
	w := found()
	w.SavedFiles, w.Sent = []string{"before.json"}, &account.Delivery{}
	w.Open("opened.json", connector.Decode([]byte(`{"accountSID": "AC1", "disableRiskCheck": false, "other": 1}`)))
	if w.AccountSID != "AC1" || w.AuthToken != "" || w.ServiceSID != "" || w.Target != "opened.json" || len(w.Templates) != 0 {
		t.Errorf("opened: %+v", w.Answers)
	}
	if w.Checked() || w.Services != nil || w.Listed || w.Sent != nil || w.Saved() != "" || w.Unsaved() {
		t.Errorf("what was before is still there: %+v", w)
	}
	w.AccountSID = "AC2"
	if got, want := string(w.Result().Bytes()), `{"accountSID": "AC2", "disableRiskCheck": false, "other": 1`; got[:len(want)] != want {
		t.Errorf("edited to %s", got)
	}
}

func TestResumeTiesTemplatesToTheFileAsItIsNow(t *testing.T) {
	before := connector.Decode([]byte(`{"templates": [
		{"content": "a {{code}}", "usageType": "SignIn"},
		{"content": "b {{code}}", "usageType": "Register"},
		{"content": "c {{code}}", "usageType": "Generic"}]}`))
	w := New(connector.English)
	w.Open("connector.json", before)
	w.Reach(Templates)
	draft := w.Draft()
	for name, c := range map[string]struct {
		file    *connector.Document
		sources []int
	}{
		"unchanged":       {before, []int{1, 2, 3}},
		"gone":            {nil, []int{0, 0, 0}},
		"shorter":         {connector.Decode([]byte(`{"templates": [{"content": "a {{code}}", "usageType": "SignIn"}]}`)), []int{1, 0, 0}},
		"another order":   {connector.Decode([]byte(`{"templates": [{"usageType": "Register"}, {"usageType": "SignIn"}, {"usageType": "Generic"}]}`)), []int{0, 0, 3}},
		"no longer a few": {connector.Decode([]byte(`{}`)), []int{0, 0, 0}},
	} {
		again := New(connector.English)
		again.Resume(draft, c.file)
		var sources []int
		for _, t := range again.Templates {
			sources = append(sources, t.Source)
		}
		if !slices.Equal(sources, c.sources) || again.Document != c.file {
			t.Errorf("%s: tied to %v, want %v", name, sources, c.sources)
		}
		if again.Furthest != Templates || !again.Unsaved() {
			t.Errorf("%s: reached %s, unsaved %v", name, again.Furthest.Key(), again.Unsaved())
		}
		if draft.Templates[0].Source != 1 {
			t.Fatal("the draft itself was changed")
		}
	}
}

func TestEnvironmentFillsInWhatIsMissing(t *testing.T) {
	env := map[string]string{"TWILIO_ACCOUNT_SID": " ACenv ", "TWILIO_AUTH_TOKEN": "tokenenv\n", "TWILIO_MESSAGING_SERVICE_SID": ""}
	getenv := func(name string) string { return env[name] }
	w := New(connector.English)
	w.ServiceSID = "MG"
	w.AuthToken = "typed"
	w.FromEnvironment(getenv)
	if w.AccountSID != "ACenv" || w.AuthToken != "typed" || w.ServiceSID != "MG" {
		t.Errorf("filled in: %+v", w.Answers)
	}
	if got := w.Origin(AccountSID, getenv); got != "TWILIO_ACCOUNT_SID" {
		t.Errorf("the SID comes from %q", got)
	}
	if got := w.Origin(AuthToken, getenv); got != "" {
		t.Errorf("the token comes from %q", got)
	}
	w.AccountSID = "AC"
	if got := w.Origin(AccountSID, getenv); got != "" {
		t.Errorf("a SID that was changed comes from %q", got)
	}
}

func TestCheckNumber(t *testing.T) {
	w := found()
	for number, want := range map[string]problem.Code{
		"+15551234567": "", "+14155550120": problem.OwnNumber, "": problem.PhoneEmpty,
	} {
		var got problem.Code
		if problems := w.CheckNumber(number); len(problems) > 0 {
			got = problems[0].Code
		}
		if got != want {
			t.Errorf("%q: %q, want %q", number, got, want)
		}
	}
}

func TestCheckService(t *testing.T) {
	w := found()
	if problems := w.CheckService(twiliosim.DemoServiceSID); len(problems) > 0 {
		t.Errorf("a service of the account: %v", problems)
	}
	if problems := w.CheckService(twiliosim.NoSenderServiceSID); len(problems) != 1 || problems[0].Code != problem.ServiceNotInAccount {
		t.Errorf("a service of another account: %v", problems)
	}
	w.Listed = false // who knows
	if problems := w.CheckService(twiliosim.NoSenderServiceSID); len(problems) > 0 {
		t.Errorf("a service while the list is not whole: %v", problems)
	}
}
