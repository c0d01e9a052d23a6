package logtosim

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// lifetime is how long a token can be used.
const lifetime = time.Hour

// grant answers POST /oidc/token as the OIDC provider does that Logto is built on.
func (s *Server) grant(r *http.Request, body []byte) answer {
	form, err := url.ParseQuery(string(body))
	if err != nil || form.Get("grant_type") != "client_credentials" {
		return oidcError(http.StatusBadRequest, "invalid_request", "Request is invalid.", "missing required parameter(s)")
	}
	id, secret, given := r.BasicAuth()
	if given { // both parts are encoded (RFC 6749, section 2.3.1)
		id, _ = url.QueryUnescape(id)
		secret, _ = url.QueryUnescape(secret)
	}
	id, secret = cmp.Or(id, form.Get("client_id")), cmp.Or(secret, form.Get("client_secret"))
	const invalidClient = "An OIDC error occurred: oidc.invalid_client."
	switch {
	case id == "":
		return oidcError(http.StatusBadRequest, "invalid_request", "Request is invalid.", "no client authentication mechanism provided")
	case id != DemoID && id != UnprivilegedID:
		return oidcError(http.StatusBadRequest, "invalid_client", invalidClient, "invalid client "+id)
	case secret != DemoSecret:
		return oidcError(http.StatusUnauthorized, "invalid_client", invalidClient, "client authentication failed")
	case !form.Has("resource"):
		return oidcError(http.StatusBadRequest, "invalid_target", "Invalid resource indicator.",
			"both `resource` and `organization_id` are not provided")
	case form.Get("resource") != Resource:
		return oidcError(http.StatusBadRequest, "invalid_target", "Invalid resource indicator.",
			"resource indicator is missing, or unknown")
	}
	granted := map[string]any{"expires_in": int(lifetime.Seconds()), "token_type": "Bearer"}
	t := token{expires: time.Now().Add(lifetime)}
	if id == DemoID && strings.Contains(form.Get("scope"), "all") {
		t.scope = "all"
		granted["scope"] = t.scope
	}
	value := fmt.Sprintf("simulated.access-token.%d", len(s.tokens)+1)
	s.tokens[value], granted["access_token"] = t, value
	return reply(http.StatusOK, granted)
}

// oidcError is an error of the OIDC provider in Logto's dress.
func oidcError(status int, code, message, description string) answer {
	return reply(status, map[string]any{
		"code": "oidc." + code, "message": message, "error": code, "error_description": description,
	})
}
