//go:build unix

package export

import (
	"fmt"
	"io"
	"net/http"
)

// The application that the script is given. Its secret has what a setting of curl
// has to quote.
const (
	applicationID     = "machine"
	applicationSecret = `s3cr"et\of:the machine`
	accessToken       = "eyJhbGciOiJFUzM4NCJ9.access.token"
)

// logto is as much of a Logto as the script meets (recorded from Logto 1.42.0).
type logto struct {
	connectors string // what GET /api/connectors answers
	listed     int    // its status
	token      string // what POST /oidc/token answers
	refusal    string // what it answers to somebody else
	status     int    // of the last request
	answer     string

	resource string
	method   string
	path     string
	body     []byte
}

func (l *logto) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	if r.URL.Path == "/oidc/token" {
		id, secret, _ := r.BasicAuth()
		l.resource = r.PostFormValue("resource")
		if id != applicationID || secret != applicationSecret || r.PostFormValue("grant_type") != "client_credentials" || r.PostFormValue("scope") != "all" {
			w.WriteHeader(http.StatusUnauthorized)
			fmt.Fprint(w, l.refusal)
			return
		}
		fmt.Fprint(w, l.token)
		return
	}
	switch {
	case r.Header.Get("Authorization") != "Bearer "+accessToken:
		w.WriteHeader(http.StatusUnauthorized)
	case r.Method == http.MethodGet && r.URL.Path == "/api/connectors":
		w.WriteHeader(l.listed)
		fmt.Fprint(w, l.connectors)
	default:
		l.method, l.path = r.Method, r.URL.Path
		l.body, _ = io.ReadAll(r.Body)
		w.WriteHeader(l.status)
		fmt.Fprint(w, l.answer)
	}
}

// newLogto is a Logto where all goes well.
func newLogto() *logto {
	return &logto{
		connectors: `[]`, listed: http.StatusOK, status: http.StatusOK, answer: `{"id":"new","config":{"authToken":"` + hidden + `"}}`,
		refusal: `{"code":"oidc.invalid_client","message":"client authentication \u001b[31mfailed"}`,
		token:   `{"access_token":"` + accessToken + `","expires_in":3600,"token_type":"Bearer","scope":"all"}`,
	}
}
