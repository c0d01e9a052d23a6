package account

import (
	"reflect"
	"testing"
	"time"
)

func TestPollAfterGrowsToFiveSeconds(t *testing.T) {
	last := time.Duration(0)
	for n := range 100 {
		if d := PollAfter(n); d < last || d > 5*time.Second || n == 0 && d != 400*time.Millisecond || n > 20 && d != 5*time.Second {
			t.Errorf("the %d-th after %v, the one before after %v", n, d, last)
		} else {
			last = d
		}
	}
}

func TestDeliveryNotesEachStatusOnce(t *testing.T) {
	var d Delivery
	start := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for i, s := range []MessageStatus{Accepted, Accepted, Sent, Sent, Delivered} {
		d.Note(Message{SID: "SM", Status: s}, start.Add(time.Duration(i)*time.Second))
	}
	want := []Seen{{Accepted, start}, {Sent, start.Add(2 * time.Second)}, {Delivered, start.Add(4 * time.Second)}}
	if !reflect.DeepEqual(d.History, want) || !d.Arrived() {
		t.Errorf("seen %v, arrived %v", d.History, d.Arrived())
	}
}
