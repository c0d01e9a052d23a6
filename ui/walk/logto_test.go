package walk

import (
	"errors"
	"fmt"
	"testing"

	"logto-twilio/connector/logto"
)

func TestBlamed(t *testing.T) {
	for kind, want := range map[logto.Kind]string{
		logto.Unreachable: "logto-endpoint", logto.NotLogto: "logto-endpoint", logto.Redirected: "logto-endpoint",
		logto.WrongIssuer: "logto-endpoint", logto.WrongAudience: "logto-resource",
		logto.UnknownApplication: "logto-app-id", logto.NoRole: "logto-app-id", logto.Forbidden: "logto-app-id",
		logto.WrongSecret: "logto-secret", logto.WrongResource: "logto-resource",
	} {
		i, ok := Blamed(fmt.Errorf("looking: %w", &logto.CallError{Kind: kind}))
		if got := LogtoQuestions()[i].ID; !ok || got != want {
			t.Errorf("%s blames %s, want %s", kind, got, want)
		}
	}
	for _, err := range []error{errors.New("else"), &logto.CallError{Kind: logto.ServerError}} {
		if i, ok := Blamed(err); ok {
			t.Errorf("%v blames %s", err, LogtoQuestions()[i].ID)
		}
	}
}
