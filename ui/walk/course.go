package walk

import "slices"

// Course is the way through the steps.
type Course struct {
	Walk *Walk
	// returnTo is where a finished step leads to after a jump; Start: nowhere.
	returnTo Step
}

// First is the step to begin at: a file without a token begins with that.
func (s *Setup) First() Step {
	if s.Walk.Opened != "" && s.Walk.AuthToken == "" && !slices.ContainsFunc(s.Walk.Abandoned, s.Edits) {
		return Credentials
	}
	return Start
}

// Next is the step after the one that was answered; false after the last.
func (c *Course) Next() (Step, bool) {
	if c.Walk.Step == Save {
		return Save, false
	}
	to := c.Walk.Step + 1
	if c.returnTo != Start {
		to, c.returnTo = c.returnTo, Start
	}
	return to, true
}

// Back is the step before, or the one that was jumped from; false before the first.
func (c *Course) Back() (Step, bool) {
	to := c.returnTo
	c.returnTo = Start
	switch {
	case c.Walk.Step == Start:
		return Start, false
	case to > c.Walk.Step:
		return to, true
	}
	return c.Walk.Step - 1, true
}

// Jump is the step to, which leads back to Review when it is done.
func (c *Course) Jump(to Step) Step {
	c.returnTo = Review
	return to
}

// Resume is the step at which a draft was left, by way of the token, which no draft
// holds.
func (c *Course) Resume(at Step) Step {
	if at > Credentials && c.Walk.AuthToken == "" {
		c.returnTo = at
		return Credentials
	}
	return at
}
