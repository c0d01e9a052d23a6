package logto

import (
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// State is what a Logto has for SMS.
type State struct {
	// SMS are its SMS connectors, of any provider: one at most, since Logto lists
	// none where there are several.
	SMS []Connector
	// Several is set where there is more than one, which only a race of POSTs
	// leaves behind, and which a POST mends.
	Several bool
	// Hidden is why Logto lists no connector, where that has nothing to do with
	// those for SMS: SeveralEmail or SeveralSocial, else "". A POST still works.
	Hidden Kind
}

// Connector is an SMS connector that a Logto has.
type Connector struct {
	ID        string
	FactoryID string            // who provides it: connector.FactoryID is ours
	Names     map[string]string // of the provider, by language
	Config    Config
}

// Name is the name of the provider in a language, else in English, else its id.
func (c Connector) Name(lang string) string {
	return cmp.Or(c.Names[lang], c.Names["en"], c.FactoryID)
}

// Twilio returns the Twilio connector; false where there is none, or several
// connectors of any kind.
func (s State) Twilio() (Connector, bool) {
	if len(s.SMS) == 1 && s.SMS[0].FactoryID == connector.FactoryID {
		return s.SMS[0], true
	}
	return Connector{}, false
}

// SMS looks at the SMS connectors that are there. Secrets, such as the auth token of
// what is to be pushed, are not shown of any answer from then on.
func (c *Client) SMS(ctx context.Context, secrets ...string) (State, error) {
	c.secrets.add(secrets)
	state, err := c.sms(ctx)
	if err != nil {
		return State{}, err
	}
	return state, nil
}

func (c *Client) sms(ctx context.Context) (State, *CallError) {
	r := request{call: CallList, method: http.MethodGet, path: "/api/connectors"}
	body, err := c.call(ctx, &r)
	if err != nil {
		switch err.Kind {
		case SeveralSMS:
			return State{Several: true}, nil
		case SeveralEmail, SeveralSocial:
			return State{Hidden: err.Kind}, nil
		}
		return State{}, err
	}
	var list []listed
	if err := json.Unmarshal(body, &list); err != nil {
		return State{}, c.notLogto(r, http.StatusOK, "a list of connectors that cannot be read")
	}
	return c.forSMS(r, list)
}

// listed is a connector as Logto answers it.
type listed struct {
	ID, ConnectorID, Type string
	Name                  map[string]json.RawMessage
	Config                json.RawMessage
}

// forSMS picks the SMS connectors out of an answer.
func (c *Client) forSMS(r request, list []listed) (State, *CallError) {
	var state State
	for _, item := range list {
		if item.Type != "Sms" {
			continue
		}
		config, err := parseConfig(item.Config)
		if err != nil {
			return State{}, c.notLogto(r, http.StatusOK, err.Error())
		}
		c.secrets.add(authTokens(config))
		found := Connector{ID: c.filter(r).Known(item.ID), FactoryID: c.line(r, item.ConnectorID), Names: map[string]string{}, Config: config}
		for lang, name := range item.Name {
			found.Names[c.line(r, lang)] = c.line(r, text(name))
		}
		state.SMS = append(state.SMS, found)
	}
	return state, nil
}

// look is sms; where no list is to be had, it is the connector of that id, which
// Logto shows whatever the others are.
func (c *Client) look(ctx context.Context, id string) (State, *CallError) {
	state, err := c.sms(ctx)
	switch {
	case err != nil || state.Hidden == "":
		return state, err
	case id == "":
		return State{}, c.failed(request{call: CallList}, state.Hidden, "")
	}
	r := request{call: CallRead, method: http.MethodGet, path: "/api/connectors/" + url.PathEscape(id)}
	body, err := c.call(ctx, &r)
	switch {
	case err != nil && err.Kind == NotFound: // deleted in the meantime
		return State{}, nil
	case err != nil:
		return State{}, err
	}
	var one listed
	if err := json.Unmarshal(body, &one); err != nil {
		return State{}, c.notLogto(r, http.StatusOK, "a connector that cannot be read")
	}
	return c.forSMS(r, []listed{one})
}

// call makes a call to the API with the token.
func (c *Client) call(ctx context.Context, r *request) ([]byte, *CallError) {
	var err *CallError
	if r.authorization, err = c.authorization(ctx); err != nil {
		return nil, err
	}
	return c.send(ctx, *r)
}

// Test asks Logto to send an SMS of a configuration, saved or not: the template
// for Generic, with the code 000000. phone is a number in E.164. It is asked once
// at most: an error whose outcome is unknown may stand for an SMS that was sent.
func (c *Client) Test(ctx context.Context, config Config, phone string) error {
	digits := strings.TrimPrefix(phone, "+") // Logto takes nothing else
	r := c.jsonRequest(CallTest, http.MethodPost, "/api/connectors/"+connector.FactoryID+"/test",
		`{"phone":`+jsondoc.Quote(digits)+`,`, config)
	body, err := c.call(ctx, &r)
	switch {
	case err != nil:
		return err
	case len(body) > 0 && !json.Valid(body): // Logto answers 204
		return c.notLogto(r, http.StatusOK, "a page instead of an answer")
	}
	return nil
}

// write creates the connector, which deletes every other SMS connector, or gives
// the one with that id the configuration. It returns the connector's id, "" with an
// error; all else that Logto answers is not read: what is there afterwards is looked at.
func (c *Client) write(ctx context.Context, action Action, id string, config Config) (string, *CallError) {
	r := c.jsonRequest(CallCreate, http.MethodPost, "/api/connectors", `{"connectorId":"`+connector.FactoryID+`",`, config)
	if action == Patch {
		r = c.jsonRequest(CallPatch, http.MethodPatch, "/api/connectors/"+url.PathEscape(id), "{", config)
	}
	body, err := c.call(ctx, &r)
	if err != nil {
		return "", err
	}
	if !json.Valid(body) {
		return "", c.notLogto(r, http.StatusOK, "a page instead of the connector")
	}
	var made struct{ ID string }
	_ = json.Unmarshal(body, &made) // without an id, the list says what is there
	return cmp.Or(c.filter(r).Known(made.ID), id), nil
}

// jsonRequest is a request with a configuration in its body, after what stands
// before it there.
func (c *Client) jsonRequest(call Call, method, path, before string, config Config) request {
	c.secrets.add(authTokens(config))
	body := before + `"config":` + string(config.Document().Bytes()) + "}"
	return request{
		call: call, method: method, path: path, contentType: "application/json",
		body: []byte(body),
	}
}
