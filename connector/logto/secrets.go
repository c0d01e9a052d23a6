package logto

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"logto-twilio/connector/redact"
)

// knownSecrets are the auth tokens that were sent to a Logto or read from it. It may
// repeat them in any later answer.
type knownSecrets struct {
	mu     sync.Mutex
	tokens []string
}

func (k *knownSecrets) add(tokens []string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, token := range tokens {
		if !slices.Contains(k.tokens, token) {
			k.tokens = append(k.tokens, token)
		}
	}
}

func (k *knownSecrets) list() []string {
	k.mu.Lock()
	defer k.mu.Unlock()
	return slices.Clone(k.tokens)
}

// filter hides the secrets in whatever is shown of an answer to r.
func (c *Client) filter(r request) *redact.Filter {
	_, credentials, _ := strings.Cut(r.authorization, " ")
	return redact.NewFilter(append(c.secrets.list(), credentials, c.app.Secret, url.QueryEscape(c.app.Secret)))
}
