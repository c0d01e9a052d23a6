package connector

import (
	"cmp"
	"slices"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// extraction is what was found in a text that is not a plain configuration: the
// problems of that text and, where a configuration stands in it, the configuration.
type extraction struct {
	problems []problem.Problem
	text     string // of the configuration, "" where there is none
	// offsets has, for each byte of text and for its end, the offset in the text that
	// it was found in; nil where the two are the same.
	offsets []int
	// replaceable is set where what stands around the configuration is not needed, so
	// that Fix may write the configuration alone.
	replaceable bool
	refused     bool // Logto cannot read the whole text as it stands
}

// container is the text that a configuration was extracted from, such as a .env file.
// The fields are those of [extraction], but offsets are offsets in text.
type container struct {
	text        string
	offsets     []int
	replaceable bool
	refused     bool
}

// InPlace reports whether the configuration can be written back to where it was read
// from. One that was found in a .env file, in YAML or in a program cannot: With makes a
// document of the configuration alone.
func (d *Document) InPlace() bool { return d.container == nil || d.container.replaceable }

// extractor builds the text of an extraction, piece by piece.
type extractor struct {
	text    []byte
	offsets []int
}

// copy adds the bytes of whole from one offset to another.
func (e *extractor) copy(whole string, from, to int) {
	e.text = append(e.text, whole[from:to]...)
	for i := from; i < to; i++ {
		e.offsets = append(e.offsets, i)
	}
}

// write adds a piece that is written in another way at an offset of the whole text.
func (e *extractor) write(piece string, at int) {
	e.text = append(e.text, piece...)
	for range len(piece) {
		e.offsets = append(e.offsets, at)
	}
}

// result is the extraction; end is the offset in the whole text where it ends.
func (e *extractor) result(end int) extraction {
	return extraction{text: string(e.text), offsets: append(e.offsets, end)}
}

// enter makes an extracted text the document's text. Places stay those of the text that
// was read first.
func (d *Document) enter(x extraction) {
	inner := &container{text: d.text, offsets: x.offsets, replaceable: x.replaceable, refused: x.refused}
	if outer := d.container; outer != nil {
		inner.replaceable, inner.refused = inner.replaceable && outer.replaceable, inner.refused || outer.refused
		if outer.offsets != nil {
			inner.text = outer.text
			for i, at := range inner.offsets {
				inner.offsets[i] = outer.offsets[at]
			}
		}
	}
	d.text, d.container = x.text, inner
}

// placed changes the places of problems to those in the text that was read.
func (d *Document) placed(problems []problem.Problem) []problem.Problem {
	if d.container == nil || d.container.offsets == nil {
		return problems
	}
	var inner []problem.Position
	for _, p := range problems {
		inner = append(inner, p.Places()...)
	}
	where := d.container.places(d.text, inner)
	for i := range problems {
		problems[i].Move(where)
	}
	return problems
}

// places maps places in the extracted text to places in the container.
func (c *container) places(text string, inner []problem.Position) map[problem.Position]problem.Position {
	slices.SortFunc(inner, func(a, b problem.Position) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	inner = slices.Compact(inner)
	offsets := jsondoc.OffsetsOf(text, inner)
	for i, at := range offsets {
		offsets[i] = c.offsets[at]
	}
	outer := jsondoc.PositionsOf(c.text, offsets)
	where := make(map[problem.Position]problem.Position, len(inner))
	for i, p := range inner {
		where[p] = outer[i]
	}
	return where
}
