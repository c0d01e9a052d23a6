package export

import (
	"errors"
	"fmt"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// Form is a shape in which a configuration is put to use.
type Format struct {
	Name string // as a command line names it
	File string // what its file is called unless somebody says otherwise
	// Token reports whether the auth token is in it.
	Token bool
	// Final reports whether the format is put to use as it stands: a variable in the place
	// of the token would be taken for it.
	Final bool
	// Beside is the file in the same folder that takes the token instead, see
	// [SetToken]; "" where there is none.
	Beside string
	// Document reports whether it is a configuration or a body that holds one, which
	// [Diff] compares.
	Document bool
	// Default is FormOptions.Name where none is given, "" where the format has no name.
	Default string
	// Namespaced reports whether the format takes FormOptions.Namespace.
	Namespaced bool

	fits  func(name string) bool // whether FormOptions.Name will do
	write func(root *jsondoc.Value, o FormatOptions) []byte
}

// NeedsToken reports whether the format cannot be made with the variable in the place of
// the auth token: it is used as it stands, or splits the token off.
func (f Format) NeedsToken() bool { return f.Final || f.Beside != "" }

// FormOptions are what a format is told beside the configuration.
type FormatOptions struct {
	Name      string // of the variable or the object, "" for the format's own
	Namespace string // of the object, "" for none
	// Say returns the sentence of a key, a format of printf: the format curl, a
	// program, says something to those who run it, and needs Say; no other does.
	Say func(key string) string
}

// OptionError is an option that a format cannot take.
type OptionError struct{ Format, Option string }

// Error is the failure in one line for a log.
func (e *OptionError) Error() string { return fmt.Sprintf("format %s: unfit %s", e.Format, e.Option) }

// ErrNotObject is the error of a document that is no JSON object, or could not be
// decoded: no format can be made of it.
var ErrNotObject = errors.New("the document holds no configuration")

// Formats are all formats, in the order in which they are offered.
func Formats() []Format {
	return []Format{jsonFormat(), apiFormat(), envFormat(), dockerEnvFormat(), secretFormat(), curlFormat(), splitFormat()}
}

// FormNamed returns the format of a name; false where there is none.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Bytes writes a configuration in this format: that of a body of the Management
// API, where the document is one. The layout is the format's own, whatever that of
// the document is; each key stands once, with the value that counts, and a file
// that differs in nothing else always gives the same bytes. The configuration is
// not judged. The error is ErrNotObject or an *OptionError.
func (f Format) Bytes(d *connector.Document, o FormatOptions) ([]byte, error) {
	if !d.Root.Is(jsondoc.Object) {
		return nil, ErrNotObject
	}
	switch {
	case o.Name == "":
		o.Name = f.Default
	case f.Default == "" || !f.fits(o.Name):
		return nil, &OptionError{f.Name, "name"}
	}
	if o.Namespace != "" && (!f.Namespaced || !isLabel(o.Namespace)) {
		return nil, &OptionError{f.Name, "namespace"}
	}
	return f.write(d.Root, o), nil
}
