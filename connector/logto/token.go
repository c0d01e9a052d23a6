package logto

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// scope is what the role "Logto Management API access" grants.
const scope = "all"

// early is how long before its end a token is no longer used.
const early = time.Minute

// authorization is the header of a call to the API: with the token that there is,
// or a new one (RFC 6749, section 4.4). Logto refuses a lower-case "bearer".
func (c *Client) authorization(ctx context.Context) (string, *CallError) {
	failures, _ := c.token.failed()
	select {
	case c.token.turn <- struct{}{}:
		defer func() { <-c.token.turn }()
	case <-ctx.Done():
		return "", c.ended(ctx, request{call: CallSignIn}, true)
	}
	if n, failure := c.token.failed(); n > failures { // while this call waited
		return "", failure
	}
	value := c.token.get()
	if value == "" {
		var lasts time.Duration
		var err *CallError
		if value, lasts, err = c.signIn(ctx); err != nil {
			if ctx.Err() == nil { // else it is this call's own end
				c.token.fail(err)
			}
			return "", err
		}
		c.token.set(value, time.Now().Add(lasts-early))
	}
	return "Bearer " + value, nil
}

// get returns the token, "" where there is none that can still be used.
func (t *accessToken) get() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !time.Now().Before(t.expires) {
		return ""
	}
	return t.value
}

// failed is how often no token was to be had, and why at last.
func (t *accessToken) failed() (int, *CallError) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.failures, t.failure
}

// fail notes that no token was to be had.
func (t *accessToken) fail(err *CallError) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.failures++
	t.failure = err
}

// set keeps a token; "" makes the next call ask for a new one.
func (t *accessToken) set(value string, expires time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.value, t.expires = value, expires
}

// signIn asks for a token. One without a scope is an error, NoRole: the API would
// answer it with 403.
func (c *Client) signIn(ctx context.Context) (string, time.Duration, *CallError) {
	r := request{
		call: CallSignIn, method: http.MethodPost, path: "/oidc/token",
		contentType:   "application/x-www-form-urlencoded",
		authorization: c.app.basic(),
		body: []byte(url.Values{
			"grant_type": {"client_credentials"}, "resource": {c.resource}, "scope": {scope},
		}.Encode()),
	}
	body, fail := c.send(ctx, r)
	if fail != nil {
		return "", 0, fail
	}
	var granted struct {
		AccessToken string  `json:"access_token"`
		ExpiresIn   float64 `json:"expires_in"`
		Scope       string  `json:"scope"`
	}
	if err := json.Unmarshal(body, &granted); err != nil || granted.AccessToken == "" {
		return "", 0, c.notLogto(r, http.StatusOK, "an answer without an access token")
	}
	if !slices.Contains(strings.Fields(granted.Scope), scope) {
		e := c.failed(r, NoRole, "")
		e.HTTPStatus = http.StatusOK
		return "", 0, e
	}
	return granted.AccessToken, time.Duration(granted.ExpiresIn * float64(time.Second)), nil
}

// basic is the header that names the application: both parts are encoded before
// they are put together (RFC 6749, section 2.3.1), which of Logto's own changes
// nothing.
func (a Application) basic() string {
	pair := url.QueryEscape(a.ID) + ":" + url.QueryEscape(a.Secret)
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(pair))
}
