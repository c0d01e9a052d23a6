package cli

import (
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"
)

// document is what a command writes for --json: one object, with fields of the
// command's own and, from [ended], error.
type document interface {
	// end notes why the command did not do its work. It is not called where it did.
	end(why *reportError)
}

// begun is a document of which a part may have been written before its end.
type begun interface {
	document
	// finish writes the rest.
	finish() error
}

// ended is the part that all documents share. Error is null where the exit code is
// 0, and only there.
type ended struct {
	Error *reportError `json:"error"`
}

func (e *ended) end(why *reportError) { e.Error = why }

// jsonFlag is the flag --json, and the document that it asks for.
type jsonFlag struct {
	*app
	asked   *bool
	doc     document
	written bool
}

func (j *jsonFlag) String() string { return strconv.FormatBool(j.asked != nil && *j.asked) }
func (j *jsonFlag) Type() string   { return "bool" }

// Set takes the flag's value.
func (j *jsonFlag) Set(value string) error {
	v, err := strconv.ParseBool(value)
	*j.asked = v
	return err
}

// documented gives a command that has its RunE the flag --json, of which NAME.flag.json
// is the text. Where the flag is given, doc is written once, however the command ends:
// by RunE here, or by [Main] where the command line is wrong.
func (a *app) documented(cmd *cobra.Command, asked *bool, doc document) *jsonFlag {
	j := &jsonFlag{app: a, asked: asked, doc: doc}
	cmd.Flags().VarPF(j, "json", "", a.T(cmd.Name()+".flag.json")).NoOptDefVal = "true"
	run := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		err := run(cmd, args)
		if !*asked {
			return err
		}
		return j.write(err)
	}
	return j
}

// write writes the document of a command that ends with err. It returns err, or that
// the document could not be written.
func (j *jsonFlag) write(err error) error {
	j.written = true
	var f *failure
	if errors.As(err, &f) {
		j.doc.end(f.toJSON())
	}
	lost := j.put(j.Out)
	if lost != nil && err == nil { // else Main says that too
		return j.failed(lost)
	}
	return err
}

// put writes the document, or what is missing of it.
func (j *jsonFlag) put(w io.Writer) error {
	if d, ok := j.doc.(begun); ok {
		return d.finish()
	}
	return writeJSON(w, j.doc)
}

// unwritten is the document that was asked for and not written, because the command
// line is wrong; nil where there is none. args are the command line: what is wrong
// with it may stand before the flag.
func unwritten(cmd *cobra.Command, args []string) *jsonFlag {
	flag := cmd.Flags().Lookup("json")
	if flag == nil {
		return nil
	}
	if end := slices.Index(args, "--"); end >= 0 {
		args = args[:end]
	}
	j := flag.Value.(*jsonFlag)
	if j.written || !*j.asked && !slices.Contains(args, "--json") {
		return nil
	}
	return j
}
