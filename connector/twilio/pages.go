package twilio

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"time"
)

// The limits of a list: a longer one is taken for endless.
const (
	maxPages   = 200
	maxRecords = 20_000
	maxTime    = 3 * time.Minute
)

// pageOf is a page as twilio-go reads it, P, and how to open it: its records,
// nil where the answer is no such list, and the address of the next page.
type pageOf[P, R any] struct {
	first func() (*P, error)
	open  func(*P) (records []R, next *string)
}

// each calls f with the records of each page as soon as it has arrived. twilio-go's own
// List and Stream functions would follow pages for ever, and leak a goroutine when
// nobody reads on.
func (p pageOf[P, R]) each(x *exchange, f func([]R)) error {
	return p.while(x, func(records []R) bool {
		f(records)
		return true
	})
}

// while is each until f returns false.
func (p pageOf[P, R]) while(x *exchange, f func([]R) bool) error {
	outer := x.ctx
	ctx, cancel := context.WithTimeout(outer, maxTime)
	defer cancel()
	x.ctx = ctx
	defer func() { x.ctx = outer }()
	seen := map[string]bool{}
	total := 0
	page, err := p.first()
	for {
		if err != nil {
			return x.failed(err)
		}
		records, next := p.open(page)
		if records == nil {
			return x.unintelligible("an answer without the list that was asked for")
		}
		if !f(records) || next == nil || *next == "" {
			return nil
		}
		total += len(records)
		if seen[*next] || len(seen) == maxPages-1 || total > maxRecords {
			return x.unintelligible("a list without an end")
		}
		seen[*next] = true
		page, err = nextPage[P](x, *next)
	}
}

// collect is the records of all pages, each as what is made of it.
func collect[P, R, T any](x *exchange, pages pageOf[P, R], as func(R) T) ([]T, error) {
	var list []T
	err := pages.each(x, func(found []R) {
		for _, r := range found {
			list = append(list, as(r))
		}
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// follow fetches the page at an address that Twilio gave, which api.twilio.com
// does without its host. Where it may point is for [Client.route] to say.
func nextPage[P any](x *exchange, next string) (*P, error) {
	u, err := url.Parse(next)
	if err != nil {
		return nil, x.unintelligible("the next page has no address")
	}
	// not by way of RequestHandler, which rebuilds the host
	answer, err := x.twilio().SendRequest(http.MethodGet, x.asked.ResolveReference(u).String(), nil, nil)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	page := new(P)
	if err := json.NewDecoder(answer.Body).Decode(page); err != nil {
		return nil, err
	}
	return page, nil
}
