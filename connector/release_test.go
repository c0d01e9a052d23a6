package connector

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/problem"
	"logto-twilio/connector/sms"
)

func TestPresetsAndReleases(t *testing.T) {
	later := []string{"1.5.0", "1.4.5", "1.4.4", "1.4.1", "1.4.0", "1.3.1", "1.2.1", "1.0.1"}
	tests := []struct {
		preset Preset
		want   []string
	}{
		{Portable, append(slices.Clone(later), "1.0.0-beta.20", "1.0.0-beta.14", "1.0.0-beta.11")},
		{Full, append(slices.Clone(later), "1.0.0-beta.20", "1.0.0-beta.14", "1.0.0-beta.11")},
		{Current, append(slices.Clone(later), "1.0.0-beta.20", "1.0.0-beta.14", "1.0.0-beta.11")},
		{Documented, []string{"1.0.0-beta.14", "1.0.0-beta.11"}},
	}
	for _, test := range tests {
		var got []string
		for _, r := range NewDocument(Config{Templates: templatesOf(test.preset)}).AcceptedBy() {
			got = append(got, r.To)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s is accepted by %v, want %v", test.preset, got, test.want)
		}
	}
	if Preset("x").UsageTypes() != nil || Presets()[0] != Portable {
		t.Error("presets")
	}
}

func TestAccepts(t *testing.T) {
	latest, beta15 := Latest(), releases[9]
	four := `[{"usageType":"Register","content":""},{"usageType":"SignIn","content":""},{"usageType":"ForgotPassword","content":""},{"usageType":"Generic","content":""}]`
	config := func(rest string) string {
		return `{"accountSID":"","authToken":"","fromMessagingServiceSID":"",` + rest + `}`
	}
	tests := []struct {
		release Release
		text    string
		want    bool
	}{
		{latest, config(`"templates":` + four), true},
		{latest, config(`"disableRiskCheck":false,"templates":` + four), true},
		{latest, config(`"disableRiskCheck":null,"templates":` + four), false},
		{releases[5], config(`"disableRiskCheck":null,"templates":` + four), true}, // not read before 1.4.0
		{latest, config(`"templates":[5,` + four[1:]), false},
		{latest, config(`"templates":[{"usageType":"x"},` + four[1:]), false},
		{latest, config(`"templates":[{"usageType":"x","content":"","extra":[]},` + four[1:]), true},
		{latest, config(`"templates":{}`), false},
		{latest, config(`"x":1`), false},
		{latest, strings.Replace(config(`"templates":`+four), "accountSID", "accountsid", 1), false},
		{latest, strings.Replace(config(`"templates":`+four), `""`, "null", 1), false},
		{beta15, config(`"templates":` + four), false},
		{beta15, config(`"templates":[{"usageType":"Continue","content":""},` + four[1:]), true},
		{latest, "[]", false},
		{latest, "null", false},
		{latest, "", false},
	}
	for _, test := range tests {
		if got := test.release.Accepts(Decode([]byte(test.text))); got != test.want {
			t.Errorf("%s on %s: %t", test.release.To, test.text, got)
		}
	}
	missing := latest.Missing(Config{Templates: templatesOf(Documented)})
	if fmt.Sprint(missing) != "[ForgotPassword Generic]" {
		t.Errorf("the documented file lacks %v", missing)
	}
}

func TestReleasesAreInOrder(t *testing.T) {
	all := Releases()
	if Latest().To != "1.5.0" || all[0].To != Latest().To {
		t.Errorf("the latest release is %s", Latest().To)
	}
	seen := make(map[string]bool)
	date := "9999"
	for _, r := range all {
		if seen[r.To] {
			t.Errorf("two releases end with %s", r.To)
		}
		seen[r.To] = true
		if r.Date >= date {
			t.Errorf("%s is of %s, and older than one of %s", r.To, r.Date, date)
		}
		date = cmp.Or(r.Date, date)
		if r.Prerelease() != (date < "2023-03") {
			t.Errorf("%s: a release before Logto 1.0: %t", r.To, r.Prerelease())
		}
		for _, u := range r.Required {
			if !r.Knows(u) {
				t.Errorf("%s demands %s and does not know it", r.To, u)
			}
		}
	}
	all[0].To = "changed"
	if Latest().To == "changed" {
		t.Error("Releases hands out the table itself")
	}
}

func TestDefaultTexts(t *testing.T) {
	seen := make(map[string]UsageType)
	for _, u := range UsageTypes() {
		for l, encoding := range map[TextLanguage]sms.Encoding{English: sms.GSM7, Chinese: sms.UCS2} {
			text := DefaultText(u, l)
			if other, ok := seen[text]; ok {
				t.Errorf("%s and %s have one text", u, other)
			}
			seen[text] = u
			if strings.Count(text, "{{code}}") != 1 {
				t.Errorf("%s in %s: {{code}} is not there once", u, l)
			}
			m := sms.MeasureText(Template{Content: text}.Body("123456"))
			if m.Encoding != encoding || m.Segments != 1 {
				t.Errorf("%s in %s: %+v", u, l, m)
			}
			for _, p := range CheckTemplate(Template{UsageType: u, Content: text}) {
				if p.Severity != problem.Info {
					t.Errorf("%s in %s: %+v", u, l, p)
				}
			}
		}
	}
	if DefaultText("Other", "xx") != DefaultText(Generic, English) {
		t.Error("a type and a language that do not exist")
	}
}

func TestTemplateForAndOutgoing(t *testing.T) {
	disabled := true
	c := Config{FromMessagingServiceSID: "MG", DisableRiskCheck: &disabled, Templates: []Template{
		{UsageType: SignIn, Content: "one {{code}}"}, {UsageType: SignIn, Content: "two"}, {UsageType: Generic, Content: "any {{ code }}"},
	}}
	got, ok := c.Outgoing("15551234567", SignIn, "000000")
	if want := (Outgoing{"+15551234567", "MG", "one 000000", "disable"}); !ok || got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	c.DisableRiskCheck = nil
	got, ok = c.Outgoing("+15551234567", BindMfa, "000000")
	if want := (Outgoing{"+15551234567", "MG", "any 000000", "enable"}); !ok || got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	c.Templates[2].Content = "\xed\xa0\xbd\xed\xa0\xbd{{code}}" // halves of a character
	if got, _ := c.Outgoing("+15551234567", Generic, "💬"); got.Body != "\ufffd\ufffd💬" {
		t.Errorf("halves of a character are sent as %q", got.Body)
	}
	c.Templates = c.Templates[:1]
	if got, ok := c.Outgoing("1", Generic, ""); ok {
		t.Errorf("a type that no template serves: %+v", got)
	}
}

// templatesOf are the default templates of a preset.
func templatesOf(p Preset) []Template {
	var ts []Template
	for _, u := range p.UsageTypes() {
		ts = append(ts, Template{UsageType: u, Content: DefaultText(u, English)})
	}
	return ts
}
