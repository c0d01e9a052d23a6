package twilio

import (
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"logto-twilio/connector/account"
)

func TestSendPostsFourFields(t *testing.T) {
	var got *http.Request
	var form string
	c := over(roundTripper(func(r *http.Request) (*http.Response, error) {
		body, err := io.ReadAll(r.Body)
		got, form = r, string(body)
		return reply(201, `{"sid":"SM1","status":"accepted","to":"+15005550006","from":null,"body":"Code:\n1",
			"num_segments":"0","error_code":null,"error_message":null,"price":null,"price_unit":null}`), err
	}))
	m, err := c.Send(t.Context(), testOutgoing)
	if err != nil {
		t.Fatal(err)
	}
	const wantForm = "Body=Code%3A+123456+%26+more+%2B+%E8%AF%AD&MessagingServiceSid=" + testService +
		"&RiskCheck=enable&To=%2B15005550006"
	if form != wantForm {
		t.Errorf("form\n%s, want\n%s", form, wantForm)
	}
	if want := "POST https://api.twilio.com/2010-04-01/Accounts/" + testSID + "/Messages.json"; got.Method+" "+got.URL.String() != want {
		t.Errorf("%s %s, want %s", got.Method, got.URL, want)
	}
	if ct := got.Header.Get("Content-Type"); ct != "application/x-www-form-urlencoded" {
		t.Errorf("content type %q", ct)
	}
	if user, password, _ := got.BasicAuth(); user != testSID || password != testToken {
		t.Errorf("credentials %q, %q", user, password)
	}
	want := account.Message{SID: "SM1", Status: account.Accepted, To: "+15005550006"}
	if m != want {
		t.Errorf("message %+v, want %+v", m, want)
	}
}

// A token is Twilio's to judge, whatever it is made of.
func TestAnyTokenIsSent(t *testing.T) {
	for _, token := range []string{"", "short", "with blank", "ümläut", "line\nfeed", "colon:colon"} {
		var user, password string
		c := New(testSID, token, Options{Transport: roundTripper(func(r *http.Request) (*http.Response, error) {
			user, password, _ = r.BasicAuth()
			return reply(401, `{"code":20003,"message":"Authenticate `+strings.ReplaceAll(token, "\n", " ")+`"}`), nil
		})})
		_, err := c.Account(t.Context())
		if e := callError(t, err); e.Code != 20003 || user != testSID || password != token {
			t.Errorf("%q: code %d, sent %q:%q", token, e.Code, user, password)
		} else if len(token) >= 8 && strings.Contains(e.Message, strings.ReplaceAll(token, "\n", " ")) {
			t.Errorf("%q is in %q", token, e.Message)
		}
	}
}

func TestAccount(t *testing.T) {
	c := over(roundTripper(func(r *http.Request) (*http.Response, error) {
		answer := reply(200, `{"sid":"`+testSID+`","friendly_name":"My \u001b[31maccount\u001b[0m","type":"Trial",
			"status":"active","auth_token":"`+testToken+`"}`)
		answer.Header.Set("Content-Type", "text/plain") // the body decides
		return answer, nil
	}))
	got, err := c.Account(t.Context())
	want := account.Account{SID: testSID, FriendlyName: "My account",
		Type: account.TrialAccount, Status: account.ActiveAccount}
	if err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
}

func TestMessage(t *testing.T) {
	c := over(roundTripper(func(r *http.Request) (*http.Response, error) {
		if want := "/2010-04-01/Accounts/" + testSID + "/Messages/" + testMessage + ".json"; r.URL.Path != want {
			t.Errorf("path %s, want %s", r.URL.Path, want)
		}
		return reply(200, `{"sid":"`+testMessage+`","status":"undelivered","to":"+1\u202e5","from":"+1\u00076",
			"body":"a\u001b]0;t\u0007\nb","num_segments":"2","error_code":30007,
			"error_message":"Carrier\u001b[2J violation","price":"-0.00790","price_unit":"usd"}`), nil
	}))
	got, err := c.Message(t.Context(), testMessage)
	want := account.Message{SID: testMessage, Status: account.Undelivered, To: "+15", From: "+16",
		Segments: 2, ErrorCode: 30007, ErrorMessage: "Carrier violation", Price: "-0.00790", PriceUnit: "USD"}
	if err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
}

func TestSendersOfThreeKinds(t *testing.T) {
	c := over(roundTripper(func(r *http.Request) (*http.Response, error) {
		list := map[string]string{
			"/v1/Services/" + testService + "/PhoneNumbers": `{"meta":{"next_page_url":null},"phone_numbers":[
				{"sid":"PN1","phone_number":"+15005550006","country_code":"US","capabilities":["Voice","SMS"]},
				{"sid":"PN2","phone_number":"+15005550007","country_code":"US","capabilities":["Voice"]}]}`,
			"/v1/Services/" + testService + "/ShortCodes": `{"meta":{},"short_codes":[
				{"sid":"SC1","short_code":"12\u001b[m345","country_code":"US","capabilities":["\u001b[1mSMS\u001b[0m"]}]}`,
			"/v1/Services/" + testService + "/AlphaSenders": `{"meta":{},"alpha_senders":[
				{"sid":"AI1","alpha_sender":"My\u009b31m company","capabilities":["sms"]},{"sid":"AI2"}]}`,
		}[r.URL.Path]
		return reply(200, list), nil
	}))
	got, err := c.Senders(t.Context(), testService)
	want := []account.Sender{
		{Kind: account.LongCode, SID: "PN1", Name: "+15005550006", Country: "US", SMS: true},
		{Kind: account.LongCode, SID: "PN2", Name: "+15005550007", Country: "US"},
		{Kind: account.ShortCode, SID: "SC1", Name: "12345", Country: "US", SMS: true},
		{Kind: account.AlphaSender, SID: "AI1", Name: "My company", SMS: true},
		{Kind: account.AlphaSender, SID: "AI2"},
	}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
}

func TestServices(t *testing.T) {
	c := over(roundTripper(func(r *http.Request) (*http.Response, error) {
		return reply(200, `{"meta":{"next_page_url":null,"first_page_url":null},"services":[{"sid":"`+testService+`",
			"friendly_name":"\u001b]0;x\u0007Codes","usecase":"verification","validity_period":600,"smart_encoding":true,
			"us_app_to_person_registered":true,"date_created":"2015-07-30T20:12:31Z","links":{"x":"y"}}]}`), nil
	}))
	var got []account.Service
	err := c.Services(t.Context(), func(s []account.Service) { got = append(got, s...) })
	want := []account.Service{{SID: testService, FriendlyName: "Codes", UseCase: "verification",
		ValidityPeriod: 10 * time.Minute, SmartEncoding: true, A2PRegistered: true,
		Created: time.Date(2015, 7, 30, 20, 12, 31, 0, time.UTC)}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
}

func TestPrintingAClientHidesTheToken(t *testing.T) {
	c := New(testSID, testToken, Options{})
	for _, v := range []any{c, *c, []*Client{c}, struct{ C *Client }{c}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
			if s := fmt.Sprintf(verb, v); strings.Contains(s, testToken) {
				t.Errorf("%s of %T: %s", verb, v, s)
			}
		}
	}
}
