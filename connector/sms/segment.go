package sms

// Encoding is how an SMS is put into octets.
type Encoding string

// The encodings of an SMS.
const (
	GSM7 Encoding = "GSM-7"
	UCS2 Encoding = "UCS-2"
)

// Measure is the size of a message. Encoding, Segments and Characters equal
// encodingName, segmentsCount and numberOfCharacters of npm
// sms-segments-calculator 1.3.0 as it is by default: no encoding asked for, no
// Smart Encoding.
type Measure struct {
	Encoding Encoding
	// Segments is what Twilio bills, 1 for an empty text.
	Segments int
	// Characters are septets in GSM-7, so that € is two, and grapheme clusters in
	// UCS-2, so that a flag is one: as the reference counts them.
	Characters int
	// Used is what the last segment holds, in septets (GSM-7) or UTF-16 code units
	// (UCS-2), without the header of a split message. It passes Capacity only where
	// the reference overfills a segment: clusters of dozens of units.
	Used int
	// Capacity is what the last segment can hold, in the same units: 160 or 70
	// while there is one segment, else 153 or 67.
	Capacity int
}

// MeasureText measures a rendered message. A lone surrogate in its three-byte
// form (see [Value]) is one unit.
func MeasureText(text string) Measure {
	if m, ok := MeasureGSM(text); ok {
		return m
	}
	packer := segmentPacker{single: 70, split: 67}
	clusters := ClusterScanner{Text: text}
	count := 0
	for clusters.Scan() {
		packer.add(clusters.Units)
		count++
	}
	return packer.measure(UCS2, count)
}

// MeasureGSM measures a text of GSM-7 characters alone; false for any other.
// Each of them is a grapheme cluster of its own when only they stand together.
func MeasureGSM(text string) (Measure, bool) {
	packer := segmentPacker{single: 160, split: 153}
	total := 0
	for _, r := range text {
		n := septets(r)
		if n == 0 {
			return Measure{}, false
		}
		packer.add(n)
		total += n
	}
	return packer.measure(GSM7, total), true
}

// segmentPacker fills segments with pieces that may not be split. A message that
// outgrows one segment gives up 6 octets of each to a header (3GPP TS 23.040,
// 9.2.3.24.1), so what the first one then no longer holds moves to the second.
type segmentPacker struct {
	single, split int // units of the only segment, and of each of several

	full int // segments before the last one
	used int // units in the last one
	kept int // units that the first one keeps once there is a second
}

// add packs a piece of n units.
func (p *segmentPacker) add(n int) {
	switch {
	case p.full == 0 && p.used+n <= p.single:
		p.used += n
		if p.used <= p.split {
			p.kept = p.used
		}
	case p.full == 0:
		// The reference does not ask whether the piece fits behind what moved.
		p.full, p.used = 1, p.used-p.kept+n
	case p.used+n <= p.split:
		p.used += n
	default:
		p.full, p.used = p.full+1, n
	}
}

// measure is the result for what was packed.
func (p *segmentPacker) measure(e Encoding, characters int) Measure {
	m := Measure{Encoding: e, Segments: p.full + 1, Characters: characters, Used: p.used, Capacity: p.split}
	if p.full == 0 {
		m.Capacity = p.single
	}
	return m
}
