package i18n

import (
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// everything yields every text of the package by its key, those of Twilio's
// codes as "twilio.CODE.title" and so on.
func everything() iter.Seq2[string, text] {
	return func(yield func(string, text) bool) {
		for _, table := range tables {
			for key, t := range table {
				if !yield(key, t) {
					return
				}
			}
		}
		for _, x := range append(twilioTexts, unknownError) {
			key := fmt.Sprintf("twilio.%d.", x.code)
			if !yield(key+"title", x.title) || !yield(key+"why", x.why) || !yield(key+"do", x.do) {
				return
			}
		}
		for _, f := range families {
			for key, t := range f.everything() {
				if !yield(key, t) {
					return
				}
			}
		}
	}
}

func TestEveryKeyIsInOneTable(t *testing.T) {
	seen := map[string]bool{}
	for key := range everything() {
		if seen[key] {
			t.Errorf("%s is there twice", key)
		}
		seen[key] = true
	}
}

func TestBothLanguagesSayTheSame(t *testing.T) {
	for key, x := range everything() {
		if x.en == "" || x.zh == "" {
			t.Errorf("%s lacks a language", key)
			continue
		}
		if en, zh := places(x.en), places(x.zh); !slices.Equal(en, zh) {
			t.Errorf("%s: English has the places %v, Chinese %v", key, en, zh)
		}
		if strings.HasSuffix(x.en, ".") != strings.HasSuffix(x.zh, "。") {
			t.Errorf("%s: a full stop in one language only", key)
		}
	}
}

// doubled finds what stands in double braces for the reader.
var doubled = regexp.MustCompile(`\{\{ ?[\w.]+ ?\}\}`)

// choice finds what chooses by a number.
var choice = regexp.MustCompile(`\{\w+\|[^}]*\}`)

// places lists the arguments that a sentence shows, and what stands in double
// braces.
func places(s string) []string {
	found := map[string]bool{}
	for _, d := range doubled.FindAllString(s, -1) {
		found[d] = true
	}
	fill(choice.ReplaceAllString(s, ""), func(name string) (string, bool) {
		found[name] = true
		return "", true
	})
	return slices.Sorted(maps.Keys(found))
}

// unwanted are marks and words that no sentence has.
var unwanted = []string{
	"!", "！", // calm
	"  ", "...", "\n", "\t",
	"帐", "您", // 账号 and 你, as in Logto's own words
	"分段", // 条
}

// pages are texts of several paragraphs, a line each.
var pages = []string{"help.", "save.next.", "push.long"}

// paragraphs are the paragraphs of a page, or the sentence itself. In a page of
// examples, what explains a command is set off by blanks. What follows a sentence
// in brackets has its blank before it.
func paragraphs(key, s string) []string {
	switch {
	case strings.HasSuffix(key, ".examples"):
		s = strings.Join(strings.Fields(strings.ReplaceAll(s, "\n", " ; ")), " ")
	case key == "cli.default":
		s = strings.TrimPrefix(s, " ")
	case strings.HasSuffix(key, ".long") || slices.ContainsFunc(pages, func(p string) bool { return strings.HasPrefix(key, p) }):
		return strings.Split(s, "\n")
	}
	return []string{s}
}

func TestSentencesAreWellWritten(t *testing.T) {
	for key, x := range everything() {
		for _, s := range slices.Concat(paragraphs(key, x.en), paragraphs(key, x.zh)) {
			if s != strings.TrimSpace(s) {
				t.Errorf("%s has a blank around it: %q", key, s)
			}
			for _, u := range unwanted {
				if strings.Contains(s, u) {
					t.Errorf("%s has %q: %s", key, u, s)
				}
			}
		}
		if strings.ContainsFunc(x.en, func(r rune) bool { return unicode.Is(unicode.Han, r) || fullWidth(r) }) {
			t.Errorf("%s: Chinese in the English text: %s", key, x.en)
		}
		for _, s := range chosen(x.zh) {
			for _, p := range paragraphs(key, s) {
				if fault := badSpacing(p); fault != "" {
					t.Errorf("%s: %s: %s", key, fault, p)
				}
			}
		}
	}
}

// chosen is a text as it reads for 0, 1 and 2 of what its choices count; its
// other places stay.
func chosen(s string) []string {
	var all []string
	for _, n := range []string{"0", "1", "2"} {
		one := choice.ReplaceAllStringFunc(s, func(c string) string {
			return fill(c, func(string) (string, bool) { return n, true })
		})
		if !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all
}

// Whatever a choice leaves out, brackets and quotation marks come in pairs.
func TestPairsAreWhole(t *testing.T) {
	for key, x := range everything() {
		for _, s := range slices.Concat(chosen(x.en), chosen(x.zh)) {
			for open, closed := range map[string]string{"(": ")", "（": "）", "「": "」", "“": "”"} {
				if strings.Count(s, open) != strings.Count(s, closed) {
					t.Errorf("%s: half of %s%s is missing: %s", key, open, closed, s)
				}
			}
		}
	}
}

// badSpacing tells where a Chinese sentence breaks the habits of mixed text: a
// blank between Chinese and Latin letters, digits or placeholders, punctuation
// of full width and no blank beside it. It returns "" where all is well.
func badSpacing(s string) string {
	runes := []rune(s)
	for i := range len(runes) - 1 {
		a, b := runes[i], runes[i+1]
		pair := string(runes[i : i+2])
		switch {
		case unicode.Is(unicode.Han, a) && narrow(b), narrow(a) && unicode.Is(unicode.Han, b):
			return "no blank in “" + pair + "”"
		case fullWidth(a) && b == ' ', a == ' ' && fullWidth(b):
			return "a blank beside “" + strings.TrimSpace(pair) + "”"
		case fullWidth(a) && strings.ContainsRune(",;:?()", b), strings.ContainsRune(",;:?()", a) && fullWidth(b):
			return "narrow punctuation in “" + pair + "”"
		case unicode.Is(unicode.Han, a) && b == ' ' && i+2 < len(runes) && unicode.Is(unicode.Han, runes[i+2]):
			return "a blank after “" + string(a) + "”"
		}
	}
	return ""
}

// narrow tells what is ASCII and visible, but for marks that hug Chinese words too.
func narrow(r rune) bool { return r > ' ' && r <= '~' && !strings.ContainsRune("`/[]", r) }

// fullWidth tells what is Chinese punctuation (CJK Symbols and Punctuation,
// Halfwidth and Fullwidth Forms).
func fullWidth(r rune) bool { return r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF60 }

func TestBadSpacing(t *testing.T) {
	for s, good := range map[string]bool{
		"请检查 Account SID，然后重试。": true,
		"第 {n} 条":       true,
		"缺少「{{code}}」。": true,
		"请检查Account":    false,
		"SID有误":         false,
		"第{n} 条":        false,
		"有误.":           false,
		"有误, 请":         false,
		"账号(AC)":        false,
		"SID， 请":        false,
		"请 检查":          false,
		"（SID),":        true, // narrow beside narrow is another language's business
	} {
		if got := badSpacing(s); (got == "") != good {
			t.Errorf("%s: %q", s, got)
		}
	}
}
