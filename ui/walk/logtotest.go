package walk

import (
	"errors"

	"logto-twilio/connector/logto"
)

// LogtoTest is what became of a message that Logto was asked to send.
type LogtoTest string

// The values stand in the JSON report of a push.
const (
	TestSent    LogtoTest = "sent"
	TestRefused LogtoTest = "refused"
	TestUnsure  LogtoTest = "unknown" // it may be sent all the same: it is not asked for again
)

// LogtoTestOf is what the answer to a test says. Only Logto's own word that it was
// not sent is a refusal.
func LogtoTestOf(err error) LogtoTest {
	var call *logto.CallError
	switch {
	case err == nil:
		return TestSent
	case errors.As(err, &call) && !call.OutcomeUnknown:
		return TestRefused
	}
	return TestUnsure
}
