package twiliosim_test

import (
	"slices"
	"testing"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
)

func TestBalances(t *testing.T) {
	for _, a := range twiliosim.Accounts() {
		c := demo(t, twiliosim.New()).as(a.SID)
		got := c.get(c.account() + "/Balance.json")
		if got["balance"] != a.Balance.Amount || got["currency"] != "USD" || got["account_sid"] != a.SID {
			t.Errorf("%s: %v", a.FriendlyName, got)
		}
	}
}

func TestPrices(t *testing.T) {
	c := demo(t, twiliosim.New())
	for country, want := range map[string]map[string]float64{
		"US": {"local": 1.15, "toll free": 2.15},
		"SE": {"mobile": 3},
		"IE": {},
	} {
		got := c.get(prices + country)
		list := got["phone_number_prices"].([]any)
		if got["iso_country"] != country || got["price_unit"] != "USD" || len(list) != len(want) {
			t.Errorf("%v", got)
		}
		for _, item := range list {
			price := item.(map[string]any)
			if kind := price["number_type"].(string); price["current_price"] != want[kind] || price["base_price"] != want[kind] {
				t.Errorf("%s: %v", country, price)
			}
		}
	}
	c.refused("GET", prices+"XX", nil, 404, 20404)
}

func TestVerifiedNumbers(t *testing.T) {
	c := demo(t, twiliosim.New())
	if got := c.named("/OutgoingCallerIds.json", "outgoing_caller_ids", "phone_number"); len(got) != 0 {
		t.Errorf("of the demo: %v", got)
	}
	trial := c.as(twiliosim.TrialAccountSID)
	for query, want := range map[string][]string{
		"": {twiliosim.VerifiedNumber}, "?PhoneNumber=%2B14155550142": {twiliosim.VerifiedNumber}, "?PhoneNumber=%2B1415": {},
	} {
		if got := trial.named("/OutgoingCallerIds.json"+query, "outgoing_caller_ids", "phone_number"); !slices.Equal(got, want) {
			t.Errorf("%s: %v", query, got)
		}
	}
}

func TestCampaigns(t *testing.T) {
	c := demo(t, twiliosim.New())
	seen := map[string]int{}
	for _, s := range twiliosim.Accounts()[0].Services {
		got, _ := all(c, services+"/"+s.SID+"/Compliance/Usa2p", "compliance", "campaign_status", "next_page_url")
		if registered := slices.Equal(got, []string{"VERIFIED"}); registered != s.A2PRegistered {
			t.Errorf("%s: %v, registered %v", s.FriendlyName, got, s.A2PRegistered)
		}
		for _, status := range got {
			seen[status]++
		}
	}
	if seen["IN_PROGRESS"] != 1 || seen["FAILED"] != 1 {
		t.Errorf("%v", seen)
	}
	c.refused("GET", services+"/"+twiliosim.TrialServiceSID+"/Compliance/Usa2p", nil, 404, 20404)
}

func TestTollFreeVerifications(t *testing.T) {
	c := demo(t, twiliosim.New())
	waiting, approved := twiliosim.Accounts()[0].TollFree[0], twiliosim.Accounts()[0].TollFree[1]
	if waiting.Status != account.TollFreePending || approved.Status != account.TollFreeApproved {
		t.Fatalf("%+v, %+v", waiting, approved)
	}
	for query, want := range map[string][]string{
		"":                        {waiting.Number, approved.Number},
		"?Status=TWILIO_APPROVED": {approved.Number},
		"?Status=TWILIO_REJECTED": nil,
		"?TollfreePhoneNumberSid=" + waiting.NumberSID:                        {waiting.Number},
		"?Status=TWILIO_APPROVED&TollfreePhoneNumberSid=" + waiting.NumberSID: nil,
		"?PageSize=1": {waiting.Number, approved.Number},
	} {
		got, _ := all(c, verifications+query, "verifications", "tollfree_phone_number", "next_page_url")
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", query, got, want)
		}
	}
	if got, _ := all(c.as(twiliosim.TrialAccountSID), verifications, "verifications", "sid", "next_page_url"); len(got) != 0 {
		t.Errorf("of the trial: %v", got)
	}
}

// The services that are named for what is odd about them are odd in that.
func TestOddServices(t *testing.T) {
	odd := map[string]func(twiliosim.Service) bool{
		twiliosim.InReviewServiceSID: func(s twiliosim.Service) bool {
			return !s.A2PRegistered && s.Campaigns[0].Status == account.CampaignInProgress
		},
		twiliosim.RefusedServiceSID: func(s twiliosim.Service) bool {
			return !s.A2PRegistered && s.Campaigns[0].Status == account.CampaignFailed
		},
		twiliosim.ShortValidityServiceSID: func(s twiliosim.Service) bool { return s.ValidityPeriod < 600*time.Second },
		twiliosim.PlainEncodingServiceSID: func(s twiliosim.Service) bool { return !s.SmartEncoding },
		twiliosim.TollFreeServiceSID: func(s twiliosim.Service) bool {
			return len(s.Senders) == 3 && s.Senders[0].SID == twiliosim.Accounts()[0].TollFree[1].NumberSID
		},
	}
	for _, s := range twiliosim.Accounts()[0].Services {
		if is, named := odd[s.SID]; named {
			delete(odd, s.SID)
			if !is(s) {
				t.Errorf("%s is not odd: %+v", s.FriendlyName, s)
			}
		} else if s.ValidityPeriod < 600*time.Second || !s.SmartEncoding {
			t.Errorf("%s is odd: %+v", s.FriendlyName, s)
		}
	}
	if len(odd) > 0 {
		t.Errorf("%d services are not there", len(odd))
	}
}

func TestLargeAccount(t *testing.T) {
	c := demo(t, twiliosim.New()).as(twiliosim.LargeAccountSID)
	if sids, _ := all(c, services, "services", "sid", "next_page_url"); len(sids) != 100 {
		t.Errorf("%d services", len(sids))
	}
	if first := c.get(pool(twiliosim.Accounts()[4].Services[99].SID))["phone_numbers"].([]any); len(first) != 50 {
		t.Errorf("%d numbers", len(first))
	}
	pages, path, seen := 0, "/2010-04-01/Accounts/"+c.sid+"/IncomingPhoneNumbers.json?PageSize=1000", map[any]bool{}
	for ; path != ""; pages++ {
		page := c.get(api + path)
		for _, n := range page["incoming_phone_numbers"].([]any) {
			seen[n.(map[string]any)["phone_number"]] = true
		}
		path, _ = page["next_page_uri"].(string)
	}
	if pages != 5 || len(seen) != 5000 {
		t.Errorf("%d numbers on %d pages", len(seen), pages)
	}
}
