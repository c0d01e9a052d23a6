package sms

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"logto-twilio/connector/char"
)

// septets returns how many septets a character takes in GSM-7 (3GPP TS 23.038,
// 6.2.1), 0 where it is not in that alphabet. The backtick and ç are not.
func septets(r rune) int {
	switch r {
	case '\f', '[', '\\', ']', '^', '{', '|', '}', '~', '€':
		return 2
	case '\n', '\r', '¡', '£', '¤', '¥', '§', '¿', 'Ä', 'Å', 'Æ', 'Ç', 'É', 'Ñ', 'Ö', 'Ø', 'Ü', 'ß',
		'à', 'ä', 'å', 'æ', 'è', 'é', 'ì', 'ñ', 'ò', 'ö', 'ø', 'ù', 'ü',
		'Γ', 'Δ', 'Θ', 'Λ', 'Ξ', 'Π', 'Σ', 'Φ', 'Ψ', 'Ω':
		return 1
	}
	if ' ' <= r && r <= '~' && r != '`' {
		return 1
	}
	return 0
}

// NonGSM is a grapheme cluster that makes a message UCS-2.
type NonGSM struct {
	Cluster     string
	Offset      int    // byte offset into the text
	Replacement string // a GSM-7 text that reads the same, "" where there is none
	// Removable is set where nothing is to be seen of the cluster: it can be left
	// out, and Replacement is "".
	Removable bool
}

// NonGSMClusters finds what makes a text UCS-2, in its order: the clusters of
// the reference's getNonGsmCharacters. It is empty where the text is GSM-7.
func NonGSMClusters(text string) []NonGSM { return slices.Collect(EachNonGSM(text)) }

// EachNonGSM yields what NonGSMClusters returns, for who may need no more than the
// first of many.
func EachNonGSM(text string) iter.Seq[NonGSM] {
	return func(yield func(NonGSM) bool) {
		clusters := ClusterScanner{Text: text}
		for clusters.Scan() {
			cluster := text[clusters.start:clusters.end]
			if r, size := char.DecodeWTF8(cluster); size == len(cluster) && septets(r) > 0 {
				continue
			}
			replacement, ok := gsmReading(cluster)
			found := NonGSM{Cluster: cluster, Offset: clusters.start, Replacement: replacement, Removable: ok && replacement == ""}
			if !yield(found) {
				return
			}
		}
	}
}

// gsmReading writes a cluster in GSM-7; false where that would read differently.
func gsmReading(cluster string) (string, bool) {
	var out strings.Builder
	for len(cluster) > 0 {
		if letter, size := composed(cluster); size > 0 {
			out.WriteString(letter)
			cluster = cluster[size:]
			continue
		}
		r, size := char.DecodeWTF8(cluster)
		reading, ok := lookalike(r)
		if !ok {
			return "", false
		}
		out.WriteString(reading)
		cluster = cluster[size:]
	}
	return out.String(), true
}

// composed returns the GSM-7 letter that s begins with in two code points, an
// ASCII letter and its accent, and the bytes of both; 0 where there is none.
func composed(s string) (letter string, size int) {
	if s[0] >= utf8.RuneSelf {
		return "", 0
	}
	_, mark := utf8.DecodeRuneInString(s[1:])
	i, found := slices.BinarySearchFunc(compositions[:], s[:1+mark], func(c composition, pair string) int {
		return strings.Compare(c.pair, pair)
	})
	if !found {
		return "", 0
	}
	return compositions[i].letter, 1 + mark
}

// lookalike returns the GSM-7 text that reads like r, "" for what is invisible,
// and false where there is none.
func lookalike(r rune) (string, bool) {
	switch {
	case septets(r) > 0:
		return string(r), true
	case fullwidthFirst <= r && r <= fullwidthLast:
		return lookalike(r - fullwidthFirst + '!')
	}
	i, found := slices.BinarySearchFunc(lookalikes[:], r, func(l lookalikeRange, r rune) int {
		if l.low <= r && r <= l.high {
			return 0
		}
		return cmp.Compare(l.low, r)
	})
	if !found {
		return "", false
	}
	return lookalikes[i].reading, true
}
