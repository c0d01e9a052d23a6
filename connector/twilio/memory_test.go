package twilio

import (
	"context"
	"runtime"
	"testing"
	"time"
)

// An answer without an end costs a few times the limit, not what is sent.
func TestMemoryIsBounded(t *testing.T) {
	for _, status := range []int{200, 404, 502} {
		for name, do := range map[string]func(context.Context, *Client) error{"Account": askAccount, "Send": send, "RemoveNumber": remove} {
			c := at(t, serve(t, endless(status, 0)).URL, 20*time.Second)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			callError(t, do(t.Context(), c))
			runtime.ReadMemStats(&after)
			const most = 8 * maxAnswer
			if used := after.TotalAlloc - before.TotalAlloc; used > most {
				t.Errorf("%s, HTTP %d: %d MiB allocated", name, status, used>>20)
			}
		}
	}
}
