package twiliosim

import "net/http"

// refusals are the errors of operations other than sending, by code. Codes and
// texts are those of https://www.twilio.com/docs/api/errors; of a status other
// than 400 it is known that Twilio answers with it.
var refusals = []struct {
	code, status int
	text         string
}{
	{21404, http.StatusBadRequest, "Trial accounts are allowed only one Twilio number. To get additional numbers, please upgrade your account."},
	{21421, http.StatusBadRequest, "The phone number is invalid"},
	{21422, http.StatusBadRequest, "The phone number is not available"},
	{21615, http.StatusBadRequest, "Phone Number Requires a Local Address"},
	{21631, http.StatusBadRequest, "Phone Number Requires an Address but the 'AddressSid' parameter was empty."},
	{21710, http.StatusConflict, "Phone Number or Short Code is already in the Messaging Service."},
	{21712, http.StatusConflict, "Phone Number or Short Code is associated with another Messaging Service."},
	{21713, http.StatusBadRequest, "Messaging Service Use Case is Invalid"},
	{21714, http.StatusPreconditionFailed, "Number Pool size limit reached"},
	{21715, http.StatusBadRequest, "The Phone Number lacks the capabilities of a Messaging Service"},
}

// refuse is an answer with the error of a code in one of the tables, outcomes
// and refusals.
func refuse(code int) answer {
	for _, r := range refusals {
		if r.code == code {
			return refusal(r.status, r.code, r.text)
		}
	}
	o := outcomeOf(code)
	return refusal(o.status, o.code, o.text)
}

// missing is Twilio's answer to a form without one of the fields that it must have.
func missing(field string) answer {
	return invalid("Missing required parameter " + field + " in the post body")
}

// invalid is Twilio's answer to a request that makes no sense.
func invalid(text string) answer { return refusal(http.StatusBadRequest, 20001, text) }
