package twilio

import (
	"runtime"
	"testing"
	"time"
)

// An answer without an end costs a few times the limit, not what is sent.
func TestMemoryIsBounded(t *testing.T) {
	for _, status := range []int{200, 404, 502} {
		for _, call := range calls {
			c := at(t, serve(t, endless(status, 0)).URL, 20*time.Second)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			callError(t, call.do(t.Context(), c))
			runtime.ReadMemStats(&after)
			const most = 3 * 8 * maxAnswer // three lists at once
			if used := after.TotalAlloc - before.TotalAlloc; used > most {
				t.Errorf("%s, HTTP %d: %d MiB allocated", call.name, status, used>>20)
			}
		}
	}
}
