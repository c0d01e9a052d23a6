package i18n

import (
	"slices"
	"strings"
	"testing"
	"unicode"
)

// documented are the codes that people meet when they set up SMS, from Twilio's
// error dictionary; 30485 is not among them, nothing being known of it.
var documented = []int{
	10001, 10002, 20003, 20005, 20006, 20008, 20010, 20403, 20404, 20409,
	20429, 20500, 20503, 21211, 21212, 21214, 21401, 21408, 21422, 21452,
	21601, 21602, 21603, 21604, 21605, 21606, 21607, 21608, 21609, 21610,
	21611, 21612, 21614, 21615, 21617, 21618, 21619, 21624, 21660, 21701,
	21702, 21703, 21704, 21705, 21708, 21709, 21710, 21711, 21712, 21713,
	21714, 21715, 30001, 30002, 30003, 30004, 30005, 30006, 30007, 30008,
	30009, 30010, 30011, 30017, 30018, 30019, 30021, 30022, 30023, 30024,
	30027, 30032, 30033, 30034, 30035, 30036, 30038, 30039, 30042, 30044,
	30045, 30124, 30410, 30450, 30453, 30500, 60200, 60203, 60205, 60410,
	70051, 572002, 572005, 572006,
}

func TestTwilioCodes(t *testing.T) {
	if got := TwilioCodes(); !slices.Equal(got, documented) {
		t.Errorf("explained are\n%v\nwanted are\n%v", got, documented)
	}
}

func TestTwilioTitlesFitALine(t *testing.T) {
	for _, code := range TwilioCodes() {
		for _, l := range []Lang{English, Chinese} {
			title := In(l).TwilioError(code).Title
			if w := columns(title); w > 60 {
				t.Errorf("%d takes %d columns: %s", code, w, title)
			}
			if strings.HasSuffix(title, ".") || strings.HasSuffix(title, "。") {
				t.Errorf("%d: a title is no sentence: %s", code, title)
			}
		}
	}
}

// columns is the width of a title: what is Chinese takes two columns.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if unicode.Is(unicode.Han, r) || fullWidth(r) {
			n++
		}
	}
	return n
}

func TestTwilioError(t *testing.T) {
	e := In(English).TwilioError(30003)
	if !e.Known || e.Code != 30003 || e.Title != "The phone could not be reached" || e.Why == "" || e.Do == "" {
		t.Errorf("30003 is explained as %+v", e)
	}
	if e.Link != "https://www.twilio.com/docs/api/errors/30003" {
		t.Errorf("the link is %s", e.Link)
	}
	// A placeholder of Logto's in an explanation stays what it is.
	if e := In(Chinese).TwilioError(21602); !strings.Contains(e.Do, "{{code}}") {
		t.Errorf("21602 says %s", e.Do)
	}
}

func TestTwilioErrorUnknown(t *testing.T) {
	for _, code := range []int{30485, 0, -1, 99999} {
		for _, l := range []Lang{English, Chinese} {
			e := In(l).TwilioError(code)
			if e.Known || e.Title == "" || e.Why == "" || e.Do == "" {
				t.Errorf("%d is explained as %+v", code, e)
			}
			if strings.ContainsAny(e.Title+e.Why+e.Do, "{}") {
				t.Errorf("%d has an unfilled place: %+v", code, e)
			}
		}
	}
}
