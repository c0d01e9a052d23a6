package signin

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"logto-twilio/connector"
)

// LifeMismatch is a text that says how long its code can be used, and is wrong.
type LifeMismatch struct {
	Path  string // JSON Pointer into the configuration: /templates/0/content
	Usage connector.UsageType
	Said  time.Duration
	Lives time.Duration // what Logto's policy says
}

// Shorter reports whether the code dies before the text says so: who reads it trusts
// it for too long. The other way round only somebody hurries.
func (m LifeMismatch) Shorter() bool { return m.Lives < m.Said }

// WrongLives are the texts that say another time than codes live ([Experience.CodeLife]).
func WrongLives(d *connector.Document, lives time.Duration) (list []LifeMismatch) {
	for i, t := range d.Config().Templates {
		if said, ok := LifeSaid(t.Content); ok && said != lives {
			list = append(list, LifeMismatch{"/templates/" + strconv.Itoa(i) + "/content", t.UsageType, said, lives})
		}
	}
	return list
}

// span is a time in English or Chinese: a number or a word for one, and a unit.
const (
	english = `(\d{1,5}|an?|one|two|three|five|ten|fifteen|twenty|thirty|sixty)[\s\x{A0}-]*(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)\b`
	chinese = `([0-9０-９]{1,5}|[一二两三五]|十五|二十|三十|六十|十|半)\s*(?:个)?\s*(秒钟?|分钟?|小时|钟头)`
)

// lives are the ways to say how long a code can be used. What is said of another time,
// such as "ask for a new one in 60 seconds", does not fit.
var lives = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b(?:valid|good|usable|works?|active)\b(?:\s+only)?\s*(?:for|within|during)?\s*(?:the\s+)?(?:next\s+)?(?:only\s+)?` + english),
	regexp.MustCompile(`(?i)\b(?:expires?|expiring|expiry|expiration|runs?\s+out)\b\s*:?\s*(?:in|after|within|is|time)?\s*:?\s*` + english),
	regexp.MustCompile(`(?i)\b(?:use|enter)\s+(?:it|this(?:\s+code)?|the\s+code)\s+(?:within|in)\s+(?:the\s+next\s+)?` + english),
	regexp.MustCompile(`(?i)` + english + `\s+(?:validity|lifetime)\b`),
	regexp.MustCompile(`(?:有效期限?|有效时间|有效)\s*(?:为|是|仅|仅为|只有|：|:|至|在)?\s*` + chinese),
	regexp.MustCompile(`(?:请在|请于|在|于)?\s*` + chinese + `\s*(?:之内|以内|内)?\s*(?:有效|使用|输入|完成|填写|失效|过期|作废)`),
	regexp.MustCompile(`(?:请在|请于|将在|将于)\s*` + chinese + `\s*(?:之内|以内|内|后|之后)`),
	regexp.MustCompile(chinese + `\s*(?:后|之后)\s*(?:失效|过期|作废|到期)`),
}

// numbers are those that are said in words.
var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60,
	"一": 1, "二": 2, "两": 2, "三": 3, "五": 5, "十": 10, "十五": 15, "二十": 20, "三十": 30, "六十": 60,
}

// maxText is how much of a text is looked at, in bytes. An SMS has 1,600 characters.
const maxText = 8 << 10

// LifeSaid is how long a text says that its code can be used; false where it does not.
func LifeSaid(text string) (time.Duration, bool) {
	text = text[:min(len(text), maxText)]
	for _, way := range lives {
		if m := way.FindStringSubmatch(text); m != nil {
			return length(strings.ToLower(m[1]), strings.ToLower(m[2]))
		}
	}
	return 0, false
}

// wide makes the digits of a Chinese input method those of ASCII.
var wide = strings.NewReplacer("０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9")

// length is a number of units.
func length(number, unit string) (time.Duration, bool) {
	size := time.Second
	switch {
	case strings.HasPrefix(unit, "m"), strings.HasPrefix(unit, "分"):
		size = time.Minute
	case strings.HasPrefix(unit, "h"), unit == "小时", unit == "钟头":
		size = time.Hour
	}
	if number == "半" {
		return size / 2, size > time.Second
	}
	if n, ok := numbers[number]; ok {
		return time.Duration(n) * size, true
	}
	n, err := strconv.Atoi(wide.Replace(number))
	return time.Duration(n) * size, err == nil && n > 0
}
