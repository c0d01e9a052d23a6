package twiliosim_test

import (
	"net/url"
	"strings"
	"testing"

	"logto-twilio/connector/twiliosim"
)

// TestContractOfEveryOperation makes one call of each operation that the server
// knows and holds request and success against Twilio's OpenAPI. Who adds an
// operation adds its call here.
func TestContractOfEveryOperation(t *testing.T) {
	c := demo(t, loadSpec(t, twiliosim.New()))
	calls := everyCall(c)
	operations := twiliosim.Operations()
	if len(operations) != len(calls) {
		t.Fatalf("%d operations, %d calls", len(operations), len(calls))
	}
	for i, operation := range operations {
		method, place, _ := strings.Cut(operation, " ")
		begin, _, _ := strings.Cut(place, "{")
		if !strings.HasPrefix(calls[i].address, "https://"+begin) {
			t.Errorf("the call of %s is to %s", operation, calls[i].address)
		}
		if status, body, err := c.do(method, calls[i].address, calls[i].form); status/100 != 2 || err != nil {
			t.Errorf("%s: %d %v %v", operation, status, body, err)
		}
	}
}

// operationCall is a call of an operation.
type operationCall struct {
	address string
	form    url.Values // of a POST
}

// everyCall is a call of each operation, in the order of Operations.
func everyCall(c caller) []operationCall {
	_, message := c.send(somebody, twiliosim.DemoServiceSID, "123456")
	unassigned := twiliosim.Accounts()[0].Unassigned[0].SID
	first := twiliosim.Accounts()[0].Services[0].Senders[0].SID
	account, available := c.account(), c.account()+"/AvailablePhoneNumbers"
	service := services + "/" + twiliosim.DemoServiceSID
	return []operationCall{
		{account + ".json", nil},
		{available + ".json", nil},
		{available + "/US.json", nil},
		{available + "/US/Local.json?AreaCode=212&SmsEnabled=true&PageSize=30", nil},
		{available + "/SE/Mobile.json?SmsEnabled=true&PageSize=30", nil},
		{available + "/US/TollFree.json?SmsEnabled=true&PageSize=30", nil},
		{account + "/Balance.json", nil},
		{account + "/IncomingPhoneNumbers.json?PageSize=1000", nil},
		{account + "/IncomingPhoneNumbers.json", form("PhoneNumber", "+447700900700")},
		{account + "/Messages.json?DateSent%3E=2025-01-01T00:00:00Z&PageSize=250", nil},
		{account + "/Messages.json", form("To", somebody, "MessagingServiceSid", twiliosim.DemoServiceSID, "Body", "1", "RiskCheck", "enable")},
		{c.message(message["sid"]), nil},
		{account + "/OutgoingCallerIds.json?PageSize=1000", nil},
		{services + "?PageSize=100", nil},
		{services, form("FriendlyName", "Codes", "Usecase", "notifications")},
		{service, nil},
		{service + "/PhoneNumbers", nil},
		{service + "/PhoneNumbers", form("PhoneNumberSid", unassigned)},
		{service + "/PhoneNumbers/" + first, nil},
		{service + "/PhoneNumbers/" + first, nil},
		{service + "/ShortCodes", nil},
		{service + "/AlphaSenders", nil},
		{service + "/Compliance/Usa2p", nil},
		{verifications + "?TollfreePhoneNumberSid=" + unassigned, nil},
		{prices + "US", nil},
	}
}
