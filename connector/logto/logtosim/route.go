package logtosim

import (
	"net/http"
	"strings"
	"time"
)

// maxBody is Logto's limit for a body, in bytes.
const maxBody = 1 << 20

// operation is one of Logto's operations; {id} in its path is one segment.
type operation struct {
	method, path string
	do           func(*Server, call) answer
}

// operations are all that the server knows of the API.
var operations = []operation{
	{"GET", "/api/connectors", (*Server).list},
	{"POST", "/api/connectors", (*Server).create},
	{"GET", "/api/connectors/{id}", (*Server).get},
	{"PATCH", "/api/connectors/{id}", (*Server).patch},
	{"DELETE", "/api/connectors/{id}", (*Server).remove},
	{"POST", "/api/connectors/{id}/test", (*Server).test},
	{"GET", "/api/connector-factories/{id}", (*Server).factory},
	{"GET", "/api/sign-in-exp", (*Server).getExperience},
	{"PATCH", "/api/sign-in-exp", (*Server).patchExperience},
	{"GET", "/api/account-center", (*Server).getAccount},
	{"PATCH", "/api/account-center", (*Server).patchAccount},
	{"GET", "/api/captcha-provider", (*Server).getCAPTCHA},
	{"POST", "/api/verification-codes", (*Server).sendCode},
	{"POST", "/api/verification-codes/verify", (*Server).verifyCode},
	{"GET", "/api/logs", (*Server).getLogs},
}

// call is a request on its way through an operation.
type call struct {
	request *http.Request
	id      string // from the path
	body    []byte
}

// record records a request and returns the wire that it goes through, nil for none.
func (s *Server) record(r *http.Request) Wire {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, Request{r.Method, r.URL.Path})
	return s.wire
}

// handle finds the answer to a request.
func (s *Server) handle(r *http.Request, body []byte) answer {
	s.mu.Lock()
	a := s.dispatch(r, body)
	s.mu.Unlock()
	if a.later != nil {
		return a.later()
	}
	return a
}

// dispatch carries out the operation of a request, the server's lock held.
func (s *Server) dispatch(r *http.Request, body []byte) answer {
	if r.Method == http.MethodPost && r.URL.Path == "/oidc/token" {
		return s.grant(r, body)
	}
	var others []string // the methods that the path knows
	for _, o := range operations {
		id, ok := match(o.path, strings.TrimSuffix(r.URL.Path, "/"))
		switch {
		case !ok:
			continue
		case o.method != r.Method:
			others = append(others, o.method)
			continue
		}
		if a, ok := s.authorize(r); !ok {
			return a
		}
		if len(body) > maxBody {
			return noSuchPath()
		}
		return o.do(s, call{r, id, body})
	}
	if len(others) > 0 {
		a := text(http.StatusMethodNotAllowed)
		a.header = http.Header{"Allow": {strings.Join(others, ", ")}}
		return a
	}
	return noSuchPath()
}

// match compares a path with that of an operation and returns its {id}.
func match(pattern, path string) (id string, ok bool) {
	before, after, variable := strings.Cut(pattern, "{id}")
	if !variable {
		return "", pattern == path
	}
	rest, ok := strings.CutPrefix(path, before)
	if !ok {
		return "", false
	}
	id, ok = strings.CutSuffix(rest, after)
	return id, ok && id != "" && !strings.Contains(id, "/")
}

// authorize looks at the token of a request; false where it opens nothing, with
// the answer.
func (s *Server) authorize(r *http.Request) (answer, bool) {
	header := r.Header.Get("Authorization")
	value, isBearer := strings.CutPrefix(header, "Bearer") // a blank or anything follows, and then the token
	value = value[min(1, len(value)):]
	t, known := s.tokens[value]
	switch {
	case header == "":
		return refuse(http.StatusUnauthorized, "auth.authorization_header_missing", "Authorization header is missing."), false
	case !isBearer:
		return refuseWith(http.StatusUnauthorized, "auth.authorization_token_type_not_supported",
			"Authorization type is not supported.", map[string]any{"supportedTypes": []string{"Bearer"}}), false
	case !known && strings.Count(value, ".") == 2: // a token in form, of another Logto
		return unauthorized(map[string]any{"code": "ERR_JWKS_NO_MATCHING_KEY", "name": "JWKSNoMatchingKey"}), false
	case !known:
		return unauthorized(map[string]any{"code": "ERR_JWS_INVALID", "name": "JWSInvalid"}), false
	case !time.Now().Before(t.expires):
		return unauthorized(map[string]any{
			"code": "ERR_JWT_EXPIRED", "name": "JWTExpired", "claim": "exp", "reason": "check_failed",
			"payload": map[string]any{
				"jti": "x", "sub": DemoID, "client_id": DemoID, "iss": DemoEndpoint + "/oidc", "aud": Resource,
				"scope": t.scope, "iat": t.expires.Add(-lifetime).Unix(), "exp": t.expires.Unix(),
			},
		}), false
	case t.scope != "all":
		return forbidden(), false
	}
	return answer{}, true
}

func unauthorized(data any) answer {
	return refuseWith(http.StatusUnauthorized, "auth.unauthorized", "Unauthorized. Please check credentials and its scope.", data)
}
