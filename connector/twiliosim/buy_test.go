package twiliosim_test

import (
	"net/url"
	"slices"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
)

// offered are the numbers that a search finds.
func (c caller) offered(search string) []string {
	c.t.Helper()
	return c.named("/AvailablePhoneNumbers/"+search, "available_phone_numbers", "phone_number")
}

// owned are the numbers of the account that a filter finds.
func (c caller) owned(filter string) []string {
	c.t.Helper()
	return c.named("/IncomingPhoneNumbers.json?PageSize=1000&PhoneNumber="+url.QueryEscape(filter), "incoming_phone_numbers", "phone_number")
}

// named are the values of one field in the items of a list of api.twilio.com.
func (c caller) named(path, key, field string) []string {
	c.t.Helper()
	list := []string{}
	for _, item := range c.get(c.account() + path)[key].([]any) {
		list = append(list, item.(map[string]any)[field].(string))
	}
	return list
}

func TestCountries(t *testing.T) {
	c := demo(t, twiliosim.New())
	kinds := map[string][]string{}
	for _, item := range c.get(c.account() + "/AvailablePhoneNumbers.json")["countries"].([]any) {
		country := item.(map[string]any)
		for kind := range country["subresource_uris"].(map[string]any) {
			code := country["country_code"].(string)
			kinds[code] = append(kinds[code], kind)
		}
	}
	slices.Sort(kinds["US"])
	if len(kinds) != 8 || !slices.Equal(kinds["US"], []string{"local", "toll_free"}) || !slices.Equal(kinds["SE"], []string{"mobile"}) {
		t.Errorf("%v", kinds)
	}
	for _, path := range []string{"/XX.json", "/XX/Local.json", "/SE/Local.json", "/GB/TollFree.json", "/US/Mobile.json"} {
		c.refused("GET", c.account()+"/AvailablePhoneNumbers"+path, nil, 404, 20404)
	}
}

func TestSearch(t *testing.T) {
	c := demo(t, twiliosim.New())
	for search, want := range map[string]int{
		"US/Local.json":                                    41,
		"US/Local.json?SmsEnabled=true":                    35,
		"US/Local.json?SmsEnabled=false":                   41,
		"US/Local.json?SmsEnabled=true&PageSize=30":        30,
		"US/Local.json?AreaCode=415":                       8,
		"US/Local.json?AreaCode=415&SmsEnabled=true":       5,
		"US/Local.json?AreaCode=907":                       0,
		"US/Local.json?Contains=5550190":                   1,
		"US/Local.json?Contains=212555015*":                5,
		"US/Local.json?Contains=415&AreaCode=212":          0,
		"US/TollFree.json?SmsEnabled=true":                 8,
		"CA/Local.json?AreaCode=604":                       5,
		"GB/Mobile.json?AreaCode=770":                      0,
		"DE/Local.json?SmsEnabled=true":                    0,
		"GB/Local.json?SmsEnabled=true&Contains=%2B442079": 3,
	} {
		if got := c.offered(search); len(got) != want {
			t.Errorf("%s: %d, want %d: %v", search, len(got), want, got)
		}
	}
}

func TestSearchInPages(t *testing.T) {
	c := demo(t, twiliosim.New())
	var got []string
	path := "/2010-04-01/Accounts/" + c.sid + "/AvailablePhoneNumbers/US/Local.json?SmsEnabled=true&PageSize=30"
	for path != "" {
		page := c.get(api + path)
		for _, item := range page["available_phone_numbers"].([]any) {
			got = append(got, item.(map[string]any)["phone_number"].(string))
		}
		path, _ = page["next_page_uri"].(string)
	}
	if want := c.offered("US/Local.json?SmsEnabled=true"); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestForSaleIsOffered(t *testing.T) {
	c := demo(t, twiliosim.New())
	path := map[account.NumberKind]string{
		account.LocalNumber: "/Local.json", account.MobileNumber: "/Mobile.json", account.TollFreeNumber: "/TollFree.json",
	}
	requirements := map[account.AddressRequirement]int{}
	for _, n := range twiliosim.ForSale() {
		requirements[n.Address]++
		list := c.get(c.account() + "/AvailablePhoneNumbers/" + n.Country + path[n.Kind] + "?Contains=" + n.Number[1:])["available_phone_numbers"].([]any)
		if len(list) != 1 {
			t.Fatalf("%s is offered %d times", n.Number, len(list))
		}
		got := list[0].(map[string]any)
		can := got["capabilities"].(map[string]any)
		if got["phone_number"] != n.Number || got["iso_country"] != n.Country || got["address_requirements"] != string(n.Address) ||
			got["beta"] != n.Beta || can["sms"] != n.SMS || can["mms"] != n.MMS || can["voice"] != n.Voice {
			t.Errorf("%v, want %+v", got, n)
		}
	}
	if len(requirements) != 3 {
		t.Errorf("address requirements: %v", requirements)
	}
}

func TestBuying(t *testing.T) {
	s := twiliosim.New()
	c := demo(t, s).as(twiliosim.EmptyAccountSID)
	numbers := c.account() + "/IncomingPhoneNumbers.json"
	if got := c.owned(""); len(got) != 0 {
		t.Fatalf("the empty account has %v", got)
	}
	for _, number := range []string{"+12125550152", "+46701740650"} {
		bought := c.post(numbers, form("PhoneNumber", number))
		if bought["phone_number"] != number || len(bought["sid"].(string)) != 34 {
			t.Errorf("bought %v", bought)
		}
		c.refused("POST", numbers, form("PhoneNumber", number), 400, 21422)
		if got := c.owned(number); !slices.Equal(got, []string{number}) {
			t.Errorf("owned: %v", got)
		}
	}
	if got := c.owned(""); !slices.Equal(got, []string{"+46701740650", "+12125550152"}) {
		t.Errorf("owned, newest first: %v", got)
	}
	if got := c.offered("US/Local.json?Contains=2125550152"); len(got) != 0 {
		t.Errorf("still offered: %v", got)
	}
	if got := s.Bought(); !slices.Equal(got, []string{"+12125550152", "+46701740650"}) {
		t.Errorf("bought: %v", got)
	}
}

func TestRefusedPurchases(t *testing.T) {
	s := twiliosim.New()
	c := demo(t, s)
	for _, tt := range []struct {
		account, number string
		status, code    int
	}{
		{c.sid, "", 400, 21421},
		{c.sid, "nonsense", 400, 21421},
		{c.sid, "+15551234567", 400, 21422},  // not for sale
		{c.sid, "+14155550120", 400, 21422},  // its own
		{c.sid, "+442079460150", 400, 21615}, // a local address
		{c.sid, "+61491570156", 400, 21631},  // any address
		{twiliosim.TrialAccountSID, "+12125550150", 400, 21404},
		{twiliosim.SuspendedAccountSID, "+12125550150", 403, 20005},
	} {
		c := c.as(tt.account)
		c.refused("POST", c.account()+"/IncomingPhoneNumbers.json", form("PhoneNumber", tt.number), tt.status, tt.code)
	}
	if got := s.Bought(); len(got) != 0 {
		t.Errorf("bought: %v", got)
	}
}

func TestTakenMeanwhile(t *testing.T) {
	c := demo(t, twiliosim.New())
	search := "US/Local.json?AreaCode=312&SmsEnabled=true"
	if got := c.offered(search); len(got) != 5 || got[0] != twiliosim.TakenNumber {
		t.Fatalf("offered: %v", got)
	}
	c.refused("POST", c.account()+"/IncomingPhoneNumbers.json", form("PhoneNumber", twiliosim.TakenNumber), 400, 21422)
	if got := c.offered(search); len(got) != 4 || slices.Contains(got, twiliosim.TakenNumber) {
		t.Errorf("offered after that: %v", got)
	}
}
