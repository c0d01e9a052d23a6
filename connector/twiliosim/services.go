package twiliosim

import (
	"net/http"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"logto-twilio/connector/account"
)

// serviceJSON is a messaging service as messaging.twilio.com answers it.
type serviceJSON struct {
	AccountSID                string            `json:"account_sid"`
	FriendlyName              string            `json:"friendly_name"`
	SID                       string            `json:"sid"`
	DateCreated               string            `json:"date_created"`
	DateUpdated               string            `json:"date_updated"`
	StickySender              bool              `json:"sticky_sender"`
	MMSConverter              bool              `json:"mms_converter"`
	SmartEncoding             bool              `json:"smart_encoding"`
	FallbackToLongCode        bool              `json:"fallback_to_long_code"`
	AreaCodeGeomatch          bool              `json:"area_code_geomatch"`
	ValidityPeriod            int               `json:"validity_period"` // seconds
	ScanMessageContent        string            `json:"scan_message_content"`
	SynchronousValidation     bool              `json:"synchronous_validation"`
	InboundRequestURL         *string           `json:"inbound_request_url"`
	InboundMethod             string            `json:"inbound_method"`
	FallbackURL               *string           `json:"fallback_url"`
	FallbackMethod            string            `json:"fallback_method"`
	StatusCallback            *string           `json:"status_callback"`
	UseCase                   string            `json:"usecase"`
	USAppToPersonRegistered   bool              `json:"us_app_to_person_registered"`
	UseInboundWebhookOnNumber bool              `json:"use_inbound_webhook_on_number"`
	Links                     map[string]string `json:"links"`
	URL                       string            `json:"url"`
}

// listServices is ListService.
func (c *call) listServices() answer {
	return listing(c, "services", c.account.Services, func(s Service) string { return s.SID },
		func(s Service) any { return c.renderService(s) })
}

// maxServiceName is how long the name of a service may be, in characters.
const maxServiceName = 64

// useCases are what a service may be for.
var useCases = []string{"notifications", "marketing", "verification", "discussion", "poll", "undeclared"}

// createService is CreateService. Of its fields it knows FriendlyName, Usecase and
// ValidityPeriod; the others are as Twilio sets them by itself.
func (c *call) createService() answer {
	name, useCase := c.form.Get("FriendlyName"), c.form.Get("Usecase")
	if useCase == "" {
		useCase = "undeclared"
	}
	waiting, ok := c.validityPeriod()
	switch {
	case name == "":
		return missing("FriendlyName")
	case !ok:
		return invalid("ValidityPeriod is not from 1 to 36000")
	case utf8.RuneCountInString(name) > maxServiceName:
		return invalid("FriendlyName is longer than 64 characters")
	case !slices.Contains(useCases, useCase):
		return refuse(21713)
	}
	s := Service{Service: account.Service{
		SID: c.newSID("MG"), FriendlyName: name, UseCase: useCase, ValidityPeriod: waiting, SmartEncoding: true,
		Created: c.now.UTC().Truncate(time.Second),
	}}
	c.account.Services = slices.Insert(c.account.Services, 0, s)
	return succeed(http.StatusCreated, c.renderService(s))
}

// validityPeriod is how long messages of the new service may wait: what was asked
// for, or Twilio's default; false where it is out of bounds.
func (c *call) validityPeriod() (time.Duration, bool) {
	asked := c.form.Get("ValidityPeriod")
	if asked == "" {
		return defaultValidity, true
	}
	n, err := strconv.Atoi(asked)
	d := time.Duration(n) * time.Second
	return d, err == nil && 0 < d && d <= defaultValidity
}

// fetchService is FetchService.
func (c *call) fetchService() answer {
	s, ok := c.account.service(c.params["ServiceSid"])
	if !ok {
		return notFound(c.path)
	}
	return succeed(http.StatusOK, c.renderService(*s))
}

// renderService makes the resource of a service.
func (c *call) renderService(s Service) serviceJSON {
	url := serviceURL(s.SID)
	return serviceJSON{
		AccountSID:              c.account.SID,
		FriendlyName:            s.FriendlyName,
		SID:                     s.SID,
		DateCreated:             iso8601(s.Created),
		DateUpdated:             iso8601(s.Created),
		StickySender:            true,
		MMSConverter:            true,
		SmartEncoding:           s.SmartEncoding,
		FallbackToLongCode:      true,
		AreaCodeGeomatch:        true,
		ValidityPeriod:          int(s.ValidityPeriod.Seconds()),
		ScanMessageContent:      "inherit",
		InboundMethod:           http.MethodPost,
		FallbackMethod:          http.MethodPost,
		UseCase:                 s.UseCase,
		USAppToPersonRegistered: s.A2PRegistered,
		Links: map[string]string{
			"phone_numbers":             url + "/PhoneNumbers",
			"short_codes":               url + "/ShortCodes",
			"alpha_senders":             url + "/AlphaSenders",
			"messages":                  url + "/Messages",
			"us_app_to_person":          url + "/Compliance/Usa2p",
			"us_app_to_person_usecases": url + "/Compliance/Usa2p/Usecases",
			"channel_senders":           url + "/ChannelSenders",
			"destination_alpha_senders": url + "/DestinationAlphaSenders",
		},
		URL: url,
	}
}

// serviceURL is the address of a service.
func serviceURL(sid string) string { return "https://" + messagingHost + "/v1/Services/" + sid }
