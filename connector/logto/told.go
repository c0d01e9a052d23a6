package logto

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"logto-twilio/connector/redact"
)

// told are the auth tokens that a Logto was sent or has itself, and may repeat in any
// answer after that.
type told struct {
	mu     sync.Mutex
	tokens []string
}

func (t *told) add(tokens []string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, token := range tokens {
		if !slices.Contains(t.tokens, token) {
			t.tokens = append(t.tokens, token)
		}
	}
}

func (t *told) list() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.tokens)
}

// filter is for all that is shown of an answer to r.
func (c *Client) filter(r request) *redact.Filter {
	_, credentials, _ := strings.Cut(r.authorization, " ")
	return redact.NewFilter(append(c.told.list(), credentials, c.app.Secret, url.QueryEscape(c.app.Secret)))
}
