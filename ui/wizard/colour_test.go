package wizard

import (
	"regexp"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"logto-twilio/connector/redact"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// TestColours holds some screens with their colours and attributes against
// testdata: on both backgrounds, with 16 colours and with none.
func TestColours(t *testing.T) {
	for _, c := range []struct {
		name string
		look look
	}{
		{"dark", look{profile: colorprofile.TrueColor}},
		{"light", look{profile: colorprofile.TrueColor, light: true}},
		{"16-colours", look{profile: colorprofile.ANSI}},
		{"no-colour", look{profile: colorprofile.ASCII}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var screens strings.Builder
			t.Run("", func(t *testing.T) {
				folder(t)
				colourful(t, c.look, func(name, screen string) {
					screens.WriteString("=== " + name + "\n" + screen)
				})
			})
			if coloured := regexp.MustCompile(`\x1b\[[\d;]*[34][0-8]`); c.name == "no-colour" && coloured.MatchString(screens.String()) {
				t.Error("there are colours")
			}
			golden.RequireEqual(t, screens.String())
		})
	}
}

// colourful walks over screens with all kinds of colours.
func colourful(t *testing.T, l look, shown func(name, screen string)) {
	synctest.Test(t, func(t *testing.T) {
		o := newOptions(i18n.English)
		chosen(&o)
		o.Walk.SetContent(0, "no code")
		o.Walk.TestNumber = arriving
		x := newTerminal(t, o, l)
		defer x.close()
		for _, step := range []struct {
			name string
			to   action
		}{
			{"a form", at(walk.Credentials)},
			{"a list", at(walk.Sender)},
			{"templates", at(walk.Templates)},
			{"review", at(walk.Review)},
			{"a question", action{do: func(d driver) { at(walk.Test).do(d); press("tab", "tab").do(d) }}},
			{"the answer no", press("right")},
		} {
			step.to.do(x)
			shown(step.name, x.styled())
		}
	})
}

func TestColourJSON(t *testing.T) {
	s := &session{styles: newStyles(true)}
	st := s.styles
	text := `{
  "a\"b": "c: \\",
  "masked": "` + redact.Mask + `",
  "n": [1, -2.5e3, true, null, "true", ""]
}`
	want := "{\n  " + st.Accent.Render(`"a\"b"`) + ": " + st.OK.Render(`"c: \\"`) +
		",\n  " + st.Accent.Render(`"masked"`) + ": " + st.Dim.Render(`"`+redact.Mask+`"`) +
		",\n  " + st.Accent.Render(`"n"`) + ": [" + st.Warn.Render("1, -2.5e3, true, null") + ", " +
		st.OK.Render(`"true"`) + ", " + st.OK.Render(`""`) + "]\n}"
	if got := s.colourJSON(text); got != want {
		t.Errorf("coloured to\n%q\nwant\n%q", got, want)
	}
	for _, text := range []string{"", "{}", `"`, `"open`, `{"a": "\`, text} {
		if got := ansi.Strip(s.colourJSON(text)); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestDiffText(t *testing.T) {
	s := &session{styles: newStyles(true), tr: i18n.In(i18n.English)}
	got := ansi.Strip(s.diffText([]export.DiffLine{
		{Kind: export.Skipped, Count: 2},
		{Kind: export.Same, Text: `  "accountSID": "AC",`},
		{Kind: export.Changed, Text: `  "authToken": "` + redact.Mask + `",`},
		{Kind: export.Removed, Text: `  "a": "您的验证码"`},
		{Kind: export.Added, Text: `  "a": "code"`},
	}, 40))
	want := strings.Join([]string{
		"  … 2 unchanged lines",
		`    "accountSID": "AC",`,
		`~   "authToken": "••••••••", (changed)`,
		`-   "a": "您的验证码"`,
		`+   "a": "code"`,
	}, "\n")
	if got != want {
		t.Errorf("drawn as\n%s\nwant\n%s", got, want)
	}
}
