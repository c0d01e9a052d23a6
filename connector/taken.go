package connector

import (
	"cmp"
	"slices"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// taken says what a configuration's text was taken out of: a text that is something
// else, such as a line of a .env file.
type taken struct {
	whole string // in which places are counted
	// origin is where each byte of the configuration's text stands in whole, and
	// where it ends; nil where places are the same in both.
	origin []int
	// mend: what is around the configuration can go, so that Fix may write it alone.
	mend bool
	// refused: Logto would not read the whole as it stands.
	refused bool
}

// InPlace reports whether the configuration can be written back to where it was read
// from. One that was taken out of a line of a .env file, out of YAML or a program
// cannot: With makes a document of the configuration alone.
func (d *Document) InPlace() bool { return d.from == nil || d.from.mend }

// taker gathers a text, piece by piece, out of another one.
type taker struct {
	text   []byte
	origin []int
}

// copy takes a piece as it is: the bytes of whole from one offset to another.
func (t *taker) copy(whole string, from, to int) {
	t.text = append(t.text, whole[from:to]...)
	for i := from; i < to; i++ {
		t.origin = append(t.origin, i)
	}
}

// write takes a piece that stands at an offset in another way.
func (t *taker) write(piece string, at int) {
	t.text = append(t.text, piece...)
	for range len(piece) {
		t.origin = append(t.origin, at)
	}
}

// form is what was taken, out of what ends at an offset.
func (t *taker) form(end int) reading {
	return reading{text: string(t.text), origin: append(t.origin, end)}
}

// form is what a text turns out to be that is no configuration: what there is to say
// of that and, where a configuration can be taken out of it, its text; see taken.
type reading struct {
	problems      []problem.Problem
	text          string
	origin        []int
	mend, refused bool
}

// take goes on with the text that was taken out of the document's.
func (d *Document) take(f reading) {
	from := &taken{whole: d.text, origin: f.origin, mend: f.mend, refused: f.refused}
	if was := d.from; was != nil {
		from.mend, from.refused = from.mend && was.mend, from.refused || was.refused
		if was.origin != nil {
			from.whole = was.whole
			for i, at := range from.origin {
				from.origin[i] = was.origin[at]
			}
		}
	}
	d.text, d.from = f.text, from
}

// placed gives problems the places that they have in the text that was read.
func (d *Document) placed(problems []problem.Problem) []problem.Problem {
	if d.from == nil || d.from.origin == nil {
		return problems
	}
	var inner []problem.Position
	for _, p := range problems {
		inner = append(inner, p.Places()...)
	}
	where := d.from.places(d.text, inner)
	for i := range problems {
		problems[i].Move(where)
	}
	return problems
}

// places finds places of the text that was taken in the one that it was taken from.
func (f *taken) places(text string, inner []problem.Position) map[problem.Position]problem.Position {
	slices.SortFunc(inner, func(a, b problem.Position) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	inner = slices.Compact(inner)
	offsets := jsondoc.OffsetsOf(text, inner)
	for i, at := range offsets {
		offsets[i] = f.origin[at]
	}
	outer := jsondoc.PositionsOf(f.whole, offsets)
	where := make(map[problem.Position]problem.Position, len(inner))
	for i, p := range inner {
		where[p] = outer[i]
	}
	return where
}
