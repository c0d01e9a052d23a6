package twiliosim_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
)

// all follows the pages of a list of messaging.twilio.com by a link of meta and
// returns the value of one field of every item, and how many items each page had.
func all(c caller, address, key, field, link string) (values []string, sizes []int) {
	for address != "" {
		body := c.get(address)
		items := body[key].([]any)
		for _, item := range items {
			values = append(values, fmt.Sprint(item.(map[string]any)[field]))
		}
		sizes = append(sizes, len(items))
		address, _ = body["meta"].(map[string]any)[link].(string)
	}
	return values, sizes
}

func TestServicesInPages(t *testing.T) {
	var want []string
	for _, s := range twiliosim.Accounts()[0].Services {
		want = append(want, s.SID)
	}
	if len(want) <= 50 {
		t.Fatalf("%d services are one page", len(want))
	}
	c := demo(t, twiliosim.New())
	for query, sizes := range map[string][]int{
		"":               {50, 7},
		"?PageSize=20":   {20, 20, 17},
		"?PageSize=19":   {19, 19, 19},
		"?PageSize=57":   {57},
		"?PageSize=1000": {57},
		"?PageSize=5000": {57},
	} {
		got, pages := all(c, services+query, "services", "sid", "next_page_url")
		if !slices.Equal(got, want) || !slices.Equal(pages, sizes) {
			t.Errorf("%s: pages of %v, %d services", query, pages, len(got))
		}
	}
}

func TestLinksOfAPage(t *testing.T) {
	c := demo(t, twiliosim.New())
	first := c.get(services + "?PageSize=20")["meta"].(map[string]any)
	next := first["next_page_url"].(string)
	if !strings.HasPrefix(next, services+"?PageSize=20&Page=1&PageToken=PAMG") || first["previous_page_url"] != nil {
		t.Errorf("first page: %v", first)
	}
	second := c.get(next)["meta"].(map[string]any)
	if second["url"] != next || second["page"] != 1.0 || second["page_size"] != 20.0 || second["key"] != "services" {
		t.Errorf("second page: %v", second)
	}
	back := c.get(second["previous_page_url"].(string))
	if sid := back["services"].([]any)[0].(map[string]any)["sid"]; sid != twiliosim.DemoServiceSID {
		t.Errorf("the page before the second starts with %v", sid)
	}
	for _, query := range []string{"PageToken=PAMG00", "PageSize=many", "Page=-1"} {
		if status, body, _ := c.do("GET", services+"?"+query, nil); status != 400 || code(body) != 20001 {
			t.Errorf("%s: %d %v", query, status, body)
		}
	}
}

func TestSenders(t *testing.T) {
	c := demo(t, twiliosim.New())
	kinds := []struct {
		kind                 account.SenderKind
		resource, key, field string
	}{
		{account.LongCode, "/PhoneNumbers", "phone_numbers", "phone_number"},
		{account.ShortCode, "/ShortCodes", "short_codes", "short_code"},
		{account.AlphaSender, "/AlphaSenders", "alpha_senders", "alpha_sender"},
	}
	for _, s := range twiliosim.Accounts()[0].Services {
		for _, k := range kinds {
			var want []string
			for _, sender := range s.Senders {
				if sender.Kind == k.kind {
					want = append(want, sender.Name)
				}
			}
			got, _ := all(c, services+"/"+s.SID+k.resource, k.key, k.field, "next_page_url")
			if !slices.Equal(got, want) {
				t.Errorf("%s, %s: %v, want %v", s.FriendlyName, k.key, got, want)
			}
		}
	}
	const unknown = services + "/MG00000000000000000000000000000000"
	for _, address := range []string{unknown, unknown + "/PhoneNumbers", services + "/" + twiliosim.TrialServiceSID} {
		if status, body, _ := c.do("GET", address, nil); status != 404 || code(body) != 20404 {
			t.Errorf("%s: %d %v", address, status, body)
		}
	}
}

func TestNumbersOfTheAccount(t *testing.T) {
	c := demo(t, twiliosim.New())
	pages, address, seen := 0, "/2010-04-01/Accounts/"+c.sid+"/IncomingPhoneNumbers.json", map[string]bool{}
	for address != "" {
		body := c.get("https://api.twilio.com" + address)
		for _, n := range body["incoming_phone_numbers"].([]any) {
			seen[n.(map[string]any)["phone_number"].(string)] = true
		}
		pages++
		address, _ = body["next_page_uri"].(string)
	}
	if pages != 3 || len(seen) != 121 || !seen["+14155550120"] || !seen["+14155550199"] {
		t.Errorf("%d numbers on %d pages", len(seen), pages)
	}
	for filter, want := range map[string]int{"%2B14155550120": 1, "12025550": 4, "%2B1*199": 1, "%2B12345": 0, "%5B": 0} {
		body := c.get(c.account() + "/IncomingPhoneNumbers.json?PhoneNumber=" + filter)
		if got := len(body["incoming_phone_numbers"].([]any)); got != want {
			t.Errorf("PhoneNumber=%s finds %d, want %d", filter, got, want)
		}
	}
}

func TestTheWorldIsOfOnePiece(t *testing.T) {
	sids, names := map[string]bool{}, map[string]bool{}
	once := func(seen map[string]bool, what string) {
		t.Helper()
		if seen[what] {
			t.Errorf("%s is there twice", what)
		}
		seen[what] = true
	}
	for _, a := range twiliosim.Accounts() {
		once(sids, a.SID)
		for _, s := range a.Services {
			once(sids, s.SID)
			for _, sender := range s.Senders {
				once(sids, sender.SID)
				once(names, sender.Name)
			}
		}
		for _, n := range a.Unassigned {
			once(sids, n.SID)
			once(names, n.Name)
		}
		for _, n := range a.Verified {
			once(names, n)
		}
		if !slices.IsSortedFunc(a.Services, func(x, y twiliosim.Service) int { return y.Created.Compare(x.Created) }) {
			t.Errorf("%s: the services are not newest first", a.FriendlyName)
		}
	}
	for _, n := range twiliosim.ForSale() {
		once(names, n.Number)
	}
	for sid := range sids {
		if len(sid) != 34 {
			t.Errorf("%s is no SID", sid)
		}
	}
}

func TestFirstServices(t *testing.T) {
	first := twiliosim.Accounts()[0].Services[0]
	if first.SID != twiliosim.DemoServiceSID || !first.A2PRegistered || len(first.Senders) == 0 {
		t.Errorf("the first service is not the one to choose: %+v", first)
	}
	if s := twiliosim.Accounts()[0].Services[1]; s.SID != twiliosim.NoSenderServiceSID || len(s.Senders) != 0 {
		t.Errorf("not without a sender: %+v", s)
	}
}
