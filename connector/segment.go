package connector

// Encoding is how an SMS is put into octets.
type Encoding string

// The encodings of an SMS.
const (
	GSM7 Encoding = "GSM-7"
	UCS2 Encoding = "UCS-2"
)

// Measure is the size of a message, equal to npm sms-segments-calculator 1.3.0.
type Measure struct {
	Encoding   Encoding
	Segments   int // what Twilio bills
	Characters int // numberOfCharacters: grapheme clusters, as the reference counts them
	Used       int // units (septets or UTF-16 units) used in the last segment
	Capacity   int // units that the last segment holds
}

// MeasureText measures a rendered message.
func MeasureText(text string) Measure { return Measure{} }

// NonGSM is a grapheme cluster that makes a message UCS-2.
type NonGSM struct {
	Cluster     string
	Offset      int    // byte offset into the text
	Replacement string // a GSM-7 text that reads the same, "" where there is none
}

// NonGSMClusters finds what makes a text UCS-2, in its order.
func NonGSMClusters(text string) []NonGSM { return nil }
