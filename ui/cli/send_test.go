package cli

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"logto-twilio/connector/account"
	"logto-twilio/ui/i18n"
)

// english speaks English.
var english = i18n.In(i18n.English)

// The shape that programs rely on, an empty one included.
func TestSentJSON(t *testing.T) {
	at := time.Date(2026, 1, 2, 3, 4, 5, 678_900_000, time.FixedZone("", 3600))
	var d account.Delivery
	d.Note(account.Message{SID: "SM1", Status: account.Undelivered, Segments: 2, ErrorCode: 30034, ErrorMessage: "Unregistered",
		Price: "-0.01580", PriceUnit: "USD"}, at)
	for want, d := range map[string]account.Delivery{
		`{"sid":"SM1","status":"undelivered","final":true,"outcome":"undelivered","errorCode":30034,"errorMessage":"Unregistered",` +
			`"segments":2,"price":"-0.01580","priceUnit":"USD","history":[{"status":"undelivered","at":"2026-01-02T02:04:05.678Z"}],"error":null}`: d,
		`{"sid":"","status":"","final":false,"outcome":"unknown","errorCode":null,"errorMessage":"EOF",` +
			`"segments":0,"price":"","priceUnit":"","history":[],"error":null}`: {Err: &account.CallError{Kind: account.Unreachable, Message: "EOF", OutcomeUnknown: true}},
		`{"sid":"","status":"","final":true,"outcome":"not-sent","errorCode":null,"errorMessage":"",` +
			`"segments":0,"price":"","priceUnit":"","history":[],"error":null}`: {Err: &account.CallError{Kind: account.CallCanceled, Message: context.Canceled.Error()}},
	} {
		got, err := json.Marshal(sentOf(d))
		if err != nil || string(got) != want {
			t.Errorf("%s %v, want\n%s", got, err, want)
		}
	}
	for status, want := range map[account.MessageStatus]outcome{
		account.Read: outcomeDelivered, account.PartiallyDelivered: outcomeUndelivered, account.Failed: outcomeUndelivered,
		account.Canceled: outcomeUndelivered, account.Sent: outcomePending, "new": outcomePending,
	} {
		if got := outcomeOf(account.Delivery{Message: account.Message{Status: status}}); got != want {
			t.Errorf("%s is %s, want %s", status, got, want)
		}
	}
}
