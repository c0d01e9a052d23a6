// Package environ names the environment variables of the program: those that it
// reads, and those that the files it writes read or set.
package environ

// The account at Twilio, as Twilio's own tools name it.
const (
	AccountSID          = "TWILIO_ACCOUNT_SID"
	AuthToken           = "TWILIO_AUTH_TOKEN"
	MessagingServiceSID = "TWILIO_MESSAGING_SERVICE_SID"
)

// TokenReference is what stands for the auth token in a file that is fit to commit.
const TokenReference = "${" + AuthToken + "}"

// A running Logto, and who signs in there.
const (
	LogtoEndpoint = "LOGTO_ENDPOINT"
	LogtoAuth     = "LOGTO_AUTH" // a machine-to-machine application, ID:SECRET
	LogtoResource = "LOGTO_RESOURCE"
)

// What is the program's alone.
const (
	TwilioURL = "LOGTO_TWILIO_URL"    // stands in for --twilio-url
	Config    = "LOGTO_TWILIO_CONFIG" // holds a whole configuration
)
