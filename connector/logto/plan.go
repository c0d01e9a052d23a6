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
	// Deletes are the connectors that a Post deletes. Where There.Several is set,
	// they are several that Logto does not name; where There.Hidden is, it is not
	// known whether there is any.
	Deletes []Connector
}

// NewPlan plans how to get from what is there to the configuration of a document.
// The error is that of Wanted.
func NewPlan(there State, d *connector.Document) (Plan, error) {
	wanted, err := Desired(d)
	if err != nil {
		return Plan{}, err
	}
	p := Plan{Action: Post, State: there, Desired: wanted}
	twilio, ok := there.Twilio()
	p.Changes = twilio.Config.Changes(wanted)
	switch {
	case !ok:
		p.Deletes = there.SMS
	case twilio.Config.Equal(wanted):
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
func (t State) same(o State) bool {
	return t.Several == o.Several && t.Hidden == o.Hidden && slices.EqualFunc(t.SMS, o.SMS, func(a, b Connector) bool {
		return a.ID == b.ID && a.FactoryID == b.FactoryID && a.Config.Equal(b.Config)
	})
}

// has reports whether exactly this configuration is there.
func (t State) has(wanted Config) bool {
	twilio, ok := t.Twilio()
	return ok && twilio.Config.Equal(wanted)
}
