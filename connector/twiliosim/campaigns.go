package twiliosim

import (
	"logto-twilio/connector/account"
)

// campaignJSON is the A2P registration of a service.
type campaignJSON struct {
	SID                    string              `json:"sid"`
	AccountSID             string              `json:"account_sid"`
	BrandRegistrationSID   string              `json:"brand_registration_sid"`
	MessagingServiceSID    string              `json:"messaging_service_sid"`
	Description            string              `json:"description"`
	MessageSamples         []string            `json:"message_samples"`
	USAppToPersonUseCase   string              `json:"us_app_to_person_usecase"`
	HasEmbeddedLinks       bool                `json:"has_embedded_links"`
	HasEmbeddedPhone       bool                `json:"has_embedded_phone"`
	SubscriberOptIn        bool                `json:"subscriber_opt_in"`
	AgeGated               bool                `json:"age_gated"`
	DirectLending          bool                `json:"direct_lending"`
	CampaignStatus         string              `json:"campaign_status"`
	CampaignID             *string             `json:"campaign_id"`
	IsExternallyRegistered bool                `json:"is_externally_registered"`
	RateLimits             map[string]any      `json:"rate_limits"`
	MessageFlow            string              `json:"message_flow"`
	OptInMessage           string              `json:"opt_in_message"`
	OptOutMessage          string              `json:"opt_out_message"`
	HelpMessage            string              `json:"help_message"`
	OptInKeywords          []string            `json:"opt_in_keywords"`
	OptOutKeywords         []string            `json:"opt_out_keywords"`
	HelpKeywords           []string            `json:"help_keywords"`
	DateCreated            string              `json:"date_created"`
	DateUpdated            string              `json:"date_updated"`
	URL                    string              `json:"url"`
	Mock                   bool                `json:"mock"`
	Errors                 []campaignErrorJSON `json:"errors"`
}

// campaignErrorJSON is why a registration was refused.
type campaignErrorJSON struct {
	ErrorCode   int      `json:"error_code"`
	Fields      []string `json:"fields"`
	URL         string   `json:"url"`
	Description string   `json:"description"`
}

// listCampaigns is ListUsAppToPerson.
func (c *call) listCampaigns() answer {
	service, ok := c.account.service(c.params["ServiceSid"])
	if !ok {
		return notFound(c.path)
	}
	return listing(c, "compliance", service.Campaigns, func(k account.Campaign) string { return k.SID },
		func(k account.Campaign) any { return c.renderCampaign(service, k) })
}

// renderCampaign makes the resource of a registration.
func (c *call) renderCampaign(service *Service, k account.Campaign) campaignJSON {
	out := campaignJSON{
		SID:                  k.SID,
		AccountSID:           c.account.SID,
		BrandRegistrationSID: "BN" + k.SID[len("QE"):],
		MessagingServiceSID:  service.SID,
		Description:          "Verification codes for people who sign in or register.",
		MessageSamples:       []string{"Your code is 123456.", "Your sign-in code is 123456."},
		USAppToPersonUseCase: "2FA",
		SubscriberOptIn:      true,
		CampaignStatus:       string(k.Status),
		MessageFlow:          "People type their number into the sign-in page to get a code.",
		OptOutKeywords:       []string{"STOP"},
		HelpKeywords:         []string{"HELP"},
		OptInKeywords:        []string{},
		DateCreated:          iso8601(service.Created),
		DateUpdated:          iso8601(service.Created),
		URL:                  serviceURL(service.SID) + "/Compliance/Usa2p/" + k.SID,
		Errors:               []campaignErrorJSON{},
	}
	switch k.Status {
	case account.CampaignVerified:
		out.CampaignID = new("CDEMO01")
		out.RateLimits = map[string]any{"att": map[string]any{"mps": 4, "msg_class": "E"}, "tmobile": map[string]any{"brand_tier": "LOW"}}
	case account.CampaignFailed:
		out.Errors = append(out.Errors, campaignErrorJSON{
			ErrorCode: 30897, Fields: []string{"MESSAGE_FLOW"}, URL: "https://www.twilio.com/docs/api/errors/30897",
			Description: "The campaign was reviewed and rejected due to disallowed content.",
		})
	}
	return out
}
