package sms

import (
	"cmp"
	"slices"

	"logto-twilio/connector/char"
)

// breakClass is what a code point does at the edge of a grapheme cluster: its
// Grapheme_Cluster_Break property in Unicode 10 (UAX #29, revision 31).
type breakClass uint8

// The classes. CR and LF are among the controls, because the segments are
// counted with CR LF as two clusters.
const (
	other breakClass = iota
	control
	extend
	prepend
	spacingMark
	hangulL
	hangulV
	hangulT
	hangulLV
	hangulLVT
	zwj
	regionalIndicator
	emojiBase
	emojiModifier
	emojiBaseGAZ
	glueAfterZWJ
)

// breakRange is a span of code points, ends included, of one class.
type breakRange struct {
	low, high rune
	class     breakClass
}

// The ideographs that Chinese texts are made of, all of them other.
const (
	firstIdeograph = 0x3400
	lastIdeograph  = 0x9FFF
)

// classOf looks the class of a code point up.
func classOf(r rune) breakClass {
	switch {
	case ' ' <= r && r <= '~', firstIdeograph <= r && r <= lastIdeograph, '‐' <= r && r <= '‧': // dashes and quotes
		return other
	case 0xAC00 <= r && r <= 0xD7A3: // the syllables: each 28th has no final consonant
		if (r-0xAC00)%28 == 0 {
			return hangulLV
		}
		return hangulLVT
	}
	i, found := slices.BinarySearchFunc(breakRanges[:], r, func(b breakRange, r rune) int {
		if b.low <= r && r <= b.high {
			return 0
		}
		return cmp.Compare(b.low, r)
	})
	if !found {
		return other
	}
	return breakRanges[i].class
}

// ClusterScanner cuts a text into grapheme clusters as sms-segments-calculator
// does, that is: as npm grapheme-splitter 1.0.4, and CR LF in two. Its rules are
// those of Unicode 10 with departures of its own, which are kept.
type ClusterScanner struct {
	Text       string
	start, end int // of the cluster found last: text[start:end]
	Units      int // its length in UTF-16 code units

	ahead codePoint // the one at end, once it was looked at
}

// codePoint is a decoded code point; size is its bytes, 0 for none.
type codePoint struct {
	r     rune
	size  int
	class breakClass
}

// Scan finds the next cluster; false at the end of the text.
func (s *ClusterScanner) Scan() bool {
	s.start, s.Units = s.end, 0
	var c cluster
	for s.end < len(s.Text) {
		if s.ahead.size == 0 {
			r, size := char.DecodeWTF8(s.Text[s.end:])
			s.ahead = codePoint{r, size, classOf(r)}
		}
		if c.length > 0 && !c.joins(s.ahead.class) {
			break
		}
		c.add(s.ahead.class)
		s.Units++
		if s.ahead.r > 0xFFFF {
			s.Units++
		}
		s.end += s.ahead.size
		s.ahead.size = 0
	}
	return c.length > 0
}

// cluster is what the rules ask of the code points of a cluster.
type cluster struct {
	length                   int
	second, beforeLast, last breakClass
	extended                 bool // there is an extend among them
}

// add puts a code point at the end.
func (c *cluster) add(class breakClass) {
	c.length++
	if c.length == 2 {
		c.second = class
	}
	c.beforeLast, c.last = c.last, class
	c.extended = c.extended || class == extend
}

// joins reports whether a code point of class next belongs to the cluster too.
func (c *cluster) joins(next breakClass) bool {
	switch {
	case c.last == control || next == control: // GB4, GB5
		return false
	case c.length > 2 && c.second == regionalIndicator: // not of Unicode: a flag takes one mark, no more
		return false
	case next == extend || next == zwj || next == spacingMark || c.last == prepend: // GB9, GB9a, GB9b
		return true
	}
	switch next {
	case hangulL, hangulLV, hangulLVT: // GB6
		return c.last == hangulL
	case hangulV: // GB6, GB7
		return c.last == hangulL || c.last == hangulLV || c.last == hangulV
	case hangulT: // GB7, GB8
		return c.last == hangulLV || c.last == hangulV || c.last == hangulLVT || c.last == hangulT
	case emojiModifier: // GB10
		return c.takesModifier()
	case glueAfterZWJ, emojiBaseGAZ: // GB11
		return c.last == zwj
	case regionalIndicator: // GB12, GB13
		return c.length == 1 && c.last == regionalIndicator
	}
	return false
}

// takesModifier reports whether the cluster ends in a base that a skin tone may
// follow (GB10). Not of Unicode: once the cluster holds any extend, exactly one
// must stand between the two.
func (c *cluster) takesModifier() bool {
	base := c.last
	if c.extended {
		if c.last != extend {
			return false
		}
		base = c.beforeLast
	}
	return base == emojiBase || base == emojiBaseGAZ
}
