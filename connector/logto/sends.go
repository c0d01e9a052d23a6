package logto

import (
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"logto-twilio/connector"
)

// Sends are the codes by SMS of a time, as Logto's audit log has them. Codes that the
// Management API or the account center asked for are not in it; those that Logto only
// pretended to send (recovery for an unknown number, sign-in of one while registration is
// off) are, as sent. No number is kept.
type Sends struct {
	Since, Until  time.Time
	Total, Failed int
	By            []SendCount   // the most sent first
	Failures      []SendFailure // the most frequent first
	// Cut is set where there were more than this program reads: the newest were read.
	Cut bool
}

// SendCount is how many codes of a kind were sent, or tried to be.
type SendCount struct {
	Usage         connector.UsageType
	Total, Failed int
}

// SendFailure is one reason why codes of a kind were not sent.
type SendFailure struct {
	Usage      connector.UsageType
	TwilioCode int    // 0 where Twilio gave none
	LogtoCode  string // Logto's own, where that is the reason: request.message_rate_limited
	Count      int
	Last       time.Time
}

// Bounds of reading the audit log: Logto gives a hundred entries at once at most.
const (
	logPage     = 100
	logAtOnce   = 4
	maxLogPages = 300 // of one key
)

// sendKeys are what the log calls a send, and what it is where the entry does not say.
// One key is asked for in a request: Logto refuses two.
var sendKeys = map[string]connector.UsageType{
	"Interaction.Register.Verification.PhoneVerificationCode.Create":       connector.Register,
	"Interaction.SignIn.Verification.PhoneVerificationCode.Create":         connector.SignIn,
	"Interaction.ForgotPassword.Verification.PhoneVerificationCode.Create": connector.ForgotPassword,
}

// Sends reads the audit log from since on until until. Pages are read a few at a time
// and added up as they come. The error is a *CallError; what had been read is then
// returned with Cut set.
func (c *Client) Sends(ctx context.Context, since, until time.Time) (Sends, error) {
	within, stop := context.WithCancel(ctx)
	defer stop()
	l := logReader{client: c, since: since, until: until, slots: make(chan struct{}, logAtOnce), stop: stop}
	var all sync.WaitGroup
	for key := range sendKeys {
		all.Go(func() { l.key(within, key) })
	}
	all.Wait()
	sends := l.sum.sends()
	sends.Since, sends.Until, sends.Cut = since, until, l.cut || l.failed != nil
	if l.failed == nil {
		return sends, nil
	}
	return sends, l.failed
}

// logReader reads the log by several keys at once.
type logReader struct {
	client       *Client
	since, until time.Time
	slots        chan struct{} // one is taken by each request under way
	stop         func()

	mu     sync.Mutex
	sum    tally
	cut    bool
	failed *CallError // the first failure
}

// key reads all pages of a key: the first, and after a full one several at once.
func (l *logReader) key(ctx context.Context, key string) {
	if !l.page(ctx, key, 1) {
		return
	}
	var page atomic.Int32
	var ended atomic.Bool
	page.Store(1)
	var all sync.WaitGroup
	for range logAtOnce {
		all.Go(func() {
			for !ended.Load() {
				number := int(page.Add(1))
				if number > maxLogPages {
					l.tooMany()
					return
				}
				if !l.page(ctx, key, number) {
					ended.Store(true)
				}
			}
		})
	}
	all.Wait()
}

// tooMany notes that there is more than is read.
func (l *logReader) tooMany() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cut = true
}

// page reads a page and reports whether there may be one after it.
func (l *logReader) page(ctx context.Context, key string, number int) bool {
	select {
	case l.slots <- struct{}{}:
		defer func() { <-l.slots }()
	case <-ctx.Done():
	}
	entries, err := l.client.logs(ctx, key, number, l.since, l.until)
	l.mu.Lock()
	defer l.mu.Unlock()
	if err != nil {
		if l.failed == nil {
			l.failed = err
			l.stop() // the others need not be waited for
		}
		return false
	}
	for _, e := range entries {
		at := time.UnixMilli(int64(e.CreatedAt))
		if e.CreatedAt != 0 && at.Before(l.since) {
			return false // an older Logto does not know start_time, and lists the newest first
		}
		if e.CreatedAt != 0 && !at.After(l.until) {
			l.sum.add(sendKeys[key], e, at)
		}
	}
	return len(entries) == logPage
}

// logs is one page of the log.
func (c *Client) logs(ctx context.Context, key string, page int, since, until time.Time) ([]logEntry, *CallError) {
	r := logRequest(key, page, since, until)
	body, err := c.call(ctx, &r)
	if err != nil {
		return nil, err
	}
	entries := make([]logEntry, 0, logPage)
	if json.Unmarshal(body, &entries) == nil {
		return entries, nil
	}
	var list []json.RawMessage // one is not as it should be
	if json.Unmarshal(body, &list) != nil {
		return nil, c.notLogto(r, http.StatusOK, "an audit log that cannot be read")
	}
	entries = make([]logEntry, len(list))
	for i, raw := range list {
		_ = json.Unmarshal(raw, &entries[i]) // what can be read of it
	}
	return entries, nil
}

// logRequest asks for a page of the log.
func logRequest(key string, page int, since, until time.Time) request {
	return request{call: CallLogs, method: http.MethodGet, path: "/api/logs", query: url.Values{
		"logKey": {key}, "page": {strconv.Itoa(page)}, "page_size": {strconv.Itoa(logPage)}, "enableCap": {"true"},
		"start_time": {strconv.FormatInt(since.UnixMilli(), 10)}, "end_time": {strconv.FormatInt(until.UnixMilli(), 10)},
	}.Encode()}
}

// tally adds entries up.
type tally struct {
	counts   map[connector.UsageType]SendCount
	failures map[SendFailure]SendFailure // by what tells reasons apart
}

// maxReasons bounds how many reasons are kept apart; Twilio has some dozens.
const maxReasons = 200

func (t *tally) add(usage connector.UsageType, e logEntry, at time.Time) {
	if t.counts == nil {
		t.counts, t.failures = map[connector.UsageType]SendCount{}, map[SendFailure]SendFailure{}
	}
	usage = e.usage(usage)
	n := t.counts[usage]
	n.Usage = usage
	n.Total++
	if e.failed() {
		n.Failed++
		reason := SendFailure{Usage: usage}
		reason.TwilioCode, reason.LogtoCode = e.reason()
		if _, there := t.failures[reason]; !there && len(t.failures) >= maxReasons {
			reason = SendFailure{Usage: usage}
		}
		f, there := t.failures[reason]
		if !there {
			f = reason
		}
		f.Count++
		if at.After(f.Last) {
			f.Last = at
		}
		t.failures[reason] = f
	}
	t.counts[usage] = n
}

// sends is the sum, in an order that does not depend on which answer came first.
func (t *tally) sends() (s Sends) {
	for _, n := range t.counts {
		s.Total, s.Failed = s.Total+n.Total, s.Failed+n.Failed
		s.By = append(s.By, n)
	}
	for _, f := range t.failures {
		s.Failures = append(s.Failures, f)
	}
	slices.SortFunc(s.By, func(a, b SendCount) int {
		return cmp.Or(b.Total-a.Total, cmp.Compare(a.Usage, b.Usage))
	})
	slices.SortFunc(s.Failures, func(a, b SendFailure) int {
		return cmp.Or(b.Count-a.Count, a.TwilioCode-b.TwilioCode, cmp.Compare(a.Usage, b.Usage), cmp.Compare(a.LogtoCode, b.LogtoCode))
	})
	return s
}
