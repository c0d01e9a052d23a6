package connector

// Pasted is what a value turns out to be when something else was asked for.
type Pasted string

// What people paste. The two-letter prefixes are Twilio's.
const (
	PastedUnknown        Pasted = "unknown"
	PastedEmpty          Pasted = "empty"
	PastedAccountSID     Pasted = "account-sid"           // AC
	PastedAPIKeySID      Pasted = "api-key"               // SK
	PastedServiceSID     Pasted = "messaging-service-sid" // MG
	PastedVerifySID      Pasted = "verify-service-sid"    // VA
	PastedPhoneNumberSID Pasted = "phone-number-sid"      // PN
	PastedMessageSID     Pasted = "message-sid"           // SM
	PastedOtherSID       Pasted = "other-sid"             // two letters, 32 hex digits
	PastedTokenLike      Pasted = "auth-token"            // 32 hex digits
	PastedPhoneNumber    Pasted = "phone-number"
	PastedPlaceholder    Pasted = "placeholder"          // <your-account-sid>
	PastedEnvironment    Pasted = "environment-variable" // ${TWILIO_AUTH_TOKEN}
)

// Clean takes away what a paste brings along: blanks and line ends around the
// value, invisible characters, a pair of quotes, a trailing comma.
func Clean(s string) string { return s }

// Classify says what a cleaned value looks like.
func Classify(s string) Pasted { return PastedUnknown }

// CheckAccountSID judges the shape of an Account SID: AC and 32 hex digits.
func CheckAccountSID(s string) []Problem { return nil }

// CheckAuthToken judges the shape of an auth token: 32 hex digits. The value is
// never among the arguments.
func CheckAuthToken(s string) []Problem { return nil }

// CheckServiceSID judges the shape of a messaging service's SID: MG and 32 hex digits.
func CheckServiceSID(s string) []Problem { return nil }

// CheckTemplate judges one template on its own.
func CheckTemplate(t Template) []Problem { return nil }
