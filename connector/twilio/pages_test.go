package twilio

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/remote"
)

// everyList is an answer to all that is asked for in pages, each list with one
// record, and the address of the next page as each of Twilio's hosts gives it.
func everyList(next string) string {
	return pageWith("[{}]", next)
}

func pageWith(records, next string) string {
	var b strings.Builder
	for _, list := range []string{"services", "phone_numbers", "short_codes", "alpha_senders", "compliance",
		"verifications", "incoming_phone_numbers", "outgoing_caller_ids"} {
		fmt.Fprintf(&b, "%q:%s,", list, records)
	}
	return fmt.Sprintf(`{%s"meta":{"next_page_url":%q},"next_page_uri":%[2]q}`, b.String(), next)
}

// pagesOf answers the first page of any list with the given next page, and
// every other page as the last.
func pagesOf(next string, seen *[]string) roundTripper {
	return func(r *http.Request) (*http.Response, error) {
		*seen = append(*seen, r.URL.String())
		if r.Header.Get("Authorization") == "" {
			return nil, errors.New("without credentials")
		}
		if len(*seen) > 1 {
			next = ""
		}
		return reply(200, everyList(next)), nil
	}
}

// HOST stands for the host of the call: messaging.twilio.com says where its next
// page is, api.twilio.com gives a path.
func TestNextPage(t *testing.T) {
	tests := []struct{ name, base, next, want string }{
		{"Twilio", "", "https://HOST/v1?PageSize=50&Page=1&PageToken=PA.5", "https://HOST/v1?PageSize=50&Page=1&PageToken=PA.5"},
		{"relative", "", "/v1?Page=1", "https://HOST/v1?Page=1"},
		{"a mock that copies Twilio", "http://localhost:1/p", "https://HOST/v1?Page=1", "http://localhost:1/p/v1?Page=1"},
		{"a mock that copies a path", "http://localhost:1/p", "/v1?Page=1", "http://localhost:1/p/v1?Page=1"},
		{"a mock that names itself", "http://localhost:1/p", "http://localhost:1/p/v1?Page=1", "http://localhost:1/p/v1?Page=1"},
		{"a mock that knows its path", "http://localhost:1/p", "/p/v1?Page=1", "http://localhost:1/p/v1?Page=1"},
		{"a mock of many labels", "https://a.b.c.d.e.example.com", "https://a.b.c.d.e.example.com/v1?Page=1", "https://a.b.c.d.e.example.com/v1?Page=1"},
		{"a foreign host", "", "https://evil.example/v1?Page=1", ""},
		{"a foreign host without a scheme", "", "//evil.example/v1?Page=1", ""},
		{"a foreign host of many labels", "", "https://messaging.a.b.c.d.evil.example/v1?Page=1", ""},
		{"a foreign host behind a mock", "http://localhost:1/p", "http://localhost:2/p/v1?Page=1", ""},
		{"in the clear", "", "http://HOST/v1?Page=1", ""},
		{"with a user", "", "https://user@HOST/v1?Page=1", ""},
		{"another scheme", "", "file:///etc/passwd?Page=1", ""},
	}
	for _, call := range calls {
		if call.list == "" {
			continue
		}
		host := strings.NewReplacer("HOST", call.host+".twilio.com")
		for _, tt := range tests {
			var seen []string
			c := over(pagesOf(host.Replace(tt.next), &seen))
			if tt.base != "" {
				c.base = mustParse(t, tt.base)
			}
			err := call.do(t.Context(), c)
			if tt.want == "" {
				if e := callError(t, err); e.Kind != account.Forbidden || len(seen) != 1 {
					t.Errorf("%s, %s: %+v after %v", call.name, tt.name, e, seen)
				}
				continue
			}
			if want := host.Replace(tt.want); err != nil || len(seen) < 2 || seen[1] != want {
				t.Errorf("%s, %s: %v after %v; want %s", call.name, tt.name, err, seen, want)
			}
		}
	}
}

// Each page is handed on before the next is asked for.
func TestPagesComeOneByOne(t *testing.T) {
	var events []string
	got := func(n int) { events = append(events, fmt.Sprint("got ", n)) }
	for name, list := range map[string]func(*Client) error{
		"Services": func(c *Client) error { return c.Services(t.Context(), func(s []account.Service) { got(len(s)) }) },
		"PhoneNumbers": func(c *Client) error {
			return c.PhoneNumbers(t.Context(), func(n []account.PhoneNumber) { got(len(n)) })
		},
	} {
		events = nil
		err := list(over(roundTripper(func(*http.Request) (*http.Response, error) {
			events = append(events, "asked")
			next := ""
			if len(events) < 5 {
				next = fmt.Sprintf("/v1?Page=%d", len(events))
			}
			return reply(200, everyList(next)), nil
		})))
		if want := []string{"asked", "got 1", "asked", "got 1", "asked", "got 1"}; err != nil || !slices.Equal(events, want) {
			t.Errorf("%s: %v, %v", name, events, err)
		}
	}
}

func TestListsWithoutEnd(t *testing.T) {
	many := "[" + strings.Repeat(`{},`, 9_999) + `{}]`
	numbered := func(n int) string { return fmt.Sprint("/v1?Page=", n) }
	tests := []struct {
		name     string
		next     func(page int) string
		records  string
		requests int
	}{
		{"the same page", func(int) string { return "/v1?Page=1" }, "[]", 2},
		{"ever new pages", numbered, "[]", maxPages},
		{"too many records", numbered, many, 3},
		{"an address that is none", func(int) string { return "https://[" }, "[]", 1},
	}
	for _, call := range calls {
		if call.list == "" {
			continue
		}
		for _, tt := range tests {
			requests := 0
			e := callError(t, call.do(t.Context(), over(roundTripper(func(*http.Request) (*http.Response, error) {
				requests++
				next := tt.next(requests)
				return reply(200, fmt.Sprintf(`{%q:%s,"meta":{"next_page_url":%q},"next_page_uri":%[3]q}`, call.list, tt.records, next)), nil
			}))))
			if e.Kind != account.Unintelligible || e.HTTPStatus != 200 || requests != tt.requests {
				t.Errorf("%s, %s: %+v after %d requests, want %d", call.name, tt.name, e, requests, tt.requests)
			}
		}
	}
}

// A list of which every page comes just in time does not keep a caller for an hour.
func TestSlowLists(t *testing.T) {
	for _, call := range calls {
		if call.list == "" {
			continue
		}
		synctest.Test(t, func(t *testing.T) {
			requests, start := 0, time.Now()
			e := callError(t, call.do(t.Context(), over(roundTripper(func(r *http.Request) (*http.Response, error) {
				requests++
				if !remote.Sleep(r.Context(), 29*time.Second) {
					return nil, r.Context().Err()
				}
				return reply(200, everyList(fmt.Sprint("/v1?Page=", requests))), nil
			}))))
			if took := time.Since(start); e.Kind != account.TimedOut || took != maxTime {
				t.Errorf("%s: %+v after %v, %d requests", call.name, e, took, requests)
			}
		})
	}
}

// A page of as many records as Twilio gives is read fast.
func TestLongPages(t *testing.T) {
	record := `{"sid":"` + testNumber + `","phone_number":"` + testPhone + `","friendly_name":"` + strings.Repeat("x", 64) + `"},`
	body := pageWith("["+strings.Repeat(record, allAtOnce-1)+record[:len(record)-1]+"]", "")
	for _, call := range calls {
		if call.list == "" {
			continue
		}
		start := time.Now()
		if err := call.do(t.Context(), answering(body)); err != nil || time.Since(start) > 5*time.Second {
			t.Errorf("%s: %v after %v", call.name, err, time.Since(start))
		}
	}
}
