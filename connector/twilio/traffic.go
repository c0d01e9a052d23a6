package twilio

import (
	"context"
	"sync"
	"time"

	api "github.com/twilio/twilio-go/rest/api/v2010"

	"logto-twilio/connector/account"
)

// Bounds of reading messages. A page holds fewer than Twilio would give: texts of other
// messages may be long, and an answer is 4 MiB at most.
const (
	trafficPage  = 250
	trafficParts = 4  // of the time, read at once
	trafficPages = 25 // of each part, hence 25,000 messages in all
	trafficTime  = time.Minute
)

// Traffic adds up the messages that a messaging service sent from since until until.
// Twilio lists those of the whole account, the newest first, so that the time is read in
// parts, a few at once; no number is kept. The error is a *account.CallError; what had
// been read is then returned with it.
func (c *Client) Traffic(ctx context.Context, serviceSID string, since, until time.Time) (account.Traffic, error) {
	return c.traffic(ctx, serviceSID, since, until, trafficParts)
}

// traffic is Traffic by a number of parts.
func (c *Client) traffic(ctx context.Context, serviceSID string, since, until time.Time, parts int) (account.Traffic, error) {
	ctx, stop := context.WithTimeout(ctx, trafficTime)
	defer stop()
	since, until = since.Truncate(time.Second), until.Truncate(time.Second) // as exact as Twilio is
	r := trafficReader{client: c, service: serviceSID, stop: stop}
	r.sum.Since, r.sum.Until = since, until
	end := until.Add(time.Second)
	part := (end.Sub(since)/time.Duration(parts) + time.Second).Truncate(time.Second)
	var all sync.WaitGroup
	for from := since; from.Before(end); from = from.Add(part) {
		to := from.Add(part)
		if to.After(end) {
			to = end
		}
		all.Go(func() { r.part(ctx, from, to) })
	}
	all.Wait()
	r.sum.Sort()
	if r.failed != nil {
		return r.sum, r.failed
	}
	return r.sum, nil
}

// trafficReader reads several parts of a time at once.
type trafficReader struct {
	client  *Client
	service string
	stop    func()

	mu     sync.Mutex
	sum    account.Traffic
	failed *account.CallError // the first failure
}

// part reads the messages of a part of the time: from its beginning to before its end.
func (r *trafficReader) part(ctx context.Context, from, to time.Time) {
	type response = api.ListMessageResponse
	x := r.client.exchange(ctx)
	params := new(api.ListMessageParams).SetPathAccountSid(x.account()).SetPageSize(trafficPage).
		SetDateSentAfter(from.UTC()).SetDateSentBefore(to.UTC())
	pages := 0
	err := pageOf[response, api.ApiV2010Message]{
		first: func() (*response, error) { return x.api().PageMessage(params, "", "") },
		open:  func(p *response) ([]api.ApiV2010Message, *string) { return p.Messages, p.NextPageUri },
	}.while(x, func(found []api.ApiV2010Message) bool {
		pages++
		return r.add(x, found, from, to, pages)
	})
	r.mu.Lock()
	defer r.mu.Unlock()
	if err != nil && r.failed == nil {
		r.failed = x.failed(err)
		r.stop() // the others need not be waited for
	}
}

// add counts the messages of a page and reports whether the next one is to be read.
func (r *trafficReader) add(x *exchange, found []api.ApiV2010Message, from, to time.Time, pages int) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	older := false
	for _, m := range found {
		at, ok := sentAt(m)
		older = older || ok && at.Before(from)
		if !ok || at.Before(from) || !at.Before(to) || value(m.MessagingServiceSid) != r.service {
			continue // Twilio may take a date for the whole day
		}
		r.sum.Add(account.MessageStatus(x.name(m.Status)), code(m))
	}
	if pages == trafficPages && !older {
		r.sum.Cut = true
	}
	return pages < trafficPages && !older
}

// sentAt is when a message was sent, or else made: one that failed may never have been.
func sentAt(m api.ApiV2010Message) (time.Time, bool) {
	for _, s := range []*string{m.DateSent, m.DateCreated} {
		if t, err := time.Parse(time.RFC1123Z, value(s)); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// code is what Twilio reports of a message, 0 for nothing.
func code(m api.ApiV2010Message) int {
	if code := value(m.ErrorCode); code > 0 && code <= account.MaxCode {
		return code
	}
	return 0
}
