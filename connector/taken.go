package connector

import (
	"cmp"
	"slices"
	"strings"
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

// InPlace tells whether the configuration can be written back to where it was read
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
func (t *taker) form(end int) form {
	return form{text: string(t.text), origin: append(t.origin, end)}
}

// form is what a text turns out to be that is no configuration: what there is to say
// of that and, where a configuration can be taken out of it, its text; see taken.
type form struct {
	problems      []Problem
	text          string
	origin        []int
	mend, refused bool
}

// take goes on with the text that was taken out of the document's.
func (d *Document) take(f form) {
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
func (d *Document) placed(problems []Problem) []Problem {
	if d.from == nil || d.from.origin == nil {
		return problems
	}
	var inner []Position
	for _, p := range problems {
		inner = append(inner, p.places()...)
	}
	where := d.from.places(d.text, inner)
	for i := range problems {
		problems[i].move(where)
	}
	return problems
}

// places are all places that a problem names.
func (p Problem) places() []Position {
	all := []Position{p.At}
	if line, ok := p.Args["line"].(int); ok {
		all = append(all, Position{line, 1})
	}
	if line, ok := p.Args["openedLine"].(int); ok {
		column, _ := p.Args["openedColumn"].(int)
		all = append(all, Position{line, column})
	}
	return all
}

// move changes all places that a problem names.
func (p *Problem) move(where map[Position]Position) {
	p.At = where[p.At]
	if line, ok := p.Args["line"].(int); ok {
		p.Args["line"] = where[Position{line, 1}].Line
	}
	if line, ok := p.Args["openedLine"].(int); ok {
		column, _ := p.Args["openedColumn"].(int)
		opened := where[Position{line, column}]
		p.Args["openedLine"], p.Args["openedColumn"] = opened.Line, opened.Column
	}
}

// places finds places of the text that was taken in the one that it was taken from.
func (f *taken) places(text string, inner []Position) map[Position]Position {
	slices.SortFunc(inner, func(a, b Position) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	inner = slices.Compact(inner)
	offsets := offsetsOf(text, inner)
	for i, at := range offsets {
		offsets[i] = f.origin[at]
	}
	outer := positionsOf(f.whole, offsets)
	where := make(map[Position]Position, len(inner))
	for i, p := range inner {
		where[p] = outer[i]
	}
	return where
}

// step is where a text goes on behind the byte at i, which stands at p.
func step(text string, i int, p Position) Position {
	switch c := text[i]; {
	case c == '\n', c == '\r' && !strings.HasPrefix(text[i+1:], "\n"):
		return Position{p.Line + 1, 1}
	case c == '\r', c&0xC0 == 0x80:
		return p
	}
	return Position{p.Line, p.Column + 1}
}

// offsetsOf are the offsets of places, which are in order. One behind the end of the
// text is its end.
func offsetsOf(text string, places []Position) []int {
	offsets := make([]int, 0, len(places))
	at := Position{1, 1}
	for i := range len(text) + 1 {
		for len(offsets) < len(places) && (i == len(text) || !at.before(places[len(offsets)])) {
			offsets = append(offsets, i)
		}
		if len(offsets) == len(places) {
			break
		}
		at = step(text, i, at)
	}
	return offsets
}

// positionsOf are the places of offsets, which are in order.
func positionsOf(text string, offsets []int) []Position {
	places := make([]Position, 0, len(offsets))
	at, i := Position{1, 1}, 0
	for _, offset := range offsets {
		for ; i < offset; i++ {
			at = step(text, i, at)
		}
		places = append(places, at)
	}
	return places
}
