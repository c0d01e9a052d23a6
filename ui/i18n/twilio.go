package i18n

import (
	"slices"
	"strconv"

	"logto-twilio/connector/links"
)

// twilioText explains one of Twilio's error codes: what happened (at most 60
// columns), why, and what to do about it.
//
// The facts are those of Twilio's error dictionary (links.TwilioErrors). A code that
// could not be found there or in a copy of it is left out.
type twilioText struct {
	code           int
	title, why, do text
}

// twins are codes that mean what another does: each with the one that is explained.
var twins = [...][2]int{
	{20504, 30500},
	{30615, 30610},
	{30630, 21610},
	{30990, 30033},
}

// unknownError explains the codes that are not among twilioTexts.
var unknownError = twilioText{
	0,
	text{"Twilio reported error {code}", "Twilio 返回了错误 {code}"},
	text{"This tool has no explanation for this code.",
		"本工具没有收录这个错误码的说明。"},
	text{"Look {code} up in Twilio's error dictionary, which lists causes and solutions for every code.",
		"请在 Twilio 的错误码文档中查找 {code}，那里列出了每个错误码的原因和处理办法。"},
}

// Explanation is what there is to know about one of Twilio's error codes.
type Explanation struct {
	Code  int
	Title string // what happened, in one line
	Why   string
	Do    string
	Link  string // Twilio's page of the code
	Known bool   // false: only the link is ours
}

// TwilioError explains one of Twilio's error codes.
func (p Printer) TwilioError(code int) Explanation {
	n := strconv.Itoa(code)
	t, known := findCode(code)
	say := func(t text) string {
		return fill(t.in(p.lang), func(name string) (string, bool) { return n, name == "code" })
	}
	return Explanation{
		Code:  code,
		Title: say(t.title),
		Why:   say(t.why),
		Do:    say(t.do),
		Link:  links.TwilioError(code),
		Known: known,
	}
}

// TwilioCodes are the codes that have an explanation of their own, in ascending
// order. More are known: those whose family alone is.
func TwilioCodes() []int {
	var codes []int
	for _, t := range twilioTexts {
		codes = append(codes, t.code)
	}
	for _, pair := range twins {
		codes = append(codes, pair[0])
	}
	for _, f := range families {
		for _, m := range f.members {
			codes = append(codes, m.code)
		}
	}
	slices.Sort(codes)
	return codes
}

// findCode finds the explanation of a code; unknownError and false where there is none.
func findCode(code int) (twilioText, bool) {
	for _, pair := range twins {
		if pair[0] == code {
			code = pair[1]
		}
	}
	for _, t := range twilioTexts {
		if t.code == code {
			return t, true
		}
	}
	for _, f := range families {
		if t, ok := f.explains(code); ok {
			return t, true
		}
	}
	return unknownError, false
}

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
