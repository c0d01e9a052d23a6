// Package twiliosim is a simulated Twilio: the operations that a messaging
// set-up needs, with Twilio's shapes, codes and delays, its state in memory. A
// [Server] stands for all of Twilio's hosts, as an http.RoundTripper that needs
// no network (the demo, most tests) and as an http.Handler (behind --twilio-url).
//
// # The world
//
// A new Server has five accounts, always the same; [Accounts] lists them whole:
//
//   - [DemoAccountSID], a full account with 57 messaging services, newest first.
//     The first, [DemoServiceSID], is the one to choose. Others have no sender,
//     US numbers without an A2P registration, a short code only, an alphanumeric
//     sender only, a Chinese name, a number without SMS, or a pool of 60 numbers.
//     Five that a test message may pass are named: [InReviewServiceSID],
//     [RefusedServiceSID], [ShortValidityServiceSID], [PlainEncodingServiceSID]
//     and [TollFreeServiceSID]. Some of its numbers are in no service.
//   - [TrialAccountSID], a trial account that can send to [VerifiedNumber] alone
//     and has the one number that Twilio gives it.
//   - [SuspendedAccountSID], which owes money and can only be read.
//   - [EmptyAccountSID], a full account with some money and nothing else.
//   - [LargeAccountSID], with a hundred services of fifty numbers each.
//
// The auth token of all is [DemoAuthToken].
//
// # What is for sale
//
// [ForSale] lists the numbers, of eight countries: with and without SMS, with and
// without a requirement of an address (which refuses the purchase: 21615, 21631),
// from a country without prices, too. [TakenNumber] is gone when somebody tries
// to buy it (21422). A number that was bought is in no service and no more for
// sale; a number is in one service or in none (21710, 21712), one without SMS
// in none (21715). [Server.Bought] tells what was bought, as [Server.Taken] does
// of messages.
//
// # What can be provoked
//
// A message to +1500 and seven digits meets what the digits name: one of
// Twilio's error codes, padded with zeros (+15000021608), or an HTTP status that
// stands for a fault on the way (+15000000504 hangs). An auth token of 25 zeros
// and the same seven digits does it to every call. [Scenarios] lists all of them.
// Every other number receives its message after some three seconds.
//
// What a person would meet by accident is checked as Twilio does: a number that
// is not E.164, an empty or overlong body, an unknown service, one without a
// sender or without one that fits, a trial account, an unregistered US number, an
// unverified toll-free number, a message to the account's own number.
//
// What else can go wrong on the way is in package adversity, for tests alone: it
// breaks the [Wire] that requests and answers go through.
package twiliosim

import (
	"strings"
	"sync"
	"time"

	"logto-twilio/connector/account"
)

// Server is a simulated Twilio, for use by many goroutines at once. It starts
// none of its own.
type Server struct {
	speed  float64
	region string // what stands behind api in the names of its hosts

	mu       sync.Mutex
	accounts map[string]*Account // by SID, those that were asked for
	messages map[string]*message // by SID
	requests []Request
	stock    []account.AvailableNumber // what is for sale
	bought   []purchase
	made     int // how many SIDs were made
	wire     Wire
}

// Option changes how a Server behaves.
type Option func(*Server)

// Speed lets everything that takes time (answers, deliveries) run factor times
// as fast; 1 is as described, and what is not positive counts as 1.
func Speed(factor float64) Option {
	return func(s *Server) {
		if factor > 0 {
			s.speed = factor
		}
	}
}

// Region puts the accounts into the region of an API host, such as
// api.dublin.ie1.twilio.com; they are in US1 otherwise. As with Twilio, the hosts
// of another region do not know their auth tokens (20003), and that of prices is in
// US1 alone.
func Region(apiHost string) Option {
	return func(s *Server) { s.region = strings.TrimPrefix(apiHost, "api") }
}

// New returns a server with the accounts that Accounts lists.
func New(options ...Option) *Server {
	s := &Server{speed: 1, region: ".twilio.com", accounts: map[string]*Account{}, messages: map[string]*message{}, stock: ForSale()}
	for _, o := range options {
		o(s)
	}
	return s
}

// lasts is how long d takes at the server's speed.
func (s *Server) lasts(d time.Duration) time.Duration {
	return time.Duration(float64(d) / s.speed)
}
