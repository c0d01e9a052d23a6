package export

import (
	"errors"
	"fmt"

	"logto-twilio/connector"
	"logto-twilio/connector/jsondoc"
)

// Format is a file format that a configuration is exported in.
type Format struct {
	Name string // as a command line names it
	File string // what its file is called unless somebody says otherwise
	// Token reports whether the auth token is in it.
	Token bool
	// Final reports whether the file is used as it is: a variable in the place of the
	// token would be taken for the token.
	Final bool
	// Beside is the file in the same folder that the token goes to instead, see
	// [SetToken]; "" where there is none.
	Beside string
	// Document reports whether the file is a configuration, or a request body with one,
	// that [Diff] can compare.
	Document bool
	// Default is FormatOptions.Name where none is given, "" where the format has no name.
	Default string
	// Namespaced reports whether the format takes FormatOptions.Namespace.
	Namespaced bool

	fits  func(name string) bool // whether FormatOptions.Name will do
	write func(root *jsondoc.Value, o FormatOptions) []byte
}

// NeedsToken reports whether the format cannot be made with a variable in the place of
// the auth token: the file is used as it is, or the token goes to a file beside it.
func (f Format) NeedsToken() bool { return f.Final || f.Beside != "" }

// FormatOptions are what a format needs besides the configuration.
type FormatOptions struct {
	Name      string // of the variable or the object, "" for the format's own
	Namespace string // of the object, "" for none
	// Say returns the sentence of a key, as a format of printf. Only the format curl
	// needs it: it is a script that prints sentences.
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

// FormatNamed returns the format of a name; false where there is none.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Bytes writes the configuration of a document in this format. The layout is the
// format's own, and each key is there once, with the value that counts: documents that
// differ in nothing else give the same bytes. The configuration is not checked. The
// error is ErrNotObject or an *OptionError.
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
