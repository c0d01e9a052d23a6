// Command bare is what the wizard is measured against: the least that Bubble
// Tea can do for one text field.
package main

import (
	"fmt"
	"os"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

type model struct{ field textinput.Model }

func (m model) Init() tea.Cmd { return textinput.Blink }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	m.field, cmd = m.field.Update(msg)
	return m, cmd
}

func (m model) View() tea.View {
	v := tea.NewView(m.field.View())
	v.AltScreen = true
	return v
}

func main() {
	field := textinput.New()
	field.Focus()
	if _, err := tea.NewProgram(model{field}, tea.WithFPS(120)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
