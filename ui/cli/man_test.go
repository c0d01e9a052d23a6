package cli

import (
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"logto-twilio/ui/i18n"
)

// The page holds every command and every flag, in both languages.
func TestManual(t *testing.T) {
	for _, l := range []i18n.Lang{i18n.English, i18n.Chinese} {
		page, _, code := run("man", "--lang", string(l))
		if code != exitOK || strings.Contains(page, "⟦") {
			t.Errorf("%s: exit code %d:\n%s", l, code, page)
		}
		for _, cmd := range everyCommand(l)[1:] {
			for _, part := range []string{cmd.Use, `\fB` + cmd.Name() + `\fR`} {
				if !strings.Contains(page, part) {
					t.Errorf("%s: %q is not in the page", l, part)
				}
			}
			for _, row := range (&app{Printer: i18n.In(l)}).flagRows(cmd.LocalNonPersistentFlags()) {
				if !strings.Contains(page, `\fB`+escapeRoff(strings.TrimSpace(row[0]))+`\fR`) {
					t.Errorf("%s: %s is not in the page", l, row[0])
				}
			}
		}
	}
}

// Where groff is at hand, it reads the page without a complaint. (Not every groff
// knows UTF-8, of which the English page has no need.)
func TestManualIsReadByGroff(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Log("groff is not on this machine")
		return
	}
	page, _, _ := run("man")
	cmd := exec.CommandContext(t.Context(), groff, "-man", "-Tascii", "-z")
	cmd.Stdin = strings.NewReader(page)
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("groff: %v\n%s", err, out)
	}
	if i := strings.IndexFunc(page, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 {
		t.Errorf("not ASCII: %.20s", page[i:])
	}
}

func TestEscapeRoff(t *testing.T) {
	for text, want := range map[string]string{
		"plain":             "plain",
		".dot and 'quote'":  `\&.dot and \(aqquote\(aq`,
		`a\b --flag ~/x ^y`: `a\eb \-\-flag \(ti/x \(hay`,
		"中文 FILE 测试。":       `中\:文 FILE 测\:试。`,
		"用 FILE，和 --flag":   `用 FILE，\:和 \-\-flag`,
	} {
		if got := breakable(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
