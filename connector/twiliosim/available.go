package twiliosim

import (
	"fmt"
	"net/http"
	"path"
	"strings"

	"logto-twilio/connector/account"
)

// countryJSON is a country in which numbers are sold.
type countryJSON struct {
	CountryCode     string            `json:"country_code"`
	Country         string            `json:"country"`
	URI             string            `json:"uri"`
	Beta            bool              `json:"beta"`
	SubresourceURIs map[string]string `json:"subresource_uris"`
}

// availableJSON is a number that is for sale. What the simulated world has no
// need of is null.
type availableJSON struct {
	FriendlyName        string           `json:"friendly_name"`
	PhoneNumber         string           `json:"phone_number"`
	LATA                *string          `json:"lata"`
	Locality            *string          `json:"locality"`
	RateCenter          *string          `json:"rate_center"`
	Latitude            *float64         `json:"latitude"`
	Longitude           *float64         `json:"longitude"`
	Region              *string          `json:"region"`
	PostalCode          *string          `json:"postal_code"`
	ISOCountry          string           `json:"iso_country"`
	AddressRequirements string           `json:"address_requirements"`
	Beta                bool             `json:"beta"`
	Capabilities        capabilitiesJSON `json:"capabilities"`
}

// listCountries is ListAvailablePhoneNumberCountry, which has no pages.
func (c *call) listCountries() answer {
	list := make([]countryJSON, len(markets))
	for i, m := range markets {
		list[i] = c.renderCountry(m)
	}
	return succeed(http.StatusOK, map[string]any{"countries": list, "uri": c.path})
}

// fetchCountry is FetchAvailablePhoneNumberCountry.
func (c *call) fetchCountry() answer {
	m, ok := marketOf(c.params["CountryCode"])
	if !ok {
		return notFound(c.path)
	}
	return succeed(http.StatusOK, c.renderCountry(m))
}

// renderCountry makes the resource of a country.
func (c *call) renderCountry(m market) countryJSON {
	base := accountPath(c.account.SID) + "/AvailablePhoneNumbers/" + m.code
	kinds := map[string]string{}
	if m.sells(account.LocalNumber) {
		kinds["local"] = base + "/Local.json"
	}
	if m.sells(account.MobileNumber) {
		kinds["mobile"] = base + "/Mobile.json"
	}
	if m.sells(account.TollFreeNumber) {
		kinds["toll_free"] = base + "/TollFree.json"
	}
	return countryJSON{CountryCode: m.code, Country: m.name, URI: base + ".json", Beta: m.beta, SubresourceURIs: kinds}
}

// listLocal is ListAvailablePhoneNumberLocal.
func (c *call) listLocal() answer { return c.listAvailable(account.LocalNumber) }

// listMobile is ListAvailablePhoneNumberMobile.
func (c *call) listMobile() answer { return c.listAvailable(account.MobileNumber) }

// listTollFree is ListAvailablePhoneNumberTollFree.
func (c *call) listTollFree() answer { return c.listAvailable(account.TollFreeNumber) }

// listAvailable is a page of the numbers of one kind that are for sale in a
// country.
func (c *call) listAvailable(kind account.NumberKind) answer {
	m, ok := marketOf(c.params["CountryCode"])
	if !ok || !m.sells(kind) {
		return notFound(c.path)
	}
	var list []account.AvailableNumber
	for _, n := range c.stock {
		if n.Country == m.code && n.Kind == kind && c.wants(n) {
			list = append(list, n)
		}
	}
	digits := func(n account.AvailableNumber) string { return n.Number[1:] }
	return apiListing(c, "available_phone_numbers", list, digits, func(n account.AvailableNumber) any {
		return renderAvailable(n)
	})
}

// wants reports whether a number passes the query's filters. Of Twilio's it knows
// AreaCode (of the North American plan), Contains ("*" is any digit) and
// SmsEnabled.
func (c *call) wants(n account.AvailableNumber) bool {
	code := c.query.Get("AreaCode")
	part := strings.ReplaceAll(c.query.Get("Contains"), "*", "?")
	found, _ := path.Match("*"+part+"*", n.Number)
	return found && (n.SMS || c.query.Get("SmsEnabled") != "true") &&
		(code == "" || strings.HasPrefix(n.Number, "+1"+code))
}

// renderAvailable makes the resource of a number that is for sale.
func renderAvailable(n account.AvailableNumber) availableJSON {
	return availableJSON{
		FriendlyName:        friendlyNumber(n.Number),
		PhoneNumber:         n.Number,
		Locality:            optional(n.Locality),
		Region:              optional(n.Region),
		ISOCountry:          n.Country,
		AddressRequirements: string(n.Address),
		Beta:                n.Beta,
		Capabilities:        capabilitiesJSON{Voice: n.Voice, SMS: n.SMS, MMS: n.MMS},
	}
}

// friendlyNumber is how Twilio names a number that nobody named: as it is
// written in North America, where it is from there.
func friendlyNumber(e164 string) string {
	if digits, ok := strings.CutPrefix(e164, "+1"); ok && len(digits) == 10 {
		return fmt.Sprintf("(%s) %s-%s", digits[:3], digits[3:6], digits[6:])
	}
	return e164
}

// optional is s, or nil, which is JSON's null, where it is empty.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
