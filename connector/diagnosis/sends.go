package diagnosis

import (
	"fmt"
	"slices"

	"logto-twilio/connector/account"
	"logto-twilio/connector/logto"
	"logto-twilio/connector/problem"
)

// rateLimited is Logto's code for too many messages to one number.
const rateLimited = "request.message_rate_limited"

// sends judges the audit log. Of one that could be read in part, the part is judged.
func (s Survey) sends() []account.Check {
	if !s.Sends.Asked {
		return nil
	}
	sends := s.Sends.Value
	var checks []account.Check
	if s.Sends.Err == nil || sends.Total > 0 {
		checks = append(checks, sent(sends))
	}
	checks = append(checks, reasons(sends.Failures)...)
	switch {
	case s.Sends.Err != nil:
		checks = append(checks, unanswered(SendsUnanswered, s.Sends.Err))
	case sends.Cut:
		checks = append(checks, check(SendsCut, account.CheckUnknown))
	}
	return checks
}

// sent sums up what was sent.
func sent(sends logto.Sends) account.Check {
	c := check(SendsOK, account.CheckOK)
	kinds := make([]string, len(sends.By))
	for i, n := range sends.By {
		kinds[i] = fmt.Sprintf("%s %d", n.Usage, n.Total)
	}
	c.Args["total"], c.Args["failed"], c.Args["kinds"] = sends.Total, sends.Failed, kinds
	switch {
	case sends.Total == 0:
		c.Code = SendsNone
	case sends.Failed == sends.Total:
		c.Code, c.Status = SendsFailed, account.CheckFailed
	case sends.Failed > 0:
		c.Code, c.Status = SendsFailed, account.CheckWarning
	}
	return c
}

// reasons are the failures by their reason, whatever kind of message they were.
func reasons(failures []logto.SendFailure) []account.Check {
	type reason struct {
		twilio int
		logto  string
	}
	type group struct {
		reason
		count int
		kinds []string
	}
	var groups []group
	for _, f := range failures {
		r := reason{f.TwilioCode, f.LogtoCode}
		i := slices.IndexFunc(groups, func(g group) bool { return g.reason == r })
		if i < 0 {
			i, groups = len(groups), append(groups, group{reason: r})
		}
		groups[i].count += f.Count
		groups[i].kinds = append(groups[i].kinds, fmt.Sprintf("%s %d", f.Usage, f.Count))
	}
	slices.SortStableFunc(groups, func(a, b group) int { return b.count - a.count })
	checks := make([]account.Check, len(groups))
	for i, g := range groups {
		checks[i] = check(SendsUnexplained, account.CheckWarning)
		switch {
		case g.twilio != 0:
			checks[i].Code = SendsRefused
		case g.logto == rateLimited:
			checks[i].Code = SendsLimited
		case g.logto != "":
			checks[i].Code = SendsStopped
		}
		checks[i].Args = problem.Args{"count": g.count, "kinds": g.kinds, "twilioCode": g.twilio, "logtoCode": g.logto}
	}
	return checks
}

// messages judges what became of the messages. Of a list that could be read in part,
// the part is judged.
func (s Survey) messages() []account.Check {
	if !s.Messages.Asked {
		return nil
	}
	t := s.Messages.Value
	var checks []account.Check
	if s.Messages.Err == nil || t.Total > 0 {
		checks = append(checks, arrived(t))
	}
	for _, r := range t.Reasons {
		c := check(MessagesDoubtful, account.CheckWarning)
		if r.Lost {
			c.Code = MessagesLost
		}
		c.Args["count"], c.Args["twilioCode"] = r.Count, r.Code
		checks = append(checks, c)
	}
	switch {
	case s.Messages.Err != nil:
		checks = append(checks, account.Check{Code: MessagesUnanswered, Status: account.CheckUnknown, Args: problem.Args{}, Err: s.Messages.Err})
	case t.Cut:
		checks = append(checks, check(MessagesCut, account.CheckUnknown))
	}
	return checks
}

// arrived sums up what became of the messages.
func arrived(t account.Traffic) account.Check {
	c := check(MessagesOK, account.CheckOK)
	c.Args["total"], c.Args["failed"], c.Args["statuses"] = t.Total, t.Lost(), t.Statuses
	switch lost := t.Lost(); {
	case t.Total == 0:
		c.Code = MessagesNone
	case lost == t.Total:
		c.Code, c.Status = MessagesFailed, account.CheckFailed
	case lost > 0:
		c.Code, c.Status = MessagesFailed, account.CheckWarning
	}
	return c
}
