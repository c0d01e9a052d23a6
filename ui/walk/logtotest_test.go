package walk

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"logto-twilio/connector/logto"
)

func TestLogtoTestOf(t *testing.T) {
	refused, unsure := &logto.CallError{Kind: logto.Forbidden}, &logto.CallError{Kind: logto.Unreachable, OutcomeUnknown: true}
	for _, c := range []struct {
		err  error
		want LogtoTest
	}{
		{nil, TestSent},
		{refused, TestRefused},
		{fmt.Errorf("testing: %w", refused), TestRefused},
		{unsure, TestUnsure},
		{fmt.Errorf("testing: %w", unsure), TestUnsure},
		{errors.New("odd"), TestUnsure},
		{context.Canceled, TestUnsure},
	} {
		if got := LogtoTestOf(c.err); got != c.want {
			t.Errorf("%v: %s, want %s", c.err, got, c.want)
		}
	}
}
