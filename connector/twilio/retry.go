package twilio

import (
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/remote"
)

// failure is one attempt that failed.
type failure struct {
	err       *account.CallError
	transient bool // the same request, repeated, may succeed and does no harm
}

// again reports whether to repeat a request after its failure number try, and
// after what pause. After two time-outs nothing suggests that a third attempt
// would fare better.
func (c *Client) again(f *failure, try int) (time.Duration, bool) {
	timedOutTwice := f.err.Kind == account.TimedOut && try > 1
	if !f.transient || try >= remote.MaxTries || timedOutTwice || f.err.RetryAfter > remote.MaxPause {
		return 0, false
	}
	return remote.Pause(c.pause, try, f.err.RetryAfter), true
}
