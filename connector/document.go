package connector

import (
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// Document is a decoded configuration file: a tree with places. What Logto accepts, the
// problems and the Config are read from it. It never changes.
type Document struct {
	// Root is the configuration, nil where the text could not be decoded, or is of
	// another connector.
	Root *jsondoc.Value
	// Wrapped is set when Root is the "config" of a connector as Logto's Management
	// API takes and gives it, or as its database holds it, alone or in a list.
	Wrapped bool

	tree      *jsondoc.Value    // of text: Root, or the row that holds it
	problems  []problem.Problem // of text
	outer     []problem.Problem // of the containers, with places in what was read
	connector string            // the id that is given with a wrapped configuration
	source    string            // what Bytes writes
	bom       bool              // text was preceded by a byte order mark
	text      string            // of JSON: what was read, without the mark, or extracted from it
	container *container        // what text was extracted from; nil where it is what was read
}

// utf8Mark is the byte order mark of UTF-8.
const utf8Mark = "\ufeff"

// Decode reads a configuration as JavaScript's JSON.parse does, up to
// [jsondoc.MaxSize]. It never returns nil: what went wrong is among Problems.
//
// Some texts Logto cannot read are decoded all the same, so that they can be shown and
// mended: with a byte order mark, with comments, in UTF-16, and a configuration in a
// Markdown code block or a program. A configuration in a .env file or a Kubernetes
// manifest is where it belongs: it is judged as if it stood alone.
func Decode(data []byte) *Document { return decode(string(data)) }

func decode(source string) *Document {
	d := &Document{source: source}
	d.text, d.bom = strings.CutPrefix(source, utf8Mark)
	if d.bom {
		d.outer = append(d.outer, jsondoc.Mark("UTF-8"))
	}
	if text, encoding, marked := decodeUTF16(source[:min(len(source), jsondoc.MaxSize)]); encoding != "" && len(source) <= jsondoc.MaxSize {
		d.enterUTF16(text, encoding, marked)
	}
	d.read(len(source))
	d.unwrap()
	return d
}

// maxNesting is how many texts are tried, each found in the one before: a code block may
// hold escaped JSON, for example.
const maxNesting = 3

// read scans the text or, where it is no JSON, the configuration that stands in it.
func (d *Document) read(size int) {
	for range maxNesting {
		s := jsondoc.Scanner{Src: d.text}
		if s.Admit(size) {
			d.tree = s.Document()
		}
		d.problems = s.Problems
		if d.tree != nil || size > jsondoc.MaxSize {
			return
		}
		x, ok := recognize(d.text, d.problems[0])
		if !ok {
			return
		}
		d.problems = nil
		d.outer = append(d.outer, d.placed(x.problems)...)
		if x.text == "" {
			return
		}
		d.enter(x)
	}
}

// readable reports whether Logto can read the text at all, so that what its guard says
// can be known.
func (d *Document) readable() bool {
	return d.Root != nil && !d.bom && (d.container == nil || !d.container.refused)
}

// Bytes writes the document: the very bytes that were read where nothing was
// changed. See With for what an edited one looks like; a new one has an
// indentation of two spaces and a newline at the end.
func (d *Document) Bytes() []byte { return []byte(d.source) }
