package account

// PhoneNumber is a phone number that an account owns (Twilio's IncomingPhoneNumber).
type PhoneNumber struct {
	SID          string // PN…
	FriendlyName string
	Number       string // E.164
	SMS, MMS     bool   // capabilities
	Voice        bool
}

// NumberKind is what kind of phone number it is.
type NumberKind string

// The kinds of phone number that can be searched for and bought.
const (
	LocalNumber    NumberKind = "local"
	MobileNumber   NumberKind = "mobile"
	TollFreeNumber NumberKind = "toll-free"
)

// AddressRequirement is what address Twilio wants from who buys a number.
type AddressRequirement string

// The requirements, in Twilio's words.
const (
	AddressNone    AddressRequirement = "none"
	AddressAny     AddressRequirement = "any"     // one, anywhere in the world
	AddressLocal   AddressRequirement = "local"   // one in the number's country or area
	AddressForeign AddressRequirement = "foreign" // one outside the number's country
)

// NumberCountry is a country in which Twilio sells phone numbers.
type NumberCountry struct {
	Code  string // ISO 3166-1 alpha-2
	Name  string // in English, as Twilio has it
	Kinds []NumberKind
	Beta  bool // its numbers are new to Twilio
}

// NumberSearch says which numbers are looked for; only those with the
// capability SMS are.
type NumberSearch struct {
	Country  string // ISO 3166-1 alpha-2
	Kind     NumberKind
	AreaCode int // three digits of the North American plan, 0 for any
}

// AvailableNumber is a number that could be bought a moment ago
// (Twilio's AvailablePhoneNumber).
type AvailableNumber struct {
	Number   string // E.164
	Kind     NumberKind
	Country  string // ISO 3166-1 alpha-2
	Region   string // a state or province, "" where there is none
	Locality string // a city, "" where there is none
	SMS, MMS bool   // capabilities
	Voice    bool
	Address  AddressRequirement
	Beta     bool // new to Twilio
}

// Buyable reports whether the number can be bought without documents, which can only be
// handed in through Twilio's Console.
func (n AvailableNumber) Buyable() bool { return n.Address == AddressNone }
