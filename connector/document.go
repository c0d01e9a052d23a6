package connector

import (
	"strings"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// Document is a decoded configuration file: a tree with places, from which both
// verdicts (what Logto accepts, what is a problem) and the Config are read.
// Nothing changes it once it is made.
type Document struct {
	// Root is the configuration, nil where the text could not be decoded, or is of
	// another connector.
	Root *jsondoc.Value
	// Wrapped is set when Root is the "config" of a connector as Logto's Management
	// API takes and gives it, or as its database holds it, alone or in a list.
	Wrapped bool

	tree      *jsondoc.Value    // of text: Root, or what it is wrapped in
	problems  []problem.Problem // of text
	outer     []problem.Problem // of what text was found in, with their places there
	connector string            // the id that is given with a wrapped configuration
	source    string            // what Bytes writes
	bom       bool              // text was preceded by a byte order mark
	text      string            // of JSON: what was read, without the mark, or what was taken out of it
	from      *taken            // nil where nothing had to be
}

// utf8Mark is the byte order mark of UTF-8.
const utf8Mark = "\ufeff"

// Decode reads a configuration as JavaScript's JSON.parse does, and nothing
// past MaxSize. It never returns nil: what went wrong is among Problems. A text
// that begins with the byte order mark of UTF-8 is refused by the guard, and
// decoded all the same, so that it can be looked at and mended; so is one with
// comments, and one that is something else than JSON (UTF-16, a code block of
// Markdown, program code) where a configuration can be taken out of it. That of a
// line that sets a variable, or of a manifest of Kubernetes, is where it belongs, and
// judged as if it stood alone.
func Decode(data []byte) *Document { return decode(string(data)) }

func decode(source string) *Document {
	d := &Document{source: source}
	d.text, d.bom = strings.CutPrefix(source, utf8Mark)
	if d.bom {
		d.outer = append(d.outer, jsondoc.Mark("UTF-8"))
	}
	if text, encoding, marked := decodeUTF16(source[:min(len(source), jsondoc.MaxSize)]); encoding != "" && len(source) <= jsondoc.MaxSize {
		d.takeUTF16(text, encoding, marked)
	}
	d.read(len(source))
	d.unwrap()
	return d
}

// most is how many times a configuration is taken out of something else: a code
// block may hold a line of a .env file, with comments.
const most = 3

// read scans the text or, where it is no JSON, what can be taken out of it.
func (d *Document) read(size int) {
	for range most {
		s := jsondoc.Scanner{Src: d.text}
		if s.Admit(size) {
			d.tree = s.Document()
		}
		d.problems = s.Problems
		if d.tree != nil || size > jsondoc.MaxSize {
			return
		}
		f, ok := formOf(d.text, d.problems[0])
		if !ok {
			return
		}
		d.problems = nil
		d.outer = append(d.outer, d.placed(f.problems)...)
		if f.text == "" {
			return
		}
		d.take(f)
	}
}

// readable reports whether the text is within the limits under which Logto's
// verdict is ours to give.
func (d *Document) readable() bool {
	return d.Root != nil && !d.bom && (d.from == nil || !d.from.refused)
}

// Bytes writes the document: the very bytes that were read where nothing was
// changed. See With for what an edited one looks like; a new one has an
// indentation of two spaces and a newline at the end.
func (d *Document) Bytes() []byte { return []byte(d.source) }
