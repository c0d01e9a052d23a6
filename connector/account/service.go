package account

import "time"

// Service is a messaging service: the pool of senders that a message is sent from.
type Service struct {
	SID            string
	FriendlyName   string
	UseCase        string // Twilio's "usecase": notifications, verification, …
	ValidityPeriod time.Duration
	SmartEncoding  bool
	// A2PRegistered reports whether the service has a US A2P 10DLC registration.
	A2PRegistered bool
	Created       time.Time
}

// SenderKind is what a sender is.
type SenderKind string

// The kinds of sender that a service holds.
const (
	LongCode    SenderKind = "phone-number"
	ShortCode   SenderKind = "short-code"
	AlphaSender SenderKind = "alphanumeric"
)

// Sender is what a message comes from.
type Sender struct {
	Kind    SenderKind
	SID     string
	Name    string // the number (E.164), the short code or the alphanumeric sender ID
	Country string // ISO 3166-1 alpha-2, "" where Twilio does not say
	SMS     bool   // has the capability SMS
}

// Campaign is an A2P 10DLC registration of a service (Twilio's us_app_to_person),
// without which US carriers block what its US numbers send.
type Campaign struct {
	SID    string
	Status CampaignStatus
}

// CampaignStatus is what Twilio calls the status of a campaign.
type CampaignStatus string

// The statuses of a campaign that Twilio documents; an answer may have others.
const (
	CampaignPending    CampaignStatus = "PENDING"
	CampaignInProgress CampaignStatus = "IN_PROGRESS"
	CampaignVerified   CampaignStatus = "VERIFIED"
	CampaignFailed     CampaignStatus = "FAILED"
	CampaignSuspended  CampaignStatus = "SUSPENDED"
)

// TollFreeVerification is the verification of a toll-free number, without which
// it cannot text the USA and Canada.
type TollFreeVerification struct {
	NumberSID string // PN…
	Number    string // E.164, "" where Twilio does not say
	Status    TollFreeStatus
}

// TollFreeStatus is what Twilio calls the status of a verification.
type TollFreeStatus string

// The statuses of the verification of a toll-free number.
const (
	TollFreePending  TollFreeStatus = "PENDING_REVIEW"
	TollFreeInReview TollFreeStatus = "IN_REVIEW"
	TollFreeApproved TollFreeStatus = "TWILIO_APPROVED"
	TollFreeRejected TollFreeStatus = "TWILIO_REJECTED"
)
