package i18n

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// documented are the codes that people meet when they set up SMS, from Twilio's
// error dictionary: those of testdata, and of the table in LOGTO_TWILIO_ERRORS, whose
// first column they are.
func documented(t *testing.T) (codes []int) {
	t.Helper()
	for _, path := range []string{filepath.Join("testdata", "twilio-codes.txt"), os.Getenv("LOGTO_TWILIO_ERRORS")} {
		if path == "" {
			continue
		}
		list, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(list)) {
			first, _, _ := strings.Cut(strings.TrimSpace(line), "\t")
			if code, err := strconv.Atoi(first); err == nil {
				codes = append(codes, code)
			}
		}
		if len(codes) < 240 {
			t.Fatalf("%s has %d codes only", path, len(codes))
		}
	}
	return codes
}

// Every documented code is explained with its own reason, not just as one of a family.
func TestTwilioCodes(t *testing.T) {
	codes := TwilioCodes()
	for _, code := range documented(t) {
		if !slices.Contains(codes, code) {
			t.Errorf("%d is not explained", code)
		}
	}
	if len(slices.Compact(codes)) != len(TwilioCodes()) {
		t.Error("a code is explained twice")
	}
	for _, code := range codes {
		for _, l := range []Lang{English, Chinese} {
			e := In(l).TwilioError(code)
			if !e.Known || e.Title == "" || e.Why == "" || e.Do == "" || strings.Contains(e.Title+e.Why+e.Do, "{reason}") {
				t.Errorf("%d is explained as %+v", code, e)
			}
		}
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
	for _, code := range []int{0, -1, 99999, 1, 20002, 21739, 30434, 30550, 30806, 30995, 31000} {
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
