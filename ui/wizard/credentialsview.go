package wizard

import (
	"strings"

	"charm.land/bubbles/v2/key"

	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

func (c *credentials) View() view {
	s := c.s
	head := s.heading("credentials")
	form, top, bottom := c.form.view()
	if c.choose != nil && s.height < 14 { // what was found matters more than what was asked
		form, top, bottom = "", 0, 0
	}
	n := strings.Count(head, "\n")
	v := view{text: head + form, top: top + n, bottom: bottom + n}
	add := func(text string) {
		v.text += "\n\n" + text
		v.bottom = strings.Count(v.text, "\n")
	}
	for _, check := range c.toSay() {
		add(s.status(check, s.width))
	}
	if c.err != nil {
		add(s.failure(c.err, s.width))
	}
	if c.pending != nil {
		add(c.pending.view())
	}
	if c.choose != nil {
		text, _, _ := c.choose.view()
		add(text)
		v.top = v.bottom - strings.Count(text, "\n")
	}
	return v
}

// toSay are the checks that are worth the room they take: the worst.
func (c *credentials) toSay() []account.Check {
	checks := walk.CredentialsToSay(c.checks)
	if c.s.height < 14 && len(checks) > 1 {
		return checks[:1]
	}
	return checks
}

func (c *credentials) ShortHelp() []key.Binding {
	k := c.s.keys
	switch {
	case c.pending != nil:
		return []key.Binding{k.Cancel}
	case c.choose != nil:
		return []key.Binding{k.Next, k.Back, k.Up, k.Down}
	case c.form.at == 1 && c.form.value(1) != "":
		return []key.Binding{k.Next, k.Back, k.Reveal, k.ShiftTab}
	case c.form.at > 0:
		return []key.Binding{k.Next, k.Back, k.ShiftTab}
	}
	return []key.Binding{k.Next, k.Back, k.Tab}
}

func (c *credentials) FullHelp() []key.Binding {
	k := c.s.keys
	region := k.Region
	region.SetEnabled(!c.s.Walk.HostAsked)
	return []key.Binding{k.Next, k.Tab, k.ShiftTab, k.Reveal, region, k.Back}
}

// Page is the page that what was found leads to.
func (c *credentials) Page() string { return pageOf(c.toSay()) }
