package twiliosim_test

import (
	"fmt"
	"strings"
	"testing"

	"logto-twilio/connector/redact"
	"logto-twilio/connector/twiliosim"
	"logto-twilio/connector/twiliosim/adversity"
)

// lists are of each kind that has pages, with the field of an item that tells
// items apart.
func lists(c caller) []string {
	return []string{
		services + "?PageSize=20", services + "/" + twiliosim.DemoServiceSID + "/PhoneNumbers",
		services + "/" + twiliosim.DemoServiceSID + "/ShortCodes", // an empty one
		services + "/" + twiliosim.DemoServiceSID + "/Compliance/Usa2p", verifications,
		c.account() + "/IncomingPhoneNumbers.json?PageSize=1000&PhoneNumber=%2B1", c.account() + "/OutgoingCallerIds.json",
		c.account() + "/AvailablePhoneNumbers/US/Local.json?SmsEnabled=true&PageSize=30",
	}
}

// nextPage is the address of the page after one, "" where there is none.
func nextPage(page map[string]any) string {
	if meta, ok := page["meta"].(map[string]any); ok {
		next, _ := meta["next_page_url"].(string)
		return next
	}
	next, _ := page["next_page_uri"].(string)
	if strings.HasPrefix(next, "/") {
		next = api + next
	}
	return next
}

func TestEndlessPages(t *testing.T) {
	s := twiliosim.New()
	adversity.Put(s, adversity.EndlessPages)
	c := demo(t, s)
	for _, address := range lists(c) {
		seen := map[string]bool{}
		first := ""
		for range 10 {
			page := c.get(address)
			content := fmt.Sprint(page["services"], page["phone_numbers"], page["incoming_phone_numbers"])
			if first == "" {
				first = content
			}
			if content != first {
				t.Errorf("%s: %s, not %s", address, content, first)
			}
			next := nextPage(page)
			if next == "" || seen[next] || strings.Split(next, "/")[2] != strings.Split(address, "/")[2] {
				t.Fatalf("%s leads to %q", address, next)
			}
			seen[next] = true
			address = next
		}
	}
}

func TestForeignPages(t *testing.T) {
	s := twiliosim.New()
	adversity.Put(s, adversity.ForeignPages)
	c := demo(t, s)
	for _, address := range lists(c) {
		if next := nextPage(c.get(address)); !strings.HasPrefix(next, "https://"+adversity.ForeignHost+"/") {
			t.Errorf("%s leads to %q", address, next)
		}
	}
}

// What is not a page of a list is as ever when the pages of lists are not.
func TestPagesOfOtherAnswers(t *testing.T) {
	for _, a := range []adversity.Kind{adversity.EndlessPages, adversity.ForeignPages} {
		s := twiliosim.New()
		c := demo(t, s)
		for _, address := range []string{c.account() + ".json", c.account() + "/AvailablePhoneNumbers.json", services + "/" + twiliosim.DemoServiceSID} {
			want := fmt.Sprint(c.get(address))
			adversity.Put(s, a)
			if got := fmt.Sprint(c.get(address)); got != want {
				t.Errorf("%s, %s: %s, want %s", a, address, got, want)
			}
			adversity.Put(s, "")
		}
	}
}

// Every string is wrapped but those that following calls need; taken out, the
// escapes leave it as it was.
func TestTerminalEscapes(t *testing.T) {
	s := twiliosim.New()
	c := demo(t, s)
	addresses := append(lists(c), c.account()+".json", c.account()+"/Balance.json", c.account()+"/AvailablePhoneNumbers.json",
		prices+"US", services+"/"+twiliosim.DemoServiceSID)
	for _, address := range addresses {
		plain := c.get(address)
		adversity.Put(s, adversity.TerminalEscapes)
		defaced := c.get(address)
		adversity.Put(s, "")
		compare(t, address, "", plain, defaced)
	}
}

// compare wants a value to be that of the plain answer with its strings wrapped;
// key is the name of its field.
func compare(t *testing.T, at, key string, plain, defaced any) {
	t.Helper()
	switch p := plain.(type) {
	case map[string]any:
		for name, item := range p {
			compare(t, at+" "+name, name, item, defaced.(map[string]any)[name])
		}
	case []any:
		for i, item := range p {
			compare(t, at, key, item, defaced.([]any)[i])
		}
	case string:
		d := defaced.(string)
		kept := strings.HasSuffix(key, "sid") || strings.HasSuffix(key, "phone_number") || strings.HasPrefix(key, "date_") || strings.HasPrefix(key, "next_page_")
		switch {
		case kept && d != p:
			t.Errorf("%s: %q, want %q", at, d, p)
		case !kept && (redact.Line(d, 1000) != p || redact.Text(d, 1000) != p):
			t.Errorf("%s: %q leaves %q, want %q", at, d, redact.Line(d, 1000), p)
		case !kept && !wild(d):
			t.Errorf("%s: %q is tame", at, d)
		}
	default:
		if plain != defaced {
			t.Errorf("%s: %v, want %v", at, defaced, plain)
		}
	}
}

// wild reports whether a string holds one of each that a terminal should not see.
func wild(s string) bool {
	for _, part := range []string{"\x1b[", "\x1b]8;;https:", "\x1b]52;", "\u009b", "\u202e", "\u2066", "\n"} {
		if !strings.Contains(s, part) {
			return false
		}
	}
	return true
}
