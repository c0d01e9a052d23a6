package wizard

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"logto-twilio/connector/logto"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// exactTexts are texts that lose something when they are broken carelessly.
var exactTexts = []string{
	`    "content": "【某某】您的验证码是 {{code}}，有效期10分钟，请勿泄露给任何人，如非本人操作请忽略本短信并联系客服。",`,
	`  "authToken": "${TWILIO_AUTH_TOKEN}", "fromMessagingServiceSID": "MG0123456789abcdef0123456789abcdef"`,
	`  "content": "Your  code   is {{code}}.   It expires in 10 minutes. Do not share it with anyone, whoever asks."`,
	`	"usageType": "SignIn",	"content": "👩‍👩‍👧 🇩🇪 {{code}}"`,
	strings.Repeat("https://docs.logto.io/", 9),
	strings.Repeat("0123456789", 25),
	strings.Repeat("有效期10分钟", 20),
	strings.Repeat(" ", 200) + "x",
	`\u001b[31mred\u200b한국어 ภาษาไทย עברית`,
	"",
}

// drawnRows are the rows that a screen of so many cells has of a text, without their colours.
func drawnRows(t *testing.T, text string, width int) []string {
	t.Helper()
	for _, row := range strings.Split(text, "\n") {
		if w := lipgloss.Width(row); w > width {
			t.Fatalf("a row is %d wide, of %d: %q", w, width, ansi.Strip(row))
		}
	}
	height := strings.Count(text, "\n") + 1
	framed := beside(height, column{"", 2}, column{text, width})
	rows := strings.Split(ansi.Strip(framed), "\n")
	for i, row := range rows {
		rows[i] = strings.TrimPrefix(row, "  ")
	}
	return rows
}

// joinedRows undoes what whole does: a sign, and a margin before what goes on.
func joinedRows(rows []string) string {
	var b strings.Builder
	for i, row := range rows {
		if i > 0 {
			b.WriteString(strings.TrimPrefix(row, "    "))
		} else {
			b.WriteString(row)
		}
	}
	return b.String()
}

// TestDifferenceIsWhole holds the rows of a difference, joined, against its text at
// every width.
func TestDifferenceIsWhole(t *testing.T) {
	s := &session{styles: newStyles(true), tr: i18n.In(i18n.Chinese)}
	signs := map[export.DiffKind]string{export.Added: "+ ", export.Removed: "- ", export.Same: "  ", export.Changed: "~ "}
	for width := 30; width <= 120; width++ {
		for _, text := range exactTexts {
			for kind, sign := range signs {
				want := sign + strings.ReplaceAll(text, "\t", "→ ")
				if kind == export.Changed {
					want += " " + s.tr.T("save.changed")
				}
				rows := drawnRows(t, s.diffText([]export.DiffLine{{Kind: kind, Text: text}}, width), width)
				if got := joinedRows(rows); got != want {
					t.Fatalf("at %d, %q is drawn as %q", width, want, got)
				}
			}
		}
	}
}

// TestPlanIsWhole does so with the lines of a plan.
func TestPlanIsWhole(t *testing.T) {
	s := &session{styles: newStyles(true), tr: i18n.In(i18n.English)}
	signs := map[logto.ChangeKind]string{logto.Added: "+ ", logto.Removed: "- ", logto.Altered: "~ ", logto.Moved: "~ "}
	for width := 30; width <= 120; width++ {
		for _, text := range exactTexts {
			for kind, sign := range signs {
				drawn := s.planLines([]walk.PlanLine{{Change: kind, Text: text}}, width)
				want := sign + strings.ReplaceAll(text, "\t", "→ ")
				if got := joinedRows(drawnRows(t, drawn[0], width)); got != want {
					t.Fatalf("at %d, %q is drawn as %q", width, want, got)
				}
			}
		}
	}
}

// TestReviewIsWhole does so with the JSON that Review shows.
func TestReviewIsWhole(t *testing.T) {
	s := &session{styles: newStyles(true)}
	for width := 30; width <= 120; width++ {
		for _, text := range exactTexts {
			want := fmt.Sprintf(`{"a": %q, "n": [1, 23, true], "b": null}`, strings.ReplaceAll(text, "\t", " "))
			rows := drawnRows(t, ansi.Hardwrap(s.colourJSON(want), width, true), width)
			if got := strings.Join(rows, ""); got != want {
				t.Fatalf("at %d, %q is drawn as %q", width, want, got)
			}
		}
	}
}
