package connector

import (
	"strings"

	"logto-twilio/connector/char"
	"logto-twilio/connector/problem"
)

// DefaultHost is the host of Twilio's API that the connector posts to where the
// configuration names none: the one of the region US1.
const DefaultHost = "api.twilio.com"

// IrelandHost is the host of the region IE1, the only other one that sends SMS
// (twilio.com/docs/global-infrastructure: Regional product availability, seen in
// November 2026).
const IrelandHost = "api.dublin.ie1.twilio.com"

// maxHost is how long the guard lets a host be, in UTF-16 units.
const maxHost = 253

// hostPattern is the rule of the guard (twilioSmsConfigGuard, src/types.ts of
// connector 1.5.0), its flag i written out: Go's would take more letters than
// JavaScript's.
const hostPattern = `^[Aa][Pp][Ii](?:\.[\dA-Za-z](?:[\dA-Za-z-]{0,61}[\dA-Za-z])?)*\.[Tt][Ww][Ii][Ll][Ii][Oo]\.[Cc][Oo][Mm]$`

var hostRule = lazily(hostPattern)

// ValidHost reports whether the guard of a release that knows the key takes a text
// for host.
func ValidHost(s string) bool { return len(s) <= maxHost && hostRule().MatchString(s) }

// APIHost is the host that messages are posted to, in lower case as the connector
// writes it: [DefaultHost] where the configuration has none. It is what stands
// there, whatever that is; see [ValidHost].
func (c Config) APIHost() string {
	if c.Host == nil {
		return DefaultHost
	}
	return strings.ToLower(*c.Host)
}

// ElsewhereThanUS reports whether a host is that of another region than US1, which
// is where releases that do not know the key post to.
func ElsewhereThanUS(host string) bool {
	host = strings.ToLower(host)
	return host != DefaultHost && !strings.HasSuffix(host, ".us1.twilio.com")
}

// ProductHost is the host of another of Twilio's products in the region of an API
// host: messaging.dublin.ie1.twilio.com for messaging and api.dublin.ie1.twilio.com.
func ProductHost(product, apiHost string) string {
	return product + strings.TrimPrefix(strings.ToLower(apiHost), "api")
}

// regionHosts are the hosts of the regions that have one of their own, by the names
// that people know them by (twilio.com/docs/global-infrastructure: API domain
// migration guide, Legacy Edge Location IDs; seen in November 2026).
var regionHosts = map[string]string{
	"us1": DefaultHost, "us": DefaultHost, "ashburn": DefaultHost,
	"ie1": IrelandHost, "ie": IrelandHost, "dublin": IrelandHost, "ireland": IrelandHost,
	"au1": "api.sydney.au1.twilio.com", "au": "api.sydney.au1.twilio.com", "sydney": "api.sydney.au1.twilio.com", "australia": "api.sydney.au1.twilio.com",
}

// retiredHosts are the hosts that Twilio switched off on 28 April 2026, and what
// takes their place (the same pages). All of them led to US1.
var retiredHosts = map[string]string{
	"api.ie1.twilio.com": IrelandHost,
	"api.au1.twilio.com": "api.sydney.au1.twilio.com",
	"api.br1.twilio.com": DefaultHost, "api.de1.twilio.com": DefaultHost, "api.jp1.twilio.com": DefaultHost,
	"api.sg1.twilio.com": DefaultHost, "api.us2.twilio.com": DefaultHost,
}

// CleanHost takes from a host what a paste brings along: what [Clean] does, and
// what makes an address of it (https://, a port, a path). A text that no valid host
// is left of stays as Clean leaves it.
func CleanHost(s string) string {
	s = char.TrimPaste(s)
	bare := s
	if _, rest, ok := strings.Cut(bare, "://"); ok {
		bare = rest
	}
	if end := strings.IndexAny(bare, "/?#"); end >= 0 {
		bare = bare[:end]
	}
	bare = strings.TrimSuffix(strings.TrimSuffix(bare, ":443"), ".")
	if ValidHost(bare) {
		return bare
	}
	return s
}

// CheckHost judges a host: whether the guard takes it, and what follows from it.
func CheckHost(s string) []problem.Problem {
	found := func(severity problem.Severity, code problem.Code, suggestion string) problem.Problem {
		args := problem.Args{"key": "host"}
		if suggestion != "" {
			args["suggestion"] = suggestion
		}
		return problem.Problem{Severity: severity, Code: code, Path: "/host", Args: args}
	}
	clean := CleanHost(s)
	right, meant := meantHost(clean)
	switch {
	case clean == "":
		return []problem.Problem{found(problem.Error, problem.EmptyHost, "")}
	case meant:
		return []problem.Problem{found(problem.Error, problem.MisspeltHost, right)}
	case !ValidHost(clean):
		return []problem.Problem{found(problem.Error, problem.BadHost, "")}
	}
	var problems []problem.Problem
	if !ValidHost(s) {
		problems = append(problems, found(problem.Error, problem.HostIsAddress, clean))
	}
	if right, retired := retiredHosts[strings.ToLower(clean)]; retired {
		return append(problems, found(problem.Warning, problem.RetiredHost, right))
	}
	if ElsewhereThanUS(clean) {
		since, p := oldest(func(r Release) bool { return r.Host }), found(problem.Warning, problem.HostSince, "")
		p.Args["since"], p.Args["logto"] = since.From, since.LogtoFrom
		problems = append(problems, p)
	}
	return problems
}

// meantHost is the host that the name of a region stands for, or the host of another
// product, or one without its first label; false where a text is none of these.
func meantHost(s string) (right string, ok bool) {
	s = strings.ToLower(s)
	if right, ok = regionHosts[s]; ok || ValidHost(s) {
		return right, ok
	}
	for _, product := range []string{"messaging.", "pricing."} {
		s = strings.TrimPrefix(s, product)
	}
	right = "api." + s
	return right, strings.HasSuffix("."+s, ".twilio.com") && ValidHost(right)
}
