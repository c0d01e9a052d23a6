package walk

import (
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/ui/i18n"
)

func TestStepOf(t *testing.T) {
	for path, want := range map[string]Step{
		"/accountSID": Credentials, "/authToken": Credentials, "/fromMessagingServiceSID": Sender,
		"/templates": Templates, "/templates/3/content": Templates, "/disableRiskCheck": Templates,
		"/accountsid": -1, "/note": -1, "": -1, "/": -1, "/0/templates": -1,
	} {
		got, ok := StepOf(path)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%q is mended at %d, want %d", path, got, want)
		}
	}
}

func TestStepsHaveKeysAndLinks(t *testing.T) {
	p := i18n.In(i18n.English)
	for i, s := range Steps() {
		if int(s) != i {
			t.Errorf("%s is number %d, not %d", s.Key(), s, i)
		}
		for _, lang := range []string{"en", "zh-CN"} {
			links := s.Links(lang)
			if len(links) == 0 {
				t.Errorf("%s leads nowhere", s.Key())
			}
			for _, l := range links {
				if !strings.HasPrefix(l.URL, "https://") || strings.Contains(p.T("link."+l.Name), "⟦") {
					t.Errorf("%s: %+v", s.Key(), l)
				}
			}
		}
	}
}

func TestUses(t *testing.T) {
	for _, u := range Uses() {
		w := New(connector.English)
		before := slices.Clone(w.Templates)
		if w.Has(u) || w.HasPart(u) {
			t.Errorf("%s is there from the beginning", u.ID)
		}
		w.Toggle(u)
		if !w.Has(u) || w.HasPart(u) || len(w.Templates) != len(before)+len(u.Types) {
			t.Errorf("%s was not added: %v", u.ID, w.Templates)
		}
		w.Toggle(u)
		if w.Has(u) || !slices.Equal(w.Templates, before) {
			t.Errorf("%s was not removed: %v", u.ID, w.Templates)
		}
	}
}

func TestAUseInPartIsCompletedAndKeepsItsText(t *testing.T) {
	w := New(connector.English)
	u := Uses()[0]
	w.Add(u.Types[1])
	w.SetContent(len(w.Templates)-1, "mine {{code}}")
	if w.Has(u) || !w.HasPart(u) {
		t.Error("a part is taken for none, or for all")
	}
	w.Toggle(u)
	if !w.Has(u) || w.Templates[w.indexOf(u.Types[1])].Content != "mine {{code}}" {
		t.Errorf("completed to %v", w.Templates)
	}
}

func TestAddMissing(t *testing.T) {
	w := New(connector.English)
	w.Templates = []connector.Template{{UsageType: connector.Generic, Content: "mine {{code}}"}}
	if absent := w.Absent(); !slices.Contains(absent, connector.SignIn) || !slices.Contains(absent, connector.Test) {
		t.Errorf("absent are %v", absent)
	}
	w.AddMissing()
	if missing := w.MissingRequired(); len(missing) > 0 || w.Templates[0].Content != "mine {{code}}" {
		t.Errorf("still without %v: %v", missing, w.Templates)
	}
	if absent := w.Absent(); !slices.Equal(absent, []connector.UsageType{connector.Test}) {
		t.Errorf("absent are %v", absent)
	}
}

func TestSwitchTextsKeepsWhatWasWritten(t *testing.T) {
	w := New(connector.English)
	w.SetContent(1, "mine {{code}}")
	w.SwitchTexts(connector.Chinese)
	for i, got := range w.Templates {
		want := connector.DefaultText(got.UsageType, connector.Chinese)
		if i == 1 {
			want = "mine {{code}}"
		}
		if got.Content != want {
			t.Errorf("%s is %q", got.UsageType, got.Content)
		}
	}
	w.SwitchTexts(connector.English)
	w.Remove(1)
	if first := New(connector.English); !slices.Equal(w.Templates, slices.Delete(first.Templates, 1, 2)) {
		t.Errorf("back in English: %v", w.Templates)
	}
}

// TestChangesDoNotReachWhatWasSaved: the answers share no memory with the copy
// that they are compared with.
func TestChangesDoNotReachWhatWasSaved(t *testing.T) {
	for name, change := range map[string]func(*Walk){
		"SetContent":  func(w *Walk) { w.SetContent(0, "x") },
		"Rename":      func(w *Walk) { w.Rename(0, "x") },
		"Remove":      func(w *Walk) { w.Remove(0) },
		"SwitchTexts": func(w *Walk) { w.SwitchTexts(connector.Chinese) },
		"Toggle":      func(w *Walk) { w.Toggle(Uses()[0]); w.Toggle(Uses()[0]) },
	} {
		w := New(connector.English)
		held := w.Templates
		copied := slices.Clone(held)
		change(w)
		if !slices.Equal(held, copied) {
			t.Errorf("%s changes templates that somebody holds", name)
		}
	}
}

func TestWants(t *testing.T) {
	failed := func(s account.MessageStatus) *account.Delivery {
		return &account.Delivery{Message: account.Message{Status: s}}
	}
	for name, c := range map[string]struct {
		change func(*Walk)
		want   []Step
	}{
		"nothing":         {func(*Walk) {}, nil},
		"a wrong SID":     {func(w *Walk) { w.AccountSID = "SK" }, []Step{Credentials, Review}},
		"no service":      {func(w *Walk) { w.ServiceSID = "" }, []Step{Sender, Review}},
		"no code":         {func(w *Walk) { w.SetContent(0, "no code") }, []Step{Templates, Review}},
		"a type less":     {func(w *Walk) { w.Remove(0) }, []Step{Templates, Review}},
		"an unknown type": {func(w *Walk) { w.Rename(4, "Other") }, nil}, // a warning
		"no sender": {func(w *Walk) {
			w.SetSenders(twiliosim.DemoServiceSID, nil, account.Found[[]account.Campaign]{}, nil)
		}, []Step{Sender, Review}},
		"a trial":          {func(w *Walk) { w.Account.Type = account.TrialAccount }, []Step{Credentials}},
		"not delivered":    {func(w *Walk) { w.Sent = failed(account.Undelivered) }, []Step{Test}},
		"no word":          {func(w *Walk) { w.Sent = failed(account.Sent) }, []Step{Test}},
		"delivered":        {func(w *Walk) { w.Sent = failed(account.Delivered) }, nil},
		"saved elsewhere":  {func(w *Walk) { w.MarkSaved("", "x.json") }, nil},
		"nobody was asked": {func(w *Walk) { w.AuthToken = strings.Repeat("0", 32) }, []Step{Credentials}},
	} {
		w := found()
		c.change(w)
		w.Judge()
		var got []Step
		for _, s := range Steps() {
			if w.Wants(s) {
				got = append(got, s)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v; problems %v", name, got, c.want, w.Verdict.Problems)
		}
	}
}

func TestPending(t *testing.T) {
	w := found()
	if !w.Pending(Test) || !w.Pending(Save) || w.Pending(Review) {
		t.Error("what was not done is not pending")
	}
	w.Sent = &account.Delivery{}
	w.MarkSaved("", "x.json")
	if w.Pending(Test) || w.Pending(Save) {
		t.Error("what was done is pending")
	}
}

func TestSummary(t *testing.T) {
	p := i18n.In(i18n.English)
	w := New(connector.English)
	for _, s := range Steps()[1:] {
		if got := w.Summary(p, s); got != "" {
			t.Errorf("%s was not reached and says %q", s.Key(), got)
		}
	}
	for name, c := range map[string]struct {
		step   Step
		change func(*Walk)
		want   string
	}{
		"new":               {Start, func(*Walk) {}, "new configuration"},
		"opened":            {Start, func(w *Walk) { w.Opened = "/etc/logto/sms.json" }, "sms.json"},
		"account":           {Credentials, func(*Walk) {}, "Demo Company"},
		"unchecked":         {Credentials, func(w *Walk) { w.AccountSID = "AC01234567890123456789012345678901" }, "AC012345… unchecked"},
		"empty":             {Credentials, func(w *Walk) { w.SetCredentials("", "") }, ""},
		"service":           {Sender, func(*Walk) {}, "Codes"},
		"unknown service":   {Sender, func(w *Walk) { w.ServiceSID = "MG01234567890123456789012345678901" }, "MG012345…"},
		"templates":         {Templates, func(*Walk) {}, "5 templates"},
		"one template":      {Templates, func(w *Walk) { w.Templates = w.Templates[:1] }, "1 template"},
		"accepted":          {Review, func(*Walk) {}, "Logto accepts it"},
		"a problem":         {Review, func(w *Walk) { w.ServiceSID = "" }, "1 error"},
		"not sent":          {Test, func(*Walk) {}, "not sent"},
		"delivered":         {Test, func(w *Walk) { w.Sent = &account.Delivery{Message: account.Message{Status: account.Delivered}} }, "Delivered"},
		"refused":           {Test, func(w *Walk) { w.Sent = &account.Delivery{Err: &account.CallError{Code: 21211}} }, "refused (21211)"},
		"outcome unknown":   {Test, func(w *Walk) { w.Sent = &account.Delivery{Err: &account.CallError{OutcomeUnknown: true}} }, "outcome unknown"},
		"could not be sent": {Test, func(w *Walk) { w.Sent = &account.Delivery{Err: &account.CallError{}} }, "not sent"},
		"not saved":         {Save, func(*Walk) {}, "not saved yet"},
		"saved":             {Save, func(w *Walk) { w.MarkSaved("", "dir/x.json") }, "x.json"},
	} {
		w := found()
		w.Reach(Save)
		c.change(w)
		w.Judge()
		if got := w.Summary(p, c.step); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestMendStep(t *testing.T) {
	for code, want := range map[int]Step{
		20003: Credentials, 21704: Sender, 30034: Sender, 30040: Sender, 21659: Sender, 30990: Sender, 21617: Templates, 30610: Templates,
		21635: -1, 30485: -1, 21211: -1, 30003: -1, 0: -1} {
		got, ok := MendStep(code)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%d is mended at %d, want %d", code, got, want)
		}
	}
}
