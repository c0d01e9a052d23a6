package wizard

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/connector/account"
	"logto-twilio/ui/walk"
)

// credentials asks for the Account SID and the auth token, and checks them with Twilio.
type credentials struct {
	s       *session
	form    *form
	pending *pending
	err     error
	checks  []account.Check
	choices *form // what to do after an error or a warning
	first   int   // the question to begin with
}

func newCredentials(s *session) *credentials {
	c := &credentials{s: s}
	c.build()
	switch {
	case s.problemPath == "/host" && s.Walk.HostAsked:
		c.first = 2
	case s.problemPath == "/authToken", s.Walk.AccountSID != "" && s.Walk.AuthToken == "":
		c.first = 1
	}
	if s.Walk.Checked() {
		c.checks = s.Walk.AccountChecks()
	}
	return c
}

// build makes the form of the questions that are asked now.
func (c *credentials) build() {
	var fields []*field
	for _, q := range c.s.Walk.CredentialQuestions() {
		fields = append(fields, c.s.textQuestion(q))
	}
	c.form = newForm(c.s, fields...)
}

// askHost adds the question for another region, and goes to it.
func (c *credentials) askHost() tea.Cmd {
	c.s.Walk.AskHost()
	c.build()
	c.Resize(c.s.width, c.s.height)
	return c.form.focus(len(c.form.fields) - 1)
}

func (c *credentials) Enter() tea.Cmd { return c.form.focus(c.first) }

func (c *credentials) Resize(width, height int) {
	c.form.resize(width, height < 14)
	if c.choices != nil {
		c.choices.resize(width, height < 14)
	}
}

func (c *credentials) Update(msg tea.Msg) tea.Cmd {
	if c.pending != nil {
		return c.whilePending(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, c.s.keys.Back) {
		if c.choices != nil {
			return c.then(walk.Edit)
		}
		return c.s.backward()
	}
	if c.choices != nil {
		done, cmd := c.choices.update(msg)
		if done {
			return c.then(c.choices.value(0))
		}
		return cmd
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, c.s.keys.Region) && !c.s.Walk.HostAsked {
		return c.askHost()
	}
	if paste, ok := msg.(tea.PasteMsg); ok {
		if cmd, taken := c.paste(paste.Content); taken {
			return cmd
		}
	}
	done, cmd := c.form.update(msg)
	c.keep()
	if !done {
		return cmd
	}
	if c.s.Walk.Checked() {
		return c.s.forward()
	}
	return c.check()
}

// paste takes a paste that is more than the value of its field: both values, or a token
// in the field of the Account SID, where everybody could read it. After a typed "AC" the
// paste is the rest of a SID, and stays.
func (c *credentials) paste(text string) (cmd tea.Cmd, taken bool) {
	sid, token, both := walk.PastedCredentials(text)
	before := c.form.value(0)
	switch {
	case both:
		c.put(0, sid)
		c.put(1, token)
		return c.form.focus(1), true
	case c.form.at == 0 && sid == "" && token != "" && (before == "" || connector.Classify(before) == connector.PastedAccountSID):
		c.put(1, token)
		return nil, true
	}
	return nil, false
}

// put gives the i-th field a value that was pasted.
func (c *credentials) put(i int, value string) {
	x := c.form.fields[i]
	x.set(value)
	x.shown, x.edited = true, true
	c.keep()
}

// keep puts what was typed into the walk, so that going back loses nothing.
func (c *credentials) keep() {
	for i, q := range c.s.Walk.CredentialQuestions() {
		q.Set(c.s.Walk, c.form.value(i))
	}
	if !c.s.Walk.Checked() {
		c.checks = nil
	}
}

// check asks Twilio for the account.
func (c *credentials) check() tea.Cmd {
	c.err, c.choices = nil, nil
	client := c.s.Client()
	return await(c.s, &c.pending, c.s.tr.T("credentials.checking"),
		func(ctx context.Context) (walk.Owner, error) { return walk.AskOwner(ctx, client) })
}

func (c *credentials) whilePending(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[walk.Owner]:
		cancelled := c.pending.cancelled
		if !takeAnswer(&c.pending, msg) {
			return nil
		}
		switch {
		case cancelled:
			return c.form.focus(c.form.at)
		case msg.err != nil:
			c.err = msg.err
			c.s.Walk.NoteUnchecked(msg.err)
			return c.askAfter()
		}
		c.s.Walk.SetAccount(msg.value.Account, msg.value.Balance)
		c.checks = c.s.Walk.AccountChecks()
		if !walk.Worth(c.checks) {
			return c.s.forward()
		}
		return c.askAfter()
	}
	return c.pending.update(msg)
}

// askAfter offers what can be done after a check.
func (c *credentials) askAfter() tea.Cmd {
	c.choices = newForm(c.s, firstOf(c.s.tr.T("credentials.now"), c.s.Walk.AfterCheck(c.s.tr, c.checks, c.err)))
	c.choices.resize(c.s.width, true)
	return tea.Batch(c.form.blur(), c.choices.focus(0))
}

func (c *credentials) then(value string) tea.Cmd {
	c.choices = nil
	switch value {
	case walk.GoOn:
		return c.s.forward()
	case walk.Again:
		return c.check()
	case walk.Region:
		c.err = nil
		return c.askHost()
	}
	c.err = nil
	return c.form.focus(1)
}

func (c *credentials) View() view {
	s := c.s
	head := s.heading("credentials")
	v := under(head, c.form.view())
	if c.choices != nil && s.height < 14 { // no room for the questions
		v = under(head, view{})
	}
	for _, check := range c.toSay() {
		v.add(s.status(check, s.width))
	}
	if c.err != nil {
		v.add(s.failure(c.err, s.width))
	}
	if c.pending != nil {
		v.add(c.pending.view())
	}
	if c.choices != nil {
		v.add(c.choices.view().text)
		v.top = v.bottom - c.choices.lines() + 1
	}
	return v
}

// toSay are the checks to show: on a small screen only the first, the worst.
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
	case c.choices != nil:
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

// Link is the page to which the checks lead.
func (c *credentials) Link() string { return linkOf(c.toSay()) }
