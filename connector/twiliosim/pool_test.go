package twiliosim_test

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"logto-twilio/connector/account"
	"logto-twilio/connector/twiliosim"
)

// pool is where the numbers of a service are.
func pool(service string) string { return services + "/" + service + "/PhoneNumbers" }

// remove takes a number out of a service.
func (c caller) remove(service, sid string) {
	c.t.Helper()
	if status, body, err := c.do("DELETE", pool(service)+"/"+sid, nil); status != 204 || err != nil {
		c.t.Fatalf("DELETE %s: %d %v %v", sid, status, body, err)
	}
}

func TestMovingANumber(t *testing.T) {
	c := demo(t, twiliosim.New())
	n := twiliosim.Accounts()[0].Services[0].Senders[0]
	from, to := twiliosim.DemoServiceSID, twiliosim.NoSenderServiceSID
	if got := c.get(pool(from) + "/" + n.SID); got["phone_number"] != n.Name || got["url"] != pool(from)+"/"+n.SID {
		t.Errorf("before: %v", got)
	}
	c.refused("POST", pool(to), form("PhoneNumberSid", n.SID), 409, 21712)
	c.remove(from, n.SID)
	c.refused("GET", pool(from)+"/"+n.SID, nil, 404, 20404)
	if got := c.owned(n.Name); !slices.Equal(got, []string{n.Name}) {
		t.Errorf("of the account between the two: %v", got)
	}
	got := c.post(pool(to), form("PhoneNumberSid", n.SID))
	if got["sid"] != n.SID || got["service_sid"] != to || got["phone_number"] != n.Name || got["country_code"] != "US" {
		t.Errorf("after: %v", got)
	}
	c.refused("POST", pool(to), form("PhoneNumberSid", n.SID), 409, 21710)
	if sids, _ := all(c, pool(to), "phone_numbers", "sid", "next_page_url"); !slices.Equal(sids, []string{n.SID}) {
		t.Errorf("in the service: %v", sids)
	}
	if status, m := c.send(somebody, to, "123456"); status != 201 {
		t.Errorf("sending from it: %d %v", status, m)
	}
}

func TestRefusedMoves(t *testing.T) {
	c := demo(t, twiliosim.New())
	unknown := strings.Repeat("0", 32)
	voice := twiliosim.Accounts()[0].Unassigned[2]
	if voice.SMS {
		t.Fatalf("%s has SMS", voice.Name)
	}
	alerts := twiliosim.Accounts()[0].Services[3]
	c.refused("POST", pool(twiliosim.DemoServiceSID), form("PhoneNumberSid", "PN"+unknown), 404, 20404)
	c.refused("POST", pool(twiliosim.DemoServiceSID), form("PhoneNumberSid", voice.SID), 400, 21715)
	c.refused("POST", pool(twiliosim.DemoServiceSID), form("Sid", voice.SID), 400, 20001)
	c.refused("POST", pool("MG"+unknown), form("PhoneNumberSid", voice.SID), 404, 20404)
	c.refused("DELETE", pool(twiliosim.DemoServiceSID)+"/"+voice.SID, nil, 404, 20404)
	c.refused("DELETE", pool("MG"+unknown)+"/"+voice.SID, nil, 404, 20404)
	c.refused("DELETE", pool(alerts.SID)+"/"+alerts.Senders[0].SID, nil, 404, 20404) // a short code
	suspended := twiliosim.Accounts()[2].Services[0]
	c.as(twiliosim.SuspendedAccountSID).refused("DELETE", pool(suspended.SID)+"/"+suspended.Senders[0].SID, nil, 403, 20005)
}

func TestFullPool(t *testing.T) {
	c := demo(t, twiliosim.New()).as(twiliosim.LargeAccountSID)
	shops := twiliosim.Accounts()[4].Services
	into := shops[0].SID
	for _, shop := range shops[1:8] {
		for _, n := range shop.Senders {
			c.remove(shop.SID, n.SID)
			c.post(pool(into), form("PhoneNumberSid", n.SID))
		}
	}
	n := shops[8].Senders[0]
	c.remove(shops[8].SID, n.SID)
	c.refused("POST", pool(into), form("PhoneNumberSid", n.SID), 412, 21714)
}

func TestCreatingAService(t *testing.T) {
	c := demo(t, twiliosim.New())
	for _, name := range []string{"Codes", strings.Repeat("码", 64)} {
		made := c.post(services, form("FriendlyName", name, "Usecase", "notifications"))
		if made["friendly_name"] != name || made["usecase"] != "notifications" || made["us_app_to_person_registered"] != false {
			t.Errorf("made %v", made)
		}
		if got := c.get(services + "/" + made["sid"].(string)); got["friendly_name"] != name {
			t.Errorf("fetched %v", got)
		}
		if sids, _ := all(c, services, "services", "sid", "next_page_url"); sids[0] != made["sid"] {
			t.Errorf("the first of the list is %v", sids[0])
		}
	}
	if got := c.post(services, form("FriendlyName", "x"))["usecase"]; got != "undeclared" {
		t.Errorf("use case %v", got)
	}
	c.refused("POST", services, form("Usecase", "notifications"), 400, 20001)
	c.refused("POST", services, form("FriendlyName", strings.Repeat("码", 65)), 400, 20001)
	c.refused("POST", services, form("FriendlyName", "x", "Usecase", "Notifications"), 400, 21713)
	c.as(twiliosim.SuspendedAccountSID).refused("POST", services, form("FriendlyName", "x"), 403, 20005)
}

// TestFromNothing goes the way that a new account goes, to a message that arrives.
func TestFromNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := demo(t, twiliosim.New()).as(twiliosim.EmptyAccountSID)
		service := c.post(services, form("FriendlyName", "Codes", "Usecase", "notifications"))["sid"].(string)
		if status, m := c.send(somebody, service, "1"); status != 400 || code(m) != 21704 {
			t.Errorf("without a sender: %d %v", status, m)
		}
		for number, want := range map[string]any{"+12125550150": 30034.0, "+18335550150": 30032.0, "+447700900700": nil} {
			sid := c.post(c.account()+"/IncomingPhoneNumbers.json", form("PhoneNumber", number))["sid"].(string)
			c.post(pool(service), form("PhoneNumberSid", sid))
			_, m := c.send("+12025550100", service, "1")
			if walk, last := follow(c, m); last["error_code"] != want || last["from"] != number {
				t.Errorf("from %s to the USA: %s, %v", number, walk, last)
			}
			c.remove(service, sid)
		}
	})
}

func TestTollFreeNumbers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := demo(t, twiliosim.New())
		for i, want := range []any{nil, 30032.0, 30032.0} {
			n := twiliosim.Accounts()[0].Services[34].Senders[i]
			if n.Kind != account.LongCode || !n.SMS {
				t.Fatalf("%+v", n)
			}
			_, m := c.send("+12025550100", twiliosim.TollFreeServiceSID, "1")
			if walk, last := follow(c, m); last["error_code"] != want || last["from"] != n.Name {
				t.Errorf("from %s: %s, %v", n.Name, walk, last)
			}
			c.remove(twiliosim.TollFreeServiceSID, n.SID)
		}
	})
}
