package connector

import (
	"strings"

	"logto-twilio/connector/char"
	"logto-twilio/connector/environ"
	"logto-twilio/connector/sms"
)

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
	PastedReference      Pasted = "secret-reference"     // op://vault/twilio/token
	PastedAssignment     Pasted = "assignment"           // TWILIO_AUTH_TOKEN=…
	PastedPair           Pasted = "sid-and-secret"       // AC…:…
)

// TokenVariable is the whole authToken of a file that is fit to commit; the
// command render puts the token in its place.
const TokenVariable = environ.TokenReference

// sidLength is the length of a SID: two letters and 32 hexadecimal digits
// (Twilio's OpenAPI: ^AC[0-9a-fA-F]{32}$ and its like).
const sidLength = 34

// sidKinds are the kinds of SID that are told apart.
var sidKinds = map[string]Pasted{
	"AC": PastedAccountSID, "SK": PastedAPIKeySID, "MG": PastedServiceSID, "VA": PastedVerifySID,
	"PN": PastedPhoneNumberSID, "SM": PastedMessageSID, "MM": PastedMessageSID,
}

// Classify says what a cleaned value looks like.
func Classify(s string) Pasted {
	switch {
	case s == "":
		return PastedEmpty
	case len(s) == sidLength && isHex(s[2:]) && isUpper(s[0]) && isUpper(s[1]):
		if kind, ok := sidKinds[s[:2]]; ok {
			return kind
		}
		return PastedOtherSID
	case len(s) == 32 && isHex(s):
		return PastedTokenLike
	case char.IsWordLike(s) && !isPlaceholder(s) && !isPlaceholderWord(s): // as most values are
	default:
		return classifyText(s)
	}
	if _, problem := sms.ParsePhone(s); problem == nil {
		return PastedPhoneNumber
	}
	return PastedUnknown
}

// classifyText says what a value looks like that is more than letters and digits.
func classifyText(s string) Pasted {
	switch _, pair := splitPair(s); {
	case pair:
		return PastedPair
	case isEnvironment(s):
		return PastedEnvironment
	case isReference(s) && (!isWebAddress(s) || isSecretAddress(s)):
		return PastedReference
	case isPlaceholder(s), isPlaceholderWord(s):
		return PastedPlaceholder
	}
	if _, problem := sms.ParsePhone(s); problem == nil {
		return PastedPhoneNumber
	}
	if _, ok := splitAssignment(s); ok {
		return PastedAssignment
	}
	return PastedUnknown
}

// isHex reports whether all is hexadecimal digits.
func isHex(s string) bool {
	for i := range len(s) {
		if _, ok := char.HexDigit(s[i]); !ok {
			return false
		}
	}
	return true
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

func isName(s string) bool {
	for i := range len(s) {
		if !char.IsWord(s[i]) || s[i] == '$' {
			return false
		}
	}
	return s != ""
}

// isPlaceholder reports whether s stands for a value that somebody was to fill in:
// <your-account-sid>, {{token}}, [Token], your_auth_token, ACxxxxxxxx, ••••••••.
func isPlaceholder(s string) bool {
	for _, brackets := range []string{"<>", "[]", "{}", "＜＞", "《》", "【】"} {
		first, last := char.CutRune(brackets)
		if len(s) > len(brackets) && strings.HasPrefix(s, first) && strings.HasSuffix(s, last) {
			return true
		}
	}
	lower := strings.ToLower(s)
	// A prefix may stand before what was blotted out.
	if len(s) == sidLength || strings.HasPrefix(lower, "acx") || strings.HasPrefix(lower, "mgx") {
		lower = lower[2:]
	}
	return len(lower) >= 3 && strings.Trim(lower, "x*•.…_-") == ""
}
