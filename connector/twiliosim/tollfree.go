package twiliosim

import (
	"slices"
	"strings"

	"logto-twilio/connector/account"
)

// verificationJSON is the verification of a toll-free number.
type verificationJSON struct {
	SID                             string            `json:"sid"`
	AccountSID                      string            `json:"account_sid"`
	CustomerProfileSID              *string           `json:"customer_profile_sid"`
	TrustProductSID                 *string           `json:"trust_product_sid"`
	DateCreated                     string            `json:"date_created"`
	DateUpdated                     string            `json:"date_updated"`
	RegulatedItemSID                *string           `json:"regulated_item_sid"`
	BusinessName                    string            `json:"business_name"`
	BusinessStreetAddress           *string           `json:"business_street_address"`
	BusinessStreetAddress2          *string           `json:"business_street_address2"`
	BusinessCity                    *string           `json:"business_city"`
	BusinessStateProvinceRegion     *string           `json:"business_state_province_region"`
	BusinessPostalCode              *string           `json:"business_postal_code"`
	BusinessCountry                 *string           `json:"business_country"`
	BusinessWebsite                 string            `json:"business_website"`
	BusinessContactFirstName        *string           `json:"business_contact_first_name"`
	BusinessContactLastName         *string           `json:"business_contact_last_name"`
	BusinessContactEmail            *string           `json:"business_contact_email"`
	BusinessContactPhone            *string           `json:"business_contact_phone"`
	NotificationEmail               string            `json:"notification_email"`
	UseCaseCategories               []string          `json:"use_case_categories"`
	UseCaseSummary                  string            `json:"use_case_summary"`
	ProductionMessageSample         string            `json:"production_message_sample"`
	OptInImageURLs                  []string          `json:"opt_in_image_urls"`
	OptInType                       string            `json:"opt_in_type"`
	MessageVolume                   string            `json:"message_volume"`
	AdditionalInformation           *string           `json:"additional_information"`
	TollfreePhoneNumberSID          string            `json:"tollfree_phone_number_sid"`
	TollfreePhoneNumber             string            `json:"tollfree_phone_number"`
	Status                          string            `json:"status"`
	URL                             string            `json:"url"`
	RejectionReason                 *string           `json:"rejection_reason"`
	ErrorCode                       *int              `json:"error_code"`
	EditExpiration                  *string           `json:"edit_expiration"`
	EditAllowed                     *bool             `json:"edit_allowed"`
	BusinessRegistrationNumber      *string           `json:"business_registration_number"`
	BusinessRegistrationAuthority   *string           `json:"business_registration_authority"`
	BusinessRegistrationCountry     *string           `json:"business_registration_country"`
	BusinessType                    *string           `json:"business_type"`
	BusinessRegistrationPhoneNumber *string           `json:"business_registration_phone_number"`
	DoingBusinessAs                 *string           `json:"doing_business_as"`
	OptInConfirmationMessage        *string           `json:"opt_in_confirmation_message"`
	HelpMessageSample               *string           `json:"help_message_sample"`
	PrivacyPolicyURL                *string           `json:"privacy_policy_url"`
	TermsAndConditionsURL           *string           `json:"terms_and_conditions_url"`
	AgeGatedContent                 bool              `json:"age_gated_content"`
	OptInKeywords                   []string          `json:"opt_in_keywords"`
	RejectionReasons                []any             `json:"rejection_reasons"`
	ResourceLinks                   map[string]string `json:"resource_links"`
	ExternalReferenceID             *string           `json:"external_reference_id"`
	VettingID                       *string           `json:"vetting_id"`
	VettingProvider                 *string           `json:"vetting_provider"`
	VettingIDExpiration             *string           `json:"vetting_id_expiration"`
}

// listVerifications is ListTollfreeVerification. Of its filters it knows Status
// and TollfreePhoneNumberSid.
func (c *call) listVerifications() answer {
	status, number := c.query.Get("Status"), c.query.Get("TollfreePhoneNumberSid")
	var list []account.TollFreeVerification
	for _, v := range c.account.TollFree {
		if (status == "" || status == string(v.Status)) && (number == "" || number == v.NumberSID) {
			list = append(list, v)
		}
	}
	return listing(c, "verifications", list, verificationSID,
		func(v account.TollFreeVerification) any { return c.renderVerification(v) })
}

// approved reports whether a toll-free number may text the USA and Canada.
func (a *Account) approved(sid string) bool {
	return slices.ContainsFunc(a.TollFree, func(v account.TollFreeVerification) bool {
		return v.NumberSID == sid && v.Status == account.TollFreeApproved
	})
}

// verificationSID is a verification's SID, which ends as the number's.
func verificationSID(v account.TollFreeVerification) string {
	return "HH" + strings.TrimPrefix(v.NumberSID, "PN")
}

// renderVerification makes the resource of a verification.
func (c *call) renderVerification(v account.TollFreeVerification) verificationJSON {
	sid := verificationSID(v)
	return verificationJSON{
		SID:                     sid,
		AccountSID:              c.account.SID,
		DateCreated:             iso8601(c.account.Created),
		DateUpdated:             iso8601(c.account.Created),
		BusinessName:            c.account.FriendlyName,
		BusinessWebsite:         "https://www.example.com",
		NotificationEmail:       "sms@example.com",
		UseCaseCategories:       []string{"TWO_FACTOR_AUTHENTICATION"},
		UseCaseSummary:          "Verification codes for people who sign in or register.",
		ProductionMessageSample: "Your code is 123456.",
		OptInImageURLs:          []string{"https://www.example.com/sign-in.png"},
		OptInType:               "WEB_FORM",
		MessageVolume:           "1,000",
		TollfreePhoneNumberSID:  v.NumberSID,
		TollfreePhoneNumber:     v.Number,
		Status:                  string(v.Status),
		URL:                     "https://" + messagingHost + "/v1/Tollfree/Verifications/" + sid,
		OptInKeywords:           []string{},
	}
}
