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

// twilioTexts are all explanations. They are slices, not maps: there are many,
// few are ever read, and a slice costs nothing at start.
var twilioTexts = [][]twilioText{
	accountErrors,
	sendingErrors,
	serviceErrors,
	deliveryErrors,
	registrationErrors,
	verifyErrors,
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
	for _, group := range twilioTexts {
		for _, t := range group {
			codes = append(codes, t.code)
		}
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
	for _, group := range twilioTexts {
		for _, t := range group {
			if t.code == code {
				return t, true
			}
		}
	}
	for _, f := range families {
		if t, ok := f.explains(code); ok {
			return t, true
		}
	}
	return unknownError, false
}
