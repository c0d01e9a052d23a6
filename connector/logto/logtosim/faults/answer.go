package faults

import (
	"cmp"
	"context"
	"encoding/json"
	"io"
	"net/http"

	"logto-twilio/connector/logto/logtosim"
	"logto-twilio/connector/simnet"
	"logto-twilio/connector/simnet/trouble"
)

// asks reports whether Logto does what it is asked to all the same.
func (e Effect) asks() bool {
	switch e {
	case "", LostAnswer, Slow, CutOff, DroppedField, Meanwhile:
		return true
	}
	return false
}

// instead is what a caller gets where Logto is not asked.
func (e Effect) instead(r *http.Request) (*http.Response, error) {
	switch e {
	case Down:
		return nil, simnet.Refused()
	case LostRequest:
		return nil, trouble.Reset()
	case HTMLPage:
		return trouble.Page(r, http.StatusOK, "Welcome to this network"), nil
	case BadGateway:
		return trouble.Page(r, http.StatusBadGateway, "502 Bad Gateway"), nil
	case ServerError:
		return reply(r, http.StatusInternalServerError, `{"message":"Internal server error."}`), nil
	case TooMany:
		return reply(r, http.StatusTooManyRequests, `{"code":"request.too_many","message":"Too many requests."}`), nil
	case Forbidden:
		return reply(r, http.StatusForbidden,
			`{"code":"auth.forbidden","message":"Forbidden. Please check your user roles and permissions."}`), nil
	case OtherAPI:
		return unfitClaim(r, "aud"), nil
	case OtherAddress:
		return unfitClaim(r, "iss"), nil
	case Redirecting:
		a := trouble.Page(r, http.StatusTemporaryRedirect, "Moved")
		a.Header.Set("Location", RedirectTarget+r.URL.Path)
		return a, nil
	}
	<-r.Context().Done() // Hanging
	return nil, context.Cause(r.Context())
}

// spoil is what becomes of an answer of Logto's.
func (f Fault) spoil(s *logtosim.Server, a *http.Response) (*http.Response, error) {
	switch f.Effect {
	case LostAnswer:
		return nil, trouble.Reset()
	case Slow:
		return a, simnet.Sleep(a.Request.Context(), cmp.Or(f.Delay, SlowAnswer))
	case CutOff:
		body, err := io.ReadAll(a.Body)
		if err != nil {
			return nil, err
		}
		simnet.SetBody(a, body[:len(body)/2])
	case DroppedField:
		for _, row := range s.Rows() {
			row.Config = withoutTemplates(row.Config)
			s.Put(row)
		}
	}
	return a, nil
}

// withoutTemplates is a stored configuration without its templates.
func withoutTemplates(config json.RawMessage) json.RawMessage {
	var fields map[string]json.RawMessage
	if json.Unmarshal(config, &fields) != nil {
		return config
	}
	delete(fields, "templates")
	rest, _ := json.Marshal(fields) // it was read from JSON
	return rest
}

// unfitClaim is Logto's answer to a token with a claim that is not as it should be.
func unfitClaim(r *http.Request, claim string) *http.Response {
	return reply(r, http.StatusUnauthorized, `{"code":"auth.unauthorized",`+
		`"data":{"claim":"`+claim+`","code":"ERR_JWT_CLAIM_VALIDATION_FAILED","name":"JWTClaimValidationFailed","reason":"check_failed"},`+
		`"message":"Unauthorized. Please check credentials and its scope."}`)
}

// reply is an answer of Logto's.
func reply(r *http.Request, status int, body string) *http.Response {
	return simnet.Answer(r, status, http.Header{"Content-Type": {"application/json; charset=utf-8"}}, []byte(body))
}
