package wizard

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"logto-twilio/connector"
	"logto-twilio/ui/walk"
)

// credentials asks for the Account SID and the auth token, and Twilio about them.
type credentials struct {
	s      *session
	form   *form
	wait   *waiting
	err    error
	checks []connector.Check
	choose *form // what to do after an error or a warning

	onToken bool // the token is what is to be mended
}

// The choices after a check.
const (
	chooseGoOn  = "go-on"
	chooseAgain = "again"
	chooseEdit  = "edit"
)

func newCredentials(s *session) *credentials {
	c := &credentials{s: s, onToken: s.mend == "/authToken"}
	c.form = newForm(s, s.textQuestion(walk.AccountSID), s.textQuestion(walk.AuthToken))
	if s.Walk.Checked() {
		c.checks = s.Walk.AccountChecks()
	}
	return c
}

func (c *credentials) Enter() tea.Cmd {
	c.form.at = 0
	if c.onToken || c.s.Walk.AccountSID != "" && c.s.Walk.AuthToken == "" {
		c.form.at = 1
	}
	return c.form.focus(c.form.at)
}

func (c *credentials) Resize(width, height int) {
	c.form.resize(width, height < 14)
	if c.choose != nil {
		c.choose.resize(width, height < 14)
	}
}

func (c *credentials) Update(msg tea.Msg) (step, tea.Cmd) {
	if c.wait != nil {
		return c, c.waited(msg)
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, c.s.keys.Back) {
		return c, c.back()
	}
	if c.choose != nil {
		done, cmd := c.choose.update(msg)
		if done {
			return c, c.chosen(c.choose.value(0))
		}
		return c, cmd
	}
	done, cmd := c.form.update(msg)
	c.keep()
	if !done {
		return c, cmd
	}
	if c.s.Walk.Checked() {
		return c, c.s.forward()
	}
	return c, c.check()
}

// keep puts what was typed into the walk, so that going back loses nothing.
func (c *credentials) keep() {
	walk.AccountSID.Set(c.s.Walk, c.form.value(0))
	walk.AuthToken.Set(c.s.Walk, c.form.value(1))
	if !c.s.Walk.Checked() {
		c.checks = nil
	}
}

// check asks Twilio for the account.
func (c *credentials) check() tea.Cmd {
	c.err, c.choose = nil, nil
	client := c.s.twilio()
	call, cmd := ask(c.s, func(ctx context.Context) (holder, error) { return askAccount(ctx, client) })
	c.wait = newWaiting(c.s, call, c.s.tr.T("credentials.checking"))
	return tea.Batch(cmd, c.wait.start())
}

// holder is whose the credentials are.
type holder struct {
	account connector.Account
	balance *connector.Balance // nil where Twilio did not say: that keeps nobody from going on
}

// askAccount fetches the account, and its balance.
func askAccount(ctx context.Context, client Twilio) (holder, error) {
	account, err := client.Account(ctx)
	if err != nil {
		return holder{}, err
	}
	h := holder{account: account}
	if b, err := client.Balance(ctx); err == nil {
		h.balance = &b
	}
	return h, nil
}

func (c *credentials) waited(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case answer[holder]:
		if msg.id != c.wait.id {
			return nil
		}
		cancelled := c.wait.done
		c.wait = nil
		switch {
		case cancelled:
			return c.form.focus(c.form.at)
		case msg.err != nil:
			c.err = msg.err
			return c.ask()
		}
		c.s.Walk.SetAccount(msg.value.account, msg.value.balance)
		c.checks = c.s.Walk.AccountChecks()
		if !worst(c.checks) {
			return c.s.forward()
		}
		return c.ask()
	}
	return c.wait.update(msg)
}

// worst tells whether a check has something to say.
func worst(checks []connector.Check) bool {
	for _, c := range checks {
		if c.Status != connector.CheckOK {
			return true
		}
	}
	return false
}

// failed tells whether a check says that nothing will be sent.
func failed(checks []connector.Check) bool {
	return slices.ContainsFunc(checks, func(c connector.Check) bool { return c.Status == connector.CheckFailed })
}

// ask offers what can be done after a check.
func (c *credentials) ask() tea.Cmd {
	tr := c.s.tr
	choices := []choice{{chooseGoOn, tr.T("credentials.go-on")}, {chooseEdit, tr.T("credentials.edit")}}
	if failed(c.checks) {
		choices[0], choices[1] = choices[1], choices[0]
	}
	if c.err != nil {
		choices = []choice{{chooseAgain, tr.T("credentials.again")}, {chooseEdit, tr.T("credentials.edit")},
			{chooseGoOn, tr.T("credentials.unchecked")}}
	}
	if refused(c.err) { // asking again would bring the same answer
		choices[0], choices[1] = choices[1], choices[0]
	}
	c.choose = newForm(c.s, chooseField(tr.T("credentials.now"), "", choices[0].value, choices))
	c.choose.resize(c.s.width, true)
	return tea.Batch(c.form.blur(), c.choose.focus(0))
}

// refused tells whether Twilio itself said no.
func refused(err error) bool {
	var e *connector.CallError
	return errors.As(err, &e) && e.Kind == connector.Refused && e.HTTPStatus < 500 && e.HTTPStatus != http.StatusTooManyRequests
}

func (c *credentials) chosen(value string) tea.Cmd {
	c.choose = nil
	switch value {
	case chooseGoOn:
		return c.s.forward()
	case chooseAgain:
		return c.check()
	}
	c.err = nil
	return c.form.focus(1)
}

func (c *credentials) back() tea.Cmd {
	if c.choose != nil {
		return c.chosen(chooseEdit)
	}
	return c.s.backward()
}
