package twilio

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"logto-twilio/connector/account"
	"logto-twilio/connector/redact/redacttest"
)

// repeating answers every request with said in all its strings.
func repeating(status int, said string) roundTripper {
	word, _ := json.Marshal(said)
	body := bytes.ReplaceAll([]byte(`{"sid":S,"friendly_name":S,"type":S,"status":S,"usecase":S,"to":S,"from":S,"body":S,
		"num_segments":S,"error_message":S,"price":S,"price_unit":S,"balance":"1.00","currency":S,"message":S,"code":20003,
		"more_info":S,"phone_number":S,"services":[{"sid":S,"friendly_name":S,"usecase":S}],
		"incoming_phone_numbers":[{"sid":S,"phone_number":S,"friendly_name":S}],
		"outgoing_caller_ids":[{"phone_number":S}],
		"phone_numbers":[{"sid":S,"phone_number":S,"country_code":S,"capabilities":[S]}],
		"short_codes":[{"sid":S,"short_code":S,"country_code":S}],"alpha_senders":[{"sid":S,"alpha_sender":S}],
		"compliance":[{"sid":S,"campaign_status":S}],
		"verifications":[{"tollfree_phone_number_sid":S,"tollfree_phone_number":S,"status":S}],
		"countries":[{"country_code":S,"country":S,"subresource_uris":{"local":S}}],
		"available_phone_numbers":[{"phone_number":S,"iso_country":S,"region":S,"locality":S,"address_requirements":S}],
		"price_unit":S,"phone_number_prices":[{"number_type":"local","current_price":"1"}],"meta":{}}`), []byte("S"), word)
	return func(r *http.Request) (*http.Response, error) {
		if r.Method == http.MethodDelete && status == http.StatusOK {
			return reply(http.StatusNoContent, ""), nil
		}
		return reply(status, string(body)), nil
	}
}

// told are all the calls, with what each makes of an answer.
var told = map[string]func(context.Context, *Client) (any, error){
	"Account":         func(ctx context.Context, c *Client) (any, error) { return c.Account(ctx) },
	"Balance":         func(ctx context.Context, c *Client) (any, error) { return c.Balance(ctx) },
	"VerifiedNumbers": func(ctx context.Context, c *Client) (any, error) { return c.VerifiedNumbers(ctx) },
	"Services": func(ctx context.Context, c *Client) (all any, err error) {
		err = c.Services(ctx, func(page []account.Service) { all = page })
		return all, err
	},
	"Service":       func(ctx context.Context, c *Client) (any, error) { return c.Service(ctx, testService) },
	"CreateService": func(ctx context.Context, c *Client) (any, error) { return c.CreateService(ctx, "x") },
	"Senders":       func(ctx context.Context, c *Client) (any, error) { return c.Senders(ctx, testService) },
	"AddNumber": func(ctx context.Context, c *Client) (any, error) {
		return nil, c.AddNumber(ctx, testService, testNumber)
	},
	"RemoveNumber": func(ctx context.Context, c *Client) (any, error) {
		return nil, c.RemoveNumber(ctx, testService, testNumber)
	},
	"PhoneNumbers": func(ctx context.Context, c *Client) (all any, err error) {
		err = c.PhoneNumbers(ctx, func(page []account.PhoneNumber) { all = page })
		return all, err
	},
	"BuyNumber":       func(ctx context.Context, c *Client) (any, error) { return c.BuyNumber(ctx, testPhone) },
	"Send":            func(ctx context.Context, c *Client) (any, error) { return c.Send(ctx, testOutgoing) },
	"Message":         func(ctx context.Context, c *Client) (any, error) { return c.Message(ctx, testMessage) },
	"Campaigns":       func(ctx context.Context, c *Client) (any, error) { return c.Campaigns(ctx, testService) },
	"TollFree":        func(ctx context.Context, c *Client) (any, error) { return c.TollFreeVerifications(ctx) },
	"NumberCountries": func(ctx context.Context, c *Client) (any, error) { return c.NumberCountries(ctx) },
	"AvailableNumbers": func(ctx context.Context, c *Client) (any, error) {
		return c.AvailableNumbers(ctx, account.NumberSearch{Country: "US"})
	},
	"NumberPrices": func(ctx context.Context, c *Client) (any, error) { return c.NumberPrices(ctx, "US") },
}

// Nothing that a call returns has the token, in whatever field and however written,
// in a success or in a refusal.
func TestNoAnswerCarriesTheTokenOut(t *testing.T) {
	for call, ask := range told {
		for name, encode := range redacttest.Encodings {
			for _, frame := range []string{"%s", "My %s name", "AC%s", "https://www.twilio.com/docs/%s"} {
				said := fmt.Sprintf(frame, encode(redacttest.Token))
				for _, status := range []int{http.StatusOK, http.StatusBadRequest} {
					c := New(redacttest.SID, redacttest.Token, Options{Transport: repeating(status, said)})
					got, err := ask(t.Context(), c)
					shown := fmt.Sprintf("%#v", got)
					if err != nil {
						shown += fmt.Sprintf("%#v", *callError(t, err))
					}
					if leak := redacttest.Leak(shown, redacttest.Token); leak != "" {
						t.Fatalf("%s, %s in %q, %d: %s in %s", call, name, frame, status, leak, shown)
					}
				}
			}
		}
	}
}

// The account's own SID is seen, even where its digits are those of the token.
func TestTheAccountsSIDIsShown(t *testing.T) {
	const own = "AC" + redacttest.Token
	c := New(own, redacttest.Token, Options{Transport: roundTripper(func(*http.Request) (*http.Response, error) {
		return reply(http.StatusOK, `{"sid":"`+own+`","friendly_name":"`+redacttest.Token+` of `+own+`, x`+own+`"}`), nil
	})})
	got, err := c.Account(t.Context())
	if err != nil || got.SID != own || got.FriendlyName != "•••••••• of "+own+", ••••••••" {
		t.Errorf("%+v, %v", got, err)
	}
}

// A code is shown as a number, which a piece of the token could be.
func TestNoCodeIsAPieceOfTheToken(t *testing.T) {
	for code, want := range map[string]int{"30034": 30034, "999999": 999999, "12345678": 0, "null": 0} {
		m, err := answering(`{"sid":"SM1","status":"failed","error_code":`+code+`}`).Message(t.Context(), testMessage)
		if err != nil || m.ErrorCode != want {
			t.Errorf("%s: %d, %v", code, m.ErrorCode, err)
		}
	}
}
