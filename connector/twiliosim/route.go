package twiliosim

import (
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"logto-twilio/connector/account"
)

// Twilio's hosts.
const (
	apiHost       = "api.twilio.com"
	messagingHost = "messaging.twilio.com"
	pricingHost   = "pricing.twilio.com"
)

// operation is one of Twilio's operations. In its path, {name} stands for a
// value up to the next slash or the rest of its segment.
type operation struct {
	method, host, path string
	do                 func(*call) answer
}

// operations are all that the server knows. Literal paths come before those
// with a value in the same place.
var operations = []operation{
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}.json", (*call).fetchAccount},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers.json", (*call).listCountries},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}.json", (*call).fetchCountry},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Local.json", (*call).listLocal},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Mobile.json", (*call).listMobile},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/TollFree.json", (*call).listTollFree},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/Balance.json", (*call).fetchBalance},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json", (*call).listNumbers},
	{"POST", apiHost, "/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json", (*call).createNumber},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/Messages.json", (*call).listMessages},
	{"POST", apiHost, "/2010-04-01/Accounts/{AccountSid}/Messages.json", (*call).createMessage},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json", (*call).fetchMessage},
	{"GET", apiHost, "/2010-04-01/Accounts/{AccountSid}/OutgoingCallerIds.json", (*call).listCallerIDs},
	{"GET", messagingHost, "/v1/Services", (*call).listServices},
	{"POST", messagingHost, "/v1/Services", (*call).createService},
	{"GET", messagingHost, "/v1/Services/{ServiceSid}", (*call).fetchService},
	{"GET", messagingHost, "/v1/Services/{ServiceSid}/PhoneNumbers", (*call).listPhoneNumbers},
	{"POST", messagingHost, "/v1/Services/{ServiceSid}/PhoneNumbers", (*call).createPhoneNumber},
	{"GET", messagingHost, "/v1/Services/{ServiceSid}/PhoneNumbers/{Sid}", (*call).fetchPhoneNumber},
	{"DELETE", messagingHost, "/v1/Services/{ServiceSid}/PhoneNumbers/{Sid}", (*call).deletePhoneNumber},
	{"GET", messagingHost, "/v1/Services/{ServiceSid}/ShortCodes", (*call).listShortCodes},
	{"GET", messagingHost, "/v1/Services/{ServiceSid}/AlphaSenders", (*call).listAlphaSenders},
	{"GET", messagingHost, "/v1/Services/{ServiceSid}/Compliance/Usa2p", (*call).listCampaigns},
	{"GET", messagingHost, "/v1/Tollfree/Verifications", (*call).listVerifications},
	{"GET", pricingHost, "/v1/PhoneNumbers/Countries/{IsoCountry}", (*call).fetchPrices},
}

// call is one request on its way through an operation, the server's lock held.
type call struct {
	*Server
	account *Account // whose credentials were given
	path    string
	params  map[string]string // from the path
	query   url.Values
	form    url.Values
	now     time.Time
}

// receive records a request. It returns how it is carried out, and the wire that it
// goes through before.
func (s *Server) receive(r *http.Request, body []byte) (func() answer, Wire) {
	form, err := url.ParseQuery(string(body))
	user, token, _ := r.BasicAuth()
	request := Request{
		Method: r.Method, Host: hostOf(r), Path: r.URL.Path, AccountSID: user, Query: r.URL.Query(), Form: form,
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, request)
	return func() answer {
		if err != nil {
			return invalid("The body is not a form")
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.take(request, token)
	}, s.wire
}

// take carries out a request, the server's lock held.
func (s *Server) take(r Request, token string) answer {
	if _, region := cutHost(r.Host); region != "" && region != s.region {
		return refuse(20003)
	}
	account, o := s.authenticate(r.AccountSID, token)
	if a, ok := o.instead(); ok {
		return a
	}
	c := &call{Server: s, account: account, path: r.Path, query: r.Query, form: r.Form, now: time.Now()}
	a := c.dispatch(r.Method, r.Host)
	if o.effect == Slow {
		a.delay = SlowAnswer
	}
	return a
}

// authenticate finds the account of the credentials. The outcome is what the
// token provokes: 20003 where it is wrong, the zero outcome where it is right.
func (s *Server) authenticate(user, token string) (*Account, outcome) {
	account, known := s.account(user)
	if known && token == account.AuthToken {
		return account, outcome{}
	}
	if o, ok := provoked(token, tokenPrefix); ok && known && o.everyCall {
		return account, o
	}
	return nil, outcomeOf(20003)
}

// dispatch carries out the operation of a method, a host and the call's path.
// Hosts that are not Twilio's, as behind --twilio-url, know every operation.
func (c *call) dispatch(method, host string) answer {
	product, region := cutHost(host)
	if product == "pricing" && region != "" && region != ".twilio.com" {
		return notFound(c.path)
	}
	for _, o := range operations {
		params, ok := match(o.path, c.path)
		if !ok || o.method != method || region != "" && o.host != product+".twilio.com" {
			continue
		}
		if sid, ok := params["AccountSid"]; ok && sid != c.account.SID {
			break // another account's, which is not there for this one
		}
		if method != http.MethodGet && c.account.Status != account.ActiveAccount {
			return refuse(20005)
		}
		c.params = params
		return o.do(c)
	}
	return notFound(c.path)
}

// match compares a path with that of an operation and returns its values.
func match(pattern, path string) (map[string]string, bool) {
	want, have := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return nil, false
	}
	params := map[string]string{}
	for i, w := range want {
		name, suffix, variable := strings.Cut(strings.TrimPrefix(w, "{"), "}")
		if !variable {
			if w != have[i] {
				return nil, false
			}
			continue
		}
		value, ok := strings.CutSuffix(have[i], suffix)
		if !ok || value == "" {
			return nil, false
		}
		params[name] = value
	}
	return params, true
}

// cutHost cuts a host of Twilio's into its product and what stands behind that,
// which is "" for a host that is not Twilio's.
func cutHost(host string) (product, region string) {
	product, rest, _ := strings.Cut(host, ".")
	if !strings.HasSuffix("."+rest, ".twilio.com") {
		return host, ""
	}
	return product, "." + rest
}

// hostOf is the host that a request goes to, or came to, without its port.
func hostOf(r *http.Request) string {
	host := r.URL.Host
	if host == "" {
		host = r.Host
	}
	if name, _, err := net.SplitHostPort(host); err == nil {
		return name
	}
	return host
}
