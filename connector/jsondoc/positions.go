package jsondoc

import (
	"strings"

	"logto-twilio/connector/problem"
)

// Step is where a text goes on behind the byte at i, which stands at p.
func Step(text string, i int, p problem.Position) problem.Position {
	switch c := text[i]; {
	case c == '\n', c == '\r' && !strings.HasPrefix(text[i+1:], "\n"):
		return problem.Position{Line: p.Line + 1, Column: 1}
	case c == '\r', c&0xC0 == 0x80:
		return p
	}
	return problem.Position{Line: p.Line, Column: p.Column + 1}
}

// OffsetsOf are the offsets of places, which are in order. One behind the end of the
// text is its end.
func OffsetsOf(text string, places []problem.Position) []int {
	offsets := make([]int, 0, len(places))
	at := problem.Position{Line: 1, Column: 1}
	for i := range len(text) + 1 {
		for len(offsets) < len(places) && (i == len(text) || !at.Before(places[len(offsets)])) {
			offsets = append(offsets, i)
		}
		if len(offsets) == len(places) {
			break
		}
		at = Step(text, i, at)
	}
	return offsets
}

// PositionsOf are the places of offsets, which are in order.
func PositionsOf(text string, offsets []int) []problem.Position {
	places := make([]problem.Position, 0, len(offsets))
	at, i := problem.Position{Line: 1, Column: 1}, 0
	for _, offset := range offsets {
		for ; i < offset; i++ {
			at = Step(text, i, at)
		}
		places = append(places, at)
	}
	return places
}

// PositionOf is the position of an offset.
func PositionOf(text string, offset int) problem.Position {
	p := problem.Position{Line: 1, Column: 1}
	for i := range offset {
		p = Step(text, i, p)
	}
	return p
}
