package cli

import (
	"encoding/json"

	"logto-twilio/connector/logto"
	"logto-twilio/ui/walk"
)

// show says what is there, what changes, and what is deleted.
func (c *pushCommand) show(plan logto.Plan) {
	c.showLines(walk.PlanText(c.Printer, c.client.Host(), plan))
}

// pushReport is what --json writes. Its shape is stable, and the help describes
// it; message and hint follow the language, all else does not.
type pushReport struct {
	Endpoint   string            `json:"endpoint"` // "" where no Logto was named
	Resource   string            `json:"resource"`
	Action     *logto.Action     `json:"action"` // null where Logto could not be looked at
	Connectors []reportConnector `json:"connectors"`
	Several    bool              `json:"several"`
	Hidden     logto.Kind        `json:"hidden"` // why no connector could be seen, "" where they could
	Deletes    []reportConnector `json:"deletes"`
	Changes    []reportChange    `json:"changes"`
	Outcome    logto.Outcome     `json:"outcome"`
	Test       *string           `json:"test"` // "sent", "refused" or "unknown"; null where none was asked for
	ended
}

// reportConnector is a connector in a report.
type reportConnector struct {
	ID          string `json:"id"`
	ConnectorID string `json:"connectorId"`
	Name        string `json:"name"`
}

// reportChange is a change in a report. Old and New are JSON values, null where
// there is none and where it is the token.
type reportChange struct {
	Path      string           `json:"path"`
	Change    logto.ChangeKind `json:"change"`
	UsageType *string          `json:"usageType"`
	Old       json.RawMessage  `json:"old"`
	New       json.RawMessage  `json:"new"`
	Secret    bool             `json:"secret"`
}

// newPushReport is the report of a push that has not begun.
func newPushReport() *pushReport {
	return &pushReport{
		Outcome:    logto.Unchanged,
		Connectors: []reportConnector{}, Deletes: []reportConnector{}, Changes: []reportChange{},
	}
}

// planned notes a plan.
func (r *pushReport) planned(plan logto.Plan) {
	list := func(connectors []logto.Connector) []reportConnector {
		l := []reportConnector{} // an empty list is no null
		for _, c := range connectors {
			l = append(l, reportConnector{c.ID, c.FactoryID, c.Name("en")})
		}
		return l
	}
	r.Action, r.Several = &plan.Action, plan.State.Several
	r.Hidden = plan.State.Hidden
	r.Connectors, r.Deletes = list(plan.State.SMS), list(plan.Deletes)
	for _, c := range plan.Changes {
		change := reportChange{Path: c.Path, Change: c.Kind, Old: value(c.Old), New: value(c.New), Secret: c.Secret}
		if usage := string(c.Usage); usage != "" {
			change.UsageType = &usage
		}
		r.Changes = append(r.Changes, change)
	}
}

// value is a JSON value, null for none.
func value(text string) json.RawMessage {
	if text == "" {
		return nil
	}
	return json.RawMessage(text)
}

// tested notes what became of the test.
func (r *pushReport) tested(err error) {
	outcome := string(walk.LogtoTestOf(err))
	r.Test = &outcome
}
