package twilio

import (
	"context"
	"reflect"
	"testing"
	"time"

	"logto-twilio/connector/account"
)

// reading is an answer and what is read in it.
type reading struct {
	name   string
	answer string
	do     func(context.Context, *Client) (any, error)
	want   any
}

// check makes the call of each reading and compares. The answers have escapes,
// fields that are null or missing, and fields that nobody asked for.
func check(t *testing.T, readings []reading) {
	t.Helper()
	for _, r := range readings {
		got, err := r.do(t.Context(), answering(r.answer))
		if err != nil || !reflect.DeepEqual(got, r.want) {
			t.Errorf("%s: %+v, %v; want %+v", r.name, got, err, r.want)
		}
	}
}

func balance(ctx context.Context, c *Client) (any, error) { return c.Balance(ctx) }

func verified(ctx context.Context, c *Client) (any, error) { return c.VerifiedNumbers(ctx) }

func oneService(ctx context.Context, c *Client) (any, error) { return c.Service(ctx, testService) }

func newService(ctx context.Context, c *Client) (any, error) { return c.CreateService(ctx, "Codes") }

func TestReadingAccounts(t *testing.T) {
	check(t, []reading{
		{"a balance", `{"account_sid":"` + testSID + `","balance":"0.05","currency":"USD"}`, balance,
			account.Balance{Amount: "0.05", Currency: "USD"}},
		{"a debt", `{"balance":"-11.85265","currency":"e\u001b[31mur"}`, balance,
			account.Balance{Amount: "-11.85265", Currency: "EUR"}},
		{"without a currency", `{"balance":"12","currency":null}`, balance, account.Balance{Amount: "12"}},
		{"verified numbers", `{"outgoing_caller_ids":[{"sid":"PN1","friendly_name":"x","phone_number":"+14155550142"},
			{"phone_number":"+1\u202e415\u001b]0;x\u00075550143"}],"next_page_uri":null,"page":0}`, verified,
			[]string{"+14155550142", "+14155550143"}},
		{"no verified numbers", `{"outgoing_caller_ids":[]}`, verified, []string(nil)},
	})
}

func TestReadingServices(t *testing.T) {
	const answer = `{"sid":"` + testService + `","friendly_name":"My \u001b[31mcodes\u001b[0m\u0007","usecase":"notifications",
		"validity_period":14400,"smart_encoding":true,"us_app_to_person_registered":null,"date_created":"2015-07-30T20:12:31Z",
		"links":{"phone_numbers":"https://messaging.twilio.com"},"synchronous_validation":null}`
	want := account.Service{SID: testService, FriendlyName: "My codes", UseCase: "notifications", ValidityPeriod: 4 * time.Hour,
		SmartEncoding: true, Created: time.Date(2015, 7, 30, 20, 12, 31, 0, time.UTC)}
	check(t, []reading{
		{"a service", answer, oneService, want},
		{"a new service", answer, newService, want},
		{"a service of a SID", `{"sid":"MG1","friendly_name":null,"validity_period":0}`, oneService, account.Service{SID: "MG1"}},
	})
}

func TestReadingRegistrations(t *testing.T) {
	campaigns := func(ctx context.Context, c *Client) (any, error) { return c.Campaigns(ctx, testService) }
	tollFree := func(ctx context.Context, c *Client) (any, error) { return c.TollFreeVerifications(ctx) }
	check(t, []reading{
		{"campaigns", `{"compliance":[{"sid":"QE1","campaign_status":"VERIFIED","rate_limits":{"att":{"mps":600}},"errors":[],
			"message_samples":["a","b"]},{"sid":"QE2","campaign_status":"\u001b[5mIN_PROGRESS","errors":[{"error_code":30882}]},
			{"sid":null}],"meta":{"next_page_url":null}}`, campaigns,
			[]account.Campaign{{SID: "QE1", Status: account.CampaignVerified}, {SID: "QE2", Status: account.CampaignInProgress}, {}}},
		{"no campaign", `{"compliance":[],"meta":{}}`, campaigns, []account.Campaign(nil)},
		{"verifications", `{"verifications":[{"sid":"HH1","business_contact_email":"a@b","tollfree_phone_number_sid":"PN1",
			"tollfree_phone_number":"+18005550100","status":"TWILIO_APPROVED","rejection_reasons":null,"resource_links":{}},
			{"tollfree_phone_number_sid":"PN2\u0000","tollfree_phone_number":null,"status":"IN_REVIEW"}],"meta":{"key":"verifications"}}`, tollFree,
			[]account.TollFreeVerification{
				{NumberSID: "PN1", Number: "+18005550100", Status: account.TollFreeApproved},
				{NumberSID: "PN2", Status: account.TollFreeInReview}}},
		{"no verification", `{"verifications":[],"meta":{}}`, tollFree, []account.TollFreeVerification(nil)},
	})
}

// owned is what is read of a lookup.
type owned struct {
	number account.PhoneNumber
	is     bool
}

func TestReadingNumbers(t *testing.T) {
	numbers := func(ctx context.Context, c *Client) (any, error) {
		var all []account.PhoneNumber
		err := c.PhoneNumbers(ctx, func(page []account.PhoneNumber) { all = append(all, page...) })
		return all, err
	}
	find := func(ctx context.Context, c *Client) (any, error) {
		n, is, err := c.FindPhoneNumber(ctx, testPhone)
		return owned{n, is}, err
	}
	buy := func(ctx context.Context, c *Client) (any, error) { return c.BuyNumber(ctx, testPhone) }
	const number = `{"sid":"` + testNumber + `","friendly_name":"(500)\u001b[7m 555-0006","phone_number":"` + testPhone + `",
		"capabilities":{"voice":true,"sms":true,"mms":false,"fax":false},"beta":null,"trunk_sid":null,"voice_url":""}`
	want := account.PhoneNumber{SID: testNumber, FriendlyName: "(500) 555-0006", Number: testPhone, SMS: true, Voice: true}
	check(t, []reading{
		{"numbers", `{"incoming_phone_numbers":[` + number + `,{"sid":"PN2","phone_number":"+1\u009b31m5","capabilities":null},
			{"capabilities":{"mms":true}}],"next_page_uri":null}`, numbers,
			[]account.PhoneNumber{want, {SID: "PN2", Number: "+15"}, {MMS: true}}},
		{"no numbers", `{"incoming_phone_numbers":[]}`, numbers, []account.PhoneNumber(nil)},
		{"a number bought", number, buy, want},
		{"the number among longer ones", `{"incoming_phone_numbers":[{"sid":"PN2","phone_number":"` + testPhone + `1"},` + number + `]}`,
			find, owned{want, true}},
		{"only longer ones", `{"incoming_phone_numbers":[{"sid":"PN2","phone_number":"` + testPhone + `1"}]}`, find, owned{}},
		{"a number without a SID", `{"incoming_phone_numbers":[{"phone_number":"` + testPhone + `"}]}`, find, owned{}},
		{"nothing found", `{"incoming_phone_numbers":[]}`, find, owned{}},
	})
}
