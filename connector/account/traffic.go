package account

import (
	"cmp"
	"slices"
	"time"
)

// Traffic are the messages of a messaging service over a time, added up. No number and
// no text is kept.
type Traffic struct {
	Since, Until time.Time
	Total        int
	Statuses     []StatusCount // the most frequent first
	Reasons      []Reason      // the most frequent first
	// Cut is set where the account had more messages than were read: the newest were.
	Cut bool
}

// StatusCount is how many messages have a status.
type StatusCount struct {
	Status MessageStatus
	Count  int
}

// Reason is a code that Twilio reports of messages.
type Reason struct {
	Code  int
	Lost  bool // they will not arrive; else Twilio only doubts it
	Count int
}

// Add counts a message.
func (t *Traffic) Add(status MessageStatus, code int) {
	t.Total++
	i := slices.IndexFunc(t.Statuses, func(s StatusCount) bool { return s.Status == status })
	if i < 0 {
		i, t.Statuses = len(t.Statuses), append(t.Statuses, StatusCount{Status: status})
	}
	t.Statuses[i].Count++
	if code != 0 {
		t.reason(Reason{code, status.Failed(), 1})
	}
}

func (t *Traffic) reason(r Reason) {
	i := slices.IndexFunc(t.Reasons, func(o Reason) bool { return o.Code == r.Code && o.Lost == r.Lost })
	if i < 0 {
		t.Reasons = append(t.Reasons, r)
		return
	}
	t.Reasons[i].Count += r.Count
}

// Sort puts statuses and reasons into an order that does not depend on which message
// was counted first.
func (t *Traffic) Sort() {
	slices.SortFunc(t.Statuses, func(a, b StatusCount) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(a.Status, b.Status))
	})
	slices.SortFunc(t.Reasons, func(a, b Reason) int { return cmp.Or(b.Count-a.Count, a.Code-b.Code) })
}

// Lost is how many messages will not arrive.
func (t Traffic) Lost() (n int) {
	for _, s := range t.Statuses {
		if s.Status.Failed() {
			n += s.Count
		}
	}
	return n
}
