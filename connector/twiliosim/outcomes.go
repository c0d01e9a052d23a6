package twiliosim

// outcome is a row of the table of what can go wrong.
type outcome struct {
	code      int    // Twilio's error code, or an HTTP status that stands for a fault
	effect    Effect // of a message to the number with this code
	status    int    // HTTP status of the answer, 0 where the operation goes on
	everyCall bool   // an auth token with this code provokes it too
	text      string // "message" of the refusal, or "error_message" of the message
}

// outcomes are the codes that people meet when they send codes by SMS, by code.
// The codes and what they mean are those of https://www.twilio.com/docs/api/errors;
// a status of 400 is Twilio's rule for messages, the others are the named ones.
var outcomes = []outcome{
	{200, NeverReported, 0, false, ""},
	{408, Slow, 0, true, ""},
	{502, HTMLPage, 502, true, ""},
	{503, Unreachable, 0, true, ""},
	{504, Hanging, 0, true, ""},

	{10001, Refused, 403, true, "Account is not active"},
	{10002, Refused, 403, true, "Trial account does not support this feature"},
	{20003, Refused, 401, true, "Authenticate"},
	{20005, Refused, 403, true, "Account not active"},
	{20006, Refused, 403, true, "Access Denied"},
	{20008, Refused, 403, true, "Resource not accessible with Test Account Credentials"},
	{20010, Refused, 403, true, "Action disabled for account"},
	{20403, Refused, 403, true, "Forbidden"},
	{20404, Refused, 404, true, "The requested resource was not found"},
	{20409, Refused, 409, true, "Conflict"},
	{20429, Refused, 429, true, "Too Many Requests"},
	{20500, Refused, 500, true, "Internal Server Error"},
	{20503, Refused, 503, true, "Service is unavailable, please try again"},

	{21211, Refused, 400, false, "Invalid 'To' Phone Number"},
	{21212, Refused, 400, false, "Invalid 'From' Phone Number"},
	{21408, Refused, 400, false, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number"},
	{21601, Refused, 400, false, "'From' is not a valid, SMS-capable inbound phone number"},
	{21602, Refused, 400, false, "Message body is required."},
	{21603, Refused, 400, false, "A 'From' or 'MessagingServiceSid' parameter is required"},
	{21604, Refused, 400, false, "A 'To' phone number is required."},
	{21606, Refused, 400, false, "The 'From' phone number is not message-capable for this destination"},
	{21607, Refused, 400, false, "The 'From' number must be the trial number of the account"},
	{21608, Refused, 400, false, "The number is unverified. Trial accounts cannot send messages to unverified numbers"},
	{21610, Refused, 400, false, "Attempt to send to unsubscribed recipient"},
	{21611, Refused, 400, false, "The 'From' number has exceeded the maximum number of queued messages"},
	{21612, Refused, 400, false, "The message cannot be sent with this combination of 'To' and 'From'"},
	{21614, Refused, 400, false, "'To' number is not a valid mobile number"},
	{21617, Refused, 400, false, "The concatenated message body exceeds the 1600 character limit"},
	{21618, Refused, 400, false, "The message body cannot be sent"},
	{21619, Refused, 400, false, "A text message body or media urls must be specified"},
	{21660, Refused, 400, false, "Mismatch between the 'From' number and the account"},
	{21701, Refused, 404, false, "The Messaging Service does not exist"},
	{21702, Refused, 400, false, "The Messaging Service is not available to send new messages"},
	{21703, Refused, 400, false, "The Messaging Service does not have a phone number available to send a message"},
	{21704, Refused, 400, false, "The Messaging Service contains no phone numbers"},
	{21705, Refused, 400, false, "The Messaging Service Sid is invalid"},

	{30001, Failed, 0, false, "Queue overflow"},
	{30002, Failed, 0, false, "Account suspended"},
	{30003, Undelivered, 0, false, "Unreachable destination handset"},
	{30004, Undelivered, 0, false, "Message blocked"},
	{30005, Undelivered, 0, false, "Unknown destination handset"},
	{30006, Undelivered, 0, false, "Landline or unreachable carrier"},
	{30007, Undelivered, 0, false, "Message filtered"},
	{30008, Undelivered, 0, false, "Unknown error"},
	{30017, Undelivered, 0, false, "Carrier network congestion"},
	{30018, Warned, 0, false, "Destination carrier requires sender ID pre-registration"},
	{30019, Undelivered, 0, false, "Content size exceeds carrier limit"},
	{30021, Failed, 0, false, "Internal failure"},
	{30022, Undelivered, 0, false, "US A2P 10DLC - Rate limits exceeded"},
	{30023, Undelivered, 0, false, "US A2P 10DLC - Daily message cap reached"},
	{30024, Undelivered, 0, false, "Numeric sender ID not provisioned on carrier"},
	{30027, Undelivered, 0, false, "US A2P 10DLC - T-Mobile daily message limit reached"},
	{30032, Undelivered, 0, false, "Toll-free number has not been verified"},
	{30033, Undelivered, 0, false, "US A2P 10DLC - Campaign suspended"},
	{30034, UndeliveredLate, 0, false, "US A2P 10DLC - Message from an unregistered number"},
	{30035, Undelivered, 0, false, "US A2P 10DLC - Number is still being configured"},
	{30036, Failed, 0, false, "Validity period expired"},
	{30038, Undelivered, 0, false, "OTP message body filtered"},
	{30042, Undelivered, 0, false, "Sender ID blocked"},
	{30044, Failed, 0, false, "Trial message length exceeded"},
	{30410, Failed, 0, false, "Provider timeout error"},
	{30450, Failed, 0, false, "Message delivery blocked"},
	{30453, Failed, 0, false, "Message couldn't be delivered"},
	{30500, Failed, 0, false, "Twilio internal error"},

	{70051, Refused, 403, true, "Authorization failed"},
	{572002, Refused, 400, false, "The 'From' number is not assigned to this verified recipient"},
	{572005, Refused, 400, false, "The destination has not completed verification"},
	{572006, Refused, 400, false, "Invalid template name"},
}
