package logtosim

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// provider is what is known of the factory of a connector.
type provider struct {
	Target string
	Names  map[string]string
	Email  bool // else it sends SMS
}

// kind is the type of a connector of the provider.
func (p provider) kind() string {
	if p.Email {
		return "Email"
	}
	return "Sms"
}

// providers are the factories of connectors that the server has installed, by
// their ids. Of all but Twilio's, every configuration is taken.
var providers = map[string]provider{
	connector.FactoryID: {Target: "twilio-sms", Names: map[string]string{"en": "Twilio SMS Service", "zh-CN": "Twilio 短信服务",
		"tr-TR": "Twilio SMS Servisi", "ko": "Twilio SMS 서비스"}},
	"vonage-sms":                    {Target: "vonage-sms", Names: map[string]string{"en": "Vonage SMS Service"}},
	"simple-mail-transfer-protocol": {Target: "simple-mail-transfer-protocol", Names: map[string]string{"en": "SMTP"}, Email: true},
	"mock-short-message-service": {Target: "mock-sms", Names: map[string]string{"en": "Mock SMS Service", "zh-CN": "Mock 短信服务",
		"tr-TR": "Mock SMS Servis", "ko": "Mock SMS Service"}},
}

// describe is what every answer about a connector says of its factory.
func describe(factory string) map[string]any {
	p := providers[factory]
	fields := map[string]any{
		"target": p.Target, "name": p.Names, "description": map[string]string{"en": "Simulated."},
		"logo": "./logo.svg", "logoDark": nil, "readme": "# Simulated\n", "platform": nil, "type": p.kind(), "isDemo": false,
	}
	if strings.HasPrefix(factory, "mock-") {
		fields["configTemplate"] = "{}"
	} else {
		fields["formItems"] = []any{}
	}
	return fields
}

// whole is a connector as Logto answers it, its secrets in clear.
func (r Row) whole() map[string]any {
	fields := describe(r.FactoryID)
	maps.Copy(fields, map[string]any{
		"id": r.ID, "connectorId": r.FactoryID, "config": r.Config, "metadata": map[string]any{},
		"syncProfile": false, "enableTokenStorage": false, "extraInfo": map[string]any{},
	})
	return fields
}

// factory answers GET /api/connector-factories/{id}.
func (s *Server) factory(c call) answer {
	if _, ok := providers[c.id]; !ok {
		return notThere()
	}
	fields := describe(c.id)
	fields["id"] = c.id
	return reply(http.StatusOK, fields)
}

// installed are the rows whose factory is there; of the others nothing is seen.
func (s *Server) installed() []Row {
	return slices.DeleteFunc(slices.Clone(s.rows), func(r Row) bool {
		_, ok := providers[r.FactoryID]
		return !ok
	})
}

// list answers GET /api/connectors, whatever paging it is asked for; target chooses
// among them.
func (s *Server) list(c call) answer {
	query := c.request.URL.Query()
	if a, ok := guardQuery(query, "target"); !ok {
		return a
	}
	rows, count := s.installed(), map[string]int{}
	for _, r := range rows {
		count[providers[r.FactoryID].kind()]++
	}
	switch {
	case count["Email"] > 1:
		return refuse(http.StatusBadRequest, "connector.more_than_one_email", "The number of Email connectors is larger then 1.")
	case count["Sms"] > 1:
		return refuse(http.StatusBadRequest, "connector.more_than_one_sms", "The number of SMS connectors is larger then 1.")
	}
	connectors := []any{}
	for _, r := range rows {
		if target := query.Get("target"); target == "" || target == providers[r.FactoryID].Target {
			connectors = append(connectors, r.whole())
		}
	}
	return reply(http.StatusOK, connectors)
}

// find finds a row by its id, -1 where there is none.
func (s *Server) find(id string) int {
	return slices.IndexFunc(s.installed(), func(r Row) bool { return r.ID == id })
}

// get answers GET /api/connectors/{id}.
func (s *Server) get(c call) answer {
	at := s.find(c.id)
	if at < 0 {
		return notThere()
	}
	return reply(http.StatusOK, s.installed()[at].whole())
}

// remove answers DELETE /api/connectors/{id}.
func (s *Server) remove(c call) answer {
	if s.find(c.id) < 0 {
		return notThere()
	}
	s.rows = slices.DeleteFunc(s.rows, func(r Row) bool { return r.ID == c.id })
	return answer{status: http.StatusNoContent}
}

// create answers POST /api/connectors: whatever else there is of its type goes.
func (s *Server) create(c call) answer {
	fields, a, ok := object(c.body)
	if !ok {
		return a
	}
	var issues []issue
	id := needs(fields, "connectorId", "string", &issues)
	if _, given := fields["config"]; given {
		needs(fields, "config", "object", &issues)
	}
	if len(issues) > 0 {
		return invalidInput(issues...)
	}
	factory, _ := id.(string) // it is one
	if _, ok := providers[factory]; !ok {
		return refuse(http.StatusUnprocessableEntity, "connector.not_found_with_connector_id",
			"Can not find connector with given standard connector id.")
	}
	config, a, ok := keep(c, factory, fields["config"])
	if !ok {
		return a
	}
	row := Row{FactoryID: factory, Config: config}
	if row.ID, _ = fields["id"].(string); row.ID == "" {
		row.ID = s.newID()
	}
	if s.find(row.ID) >= 0 {
		return internalError() // the key of the table is taken
	}
	s.rows = append(slices.DeleteFunc(s.rows, func(r Row) bool {
		p, ok := providers[r.FactoryID]
		return ok && p.kind() == providers[factory].kind()
	}), row)
	return reply(http.StatusOK, row.whole())
}

// patch answers PATCH /api/connectors/{id}: the whole configuration is replaced.
func (s *Server) patch(c call) answer {
	fields, a, ok := object(c.body)
	if !ok {
		return a
	}
	var issues []issue
	value, given := fields["config"]
	if given {
		needs(fields, "config", "object", &issues)
	}
	if len(issues) > 0 {
		return invalidInput(issues...)
	}
	at := s.find(c.id)
	switch {
	case at < 0:
		return notThere()
	case fields["metadata"] != nil:
		return refuse(http.StatusBadRequest, "connector.cannot_overwrite_metadata_for_non_standard_connector",
			"This connector's 'metadata' cannot be overwritten.")
	case !given:
		return refuse(http.StatusUnprocessableEntity, "entity.invalid_input", "Invalid input. Value list must not be empty.")
	}
	row := s.installed()[at]
	row.Config, a, ok = keep(c, row.FactoryID, value)
	if !ok {
		return a
	}
	s.rows[slices.IndexFunc(s.rows, func(r Row) bool { return r.ID == c.id })] = row
	return reply(http.StatusOK, row.whole())
}

// keep judges the configuration of a request and makes of it what the table keeps;
// false where it is refused, with the answer.
func keep(c call, factory string, value any) (json.RawMessage, answer, bool) {
	if value == nil { // a connector may be made without
		return json.RawMessage("{}"), answer{}, true
	}
	if factory == connector.FactoryID {
		if issues := judge(value); len(issues) > 0 {
			return nil, invalidConfig(issues), false
		}
	}
	switch { // PostgreSQL's jsonb cannot hold either
	case hasNUL(value):
		return nil, internalError(), false
	case hasHalf(c.body):
		return nil, refuse(http.StatusUnprocessableEntity, "entity.invalid_input", "Invalid input. Value list must not be empty."), false
	}
	return stored(clean(value)), answer{}, true
}

// object reads a request's body; false where it is no object, with the answer,
// which names no code where the body was not even read.
func object(body []byte) (map[string]any, answer, bool) {
	var value any
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	err := d.Decode(&value)
	if errors.Is(err, io.EOF) { // no body is an empty one
		value, err = map[string]any{}, nil
	}
	if err != nil { // in JavaScript's words
		return nil, reply(http.StatusBadRequest, map[string]any{"message": "Unexpected end of JSON input"}), false
	}
	if hasProto(value) {
		return nil, reply(http.StatusBadRequest, map[string]any{"message": "Object contains forbidden prototype property"}), false
	}
	fields, ok := value.(map[string]any)
	if !ok {
		return nil, invalidInput(wrongType(value, jsondoc.Object.String())), false
	}
	return fields, answer{}, true
}
