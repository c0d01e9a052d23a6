// Package i18n holds every sentence that a person reads, in English and in
// Simplified Chinese, side by side.
//
// A sentence may hold {name}, replaced by the argument of that name, and
// {name|one|other}, which chooses by a number; in {name|zero|one|other}, a # in
// the last is the number. What stands in double braces, as {{code}} does, is left
// as it is; three put an argument into double braces: {{{name}}}.
package i18n

import "strings"

// Lang is a language of the interface.
type Lang string

// The languages.
const (
	English Lang = "en"
	Chinese Lang = "zh-CN"
)

// text is one sentence in both languages.
type text struct{ en, zh string }

// in returns the sentence in a language.
func (t text) in(l Lang) string {
	if l == Chinese {
		return t.zh
	}
	return t.en
}

// Printer says things in one language. The zero Printer speaks English.
type Printer struct{ lang Lang }

// In returns a printer for a language.
func In(l Lang) Printer { return Printer{l} }

// Lang is the language of the printer.
func (p Printer) Lang() Lang {
	if p.lang == "" {
		return English
	}
	return p.lang
}

// T returns the sentence of a key. The arguments are names and values in turn:
// T("templates.segments", "n", 2); a slice is written as a list. A key that does
// not exist comes back in marks, and fails a test of this package.
func (p Printer) T(key string, args ...any) string {
	return fill(p.sentence(key), func(name string) (string, bool) {
		for i := 0; i+1 < len(args); i += 2 {
			if args[i] == name {
				return p.written(args[i+1]), true
			}
		}
		return "", false
	})
}

// sentence is the sentence of a key before its arguments are put in.
func (p Printer) sentence(key string) string {
	if t, ok := find(key); ok {
		return t.in(p.lang)
	}
	return "⟦" + key + "⟧"
}

// Join puts sentences, some of which may be empty, one after the other.
func (p Printer) Join(sentences ...string) string {
	var s string
	for _, next := range sentences {
		// Chinese needs no blank: its full stop is as wide as one.
		if s != "" && next != "" && p.lang != Chinese {
			s += " "
		}
		s += next
	}
	return s
}

// Prompt is a sentence that an answer is typed behind: with a blank at its end, but
// for one that ends in a full-width sign, which is as wide as one.
func Prompt(sentence string) string {
	if strings.HasSuffix(sentence, "：") || strings.HasSuffix(sentence, "？") {
		return sentence
	}
	return sentence + " "
}

// tables are all sentences, by topic; a key is in one of them only. Their files are
// nothing but sentences, so that no limit of lines holds for them.
//
// Words that are the same everywhere in Chinese: account 账号, Twilio Console
// Twilio 控制台, messaging service 短信服务 (with "（Messaging Service）" where it
// is first met), sender 发送方, sender pool 发送方列表, recipient 收件人, template
// 模板, usage type 用途类型, segment 条, verification code 验证码, credentials 凭据,
// carrier 运营商, region 区域, trial account 试用账号. Auth Token, Account SID, Campaign and
// Brand stay as they are, and so do endpoint, App ID and App Secret; names in the
// Twilio Console stand in 「」. To push is 推送, to pull 拉取.
var tables = []map[string]text{
	commandTexts,
	enableTexts,
	enableCommandTexts,
	problemTexts,
	checkTexts,
	diagnosisTexts,
	callTexts,
	failureTexts,
	statusTexts,
	frameTexts,
	stepTexts,
	helpTexts,
	senderTexts,
	savingTexts,
	plainTexts,
	logtoTexts,
	signInTexts,
	scriptTexts,
}

// find finds the sentence of a key. A miss in one table costs some ten
// nanoseconds: there is no need of one large map, which would be built at start.
func find(key string) (text, bool) {
	for _, t := range tables {
		if s, ok := t[key]; ok {
			return s, true
		}
	}
	return text{}, false
}
