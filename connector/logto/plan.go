package logto

import (
	"slices"

	"logto-twilio/connector"
)

// Action is what a push does. It is stable: scripts match on it.
type Action string

// The actions.
const (
	Nothing Action = "none"
	Patch   Action = "patch" // the configuration of the Twilio connector that is there
	Post    Action = "post"  // a new connector, which deletes every other for SMS
)

// Plan is the least that makes a Logto have a configuration.
type Plan struct {
	Action  Action
	State   State    // what it was made from
	Desired Config   // what is to be there
	Changes []Change // against the Twilio connector that is there, or against nothing
	// Deletes are the connectors that a Post deletes. Where State.Several is set,
	// they are several that Logto does not name; where State.Hidden is, it is not
	// known whether there is any.
	Deletes []Connector
}

// NewPlan plans how to get from what is there to the configuration of a document.
// The error is that of [Desired].
func NewPlan(state State, d *connector.Document) (Plan, error) {
	desired, err := Desired(d)
	if err != nil {
		return Plan{}, err
	}
	p := Plan{Action: Post, State: state, Desired: desired}
	twilio, ok := state.Twilio()
	p.Changes = twilio.Config.Changes(desired)
	switch {
	case !ok:
		p.Deletes = state.SMS
	case twilio.Config.Equal(desired):
		p.Action = Nothing
	default:
		p.Action = Patch
	}
	return p, nil
}

// Destroys reports whether carrying the plan out deletes a connector, or may.
func (p Plan) Destroys() bool {
	return p.State.Several || p.State.Hidden != "" || len(p.Deletes) > 0
}

// same reports whether two looks at a Logto saw the same.
func (s State) same(o State) bool {
	return s.Several == o.Several && s.Hidden == o.Hidden && slices.EqualFunc(s.SMS, o.SMS, func(a, b Connector) bool {
		return a.ID == b.ID && a.FactoryID == b.FactoryID && a.Config.Equal(b.Config)
	})
}

// has reports whether exactly this configuration is there.
func (s State) has(desired Config) bool {
	twilio, ok := s.Twilio()
	return ok && twilio.Config.Equal(desired)
}
