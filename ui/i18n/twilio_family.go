package i18n

// family explains codes of Twilio's that differ in nothing but the reason: why a
// registration was not accepted. A person needs to know what it is, where the
// reason stands, and whether to correct it, so that this is said once a family.
type family struct {
	ranges  [][2]int // its codes, from the first to the last; others explain a code sooner
	title   text     // of a code whose reason is not among those below
	named   text     // of one whose {reason} is
	why     text
	do      [ways]text // what to do, by way; empty where none of its codes goes that way
	members []member   // in ascending order
}

// member is one code of a family, and the reason that it stands for.
type member struct {
	code   int
	way    way
	reason text // a few words, without a full stop
}

// way is what can be done about a reason.
type way int

const (
	amend   way = iota // correct it and submit again; also for a code without a reason
	barred             // there is no correcting it
	support            // Twilio alone can say more
	again              // start over
	mail               // confirm an address
	other              // what this family alone has

	ways // how many there are
)

// families are all families; none has a code of another's.
var families = []*family{&tollFreeFamily, &numberFamily, &brandFamily, &campaignFamily, &a2pFamily}

// explains is the explanation of one of the family's codes; false where it has not
// that one.
func (f *family) explains(code int) (t twilioText, ok bool) {
	for _, m := range f.members {
		if m.code == code {
			put := func(s, reason string) string {
				return fill(s, func(name string) (string, bool) { return reason, name == "reason" })
			}
			title := text{put(f.named.en, m.reason.en), put(f.named.zh, m.reason.zh)}
			return twilioText{code, title, f.why, f.do[m.way]}, true
		}
	}
	for _, of := range f.ranges {
		if of[0] <= code && code <= of[1] {
			return twilioText{code, f.title, f.why, f.do[amend]}, true
		}
	}
	return twilioText{}, false
}
