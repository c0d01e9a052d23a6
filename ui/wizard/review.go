package wizard

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"logto-twilio/connector/account"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
	"logto-twilio/export"
	"logto-twilio/ui/i18n"
	"logto-twilio/ui/walk"
)

// review shows what Logto will say, the problems, each with a key to the step where it
// is fixed, and the JSON.
type review struct {
	s        *session
	pane     pane
	problems []problem.Problem
	keyed    []jump // what the keys 1 to 9 lead to
	json     string // coloured
}

// maxShown bounds how much of a large file is shown.
const maxShown = 400 // lines

func newReview(s *session) *review {
	r := &review{s: s, pane: newPane(), problems: s.Walk.Verdict.Problems}
	lines := strings.Split(strings.TrimRight(string(export.Masked(s.Walk.Result())), "\n"), "\n")
	if len(lines) > maxShown {
		lines = append(lines[:maxShown], "…")
	}
	text := strings.ReplaceAll(strings.Join(lines, "\n"), "\t", "    ")
	r.json = s.colourJSON(text)
	return r
}

func (r *review) Enter() tea.Cmd { return nil }

// Resize lays the page out, so that View has nothing to do.
func (r *review) Resize(width, height int) {
	r.pane.fit(width, max(height-1, 1), r.text(width))
}

func (r *review) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	keys := r.s.keys
	switch {
	case !ok:
	case key.Matches(k, keys.Back):
		return r.s.backward()
	case key.Matches(k, keys.Next):
		return r.s.forward()
	case key.Matches(k, keys.Jump):
		if i := int(k.String()[0] - '1'); i < len(r.keyed) {
			return r.s.leaveBy(r.keyed[i])
		}
		return nil
	}
	return r.pane.update(msg)
}

func (r *review) View() view {
	return view{text: r.s.styles.Title.Render(r.s.tr.T("title.review")) + "\n" + r.pane.shown(r.s.styles)}
}

// text is the whole page.
func (r *review) text(width int) string {
	parts := []string{r.s.judged(r.s.Walk.VerdictText(r.s.tr))}
	r.keyed = nil
	for _, f := range r.s.Walk.Verdict.Findings {
		parts = append(parts, r.s.status(f.Check, width)+r.lead(jump{to: f.Step}, "", width))
	}
	for _, p := range r.problems {
		parts = append(parts, r.problem(p, width))
	}
	if len(parts) == 1 {
		parts = append(parts, r.s.styles.OK.Render("✓ ")+hang(wrap(r.s.tr.T("review.no-problems"), width-2)))
	}
	return strings.Join(parts, "\n\n") + "\n\n" + ansi.Hardwrap(r.json, width, true)
}

// judged draws a sentence in the colour of its status.
func (s *session) judged(status account.CheckStatus, text string) string {
	return s.ended(status, i18n.Message{Message: text}, s.width)
}

// problem draws a problem, its place, and the key to the step where it is fixed.
func (r *review) problem(p problem.Problem, width int) string {
	text := r.s.problem(p, width)
	if step, ok := walk.StepOf(p.Path); ok {
		return text + r.lead(jump{step, p.Path}, r.s.Walk.Where(r.s.tr, p.Path), width)
	}
	if place := redact.Line(p.Path, width); place != "" {
		text += "\n" + indent(r.s.styles.Dim.Render(cut(place, width-2)))
	}
	return text
}

// lead gives a step one of the nine keys, and says where it leads.
func (r *review) lead(to jump, place string, width int) string {
	if len(r.keyed) == 9 {
		return ""
	}
	r.keyed = append(r.keyed, to)
	s := r.s
	text := " " + s.tr.T("review.mend", "step", s.tr.T("step."+to.to.Key()))
	if place != "" {
		text += " · " + place
	}
	return "\n" + indent(s.styles.Bold.Render(strconv.Itoa(len(r.keyed)))+s.styles.Dim.Render(cut(text, width-3)))
}

func (r *review) ShortHelp() []key.Binding {
	k := r.s.keys
	keys := append([]key.Binding{k.Next}, r.pane.scrolls(k)...)
	if len(r.keyed) > 0 {
		keys = append(keys, k.Jump)
	}
	return append(keys, k.Back)
}

func (r *review) FullHelp() []key.Binding {
	k := r.s.keys
	return append(r.ShortHelp(), k.Page)
}

// colourJSON colours a formatted JSON text: keys, strings, the mask of the token, and
// the rest.
func (s *session) colourJSON(text string) string {
	var b strings.Builder
	for text != "" {
		i := strings.IndexByte(text, '"')
		if i < 0 {
			b.WriteString(s.literals(text))
			break
		}
		b.WriteString(s.literals(text[:i]))
		end := closing(text[i:])
		word := text[i : i+end]
		text = text[i+end:]
		switch {
		case strings.HasPrefix(strings.TrimLeft(text, " "), ":"):
			b.WriteString(s.styles.Accent.Render(word))
		case word == `"`+redact.Mask+`"`:
			b.WriteString(s.styles.Dim.Render(word))
		default:
			b.WriteString(s.styles.OK.Render(word))
		}
	}
	return b.String()
}

// literals colours true, false, null and numbers, which stand between strings.
func (s *session) literals(text string) string {
	if !strings.ContainsAny(text, "tfn0123456789") {
		return text
	}
	word := strings.Trim(text, " ,:[]{}\n\r\t")
	return strings.Replace(text, word, s.styles.Warn.Render(word), 1)
}

// closing is the length of the JSON string that text begins with.
func closing(text string) int {
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(text)
}
