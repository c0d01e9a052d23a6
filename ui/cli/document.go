package cli

import (
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"logto-twilio/ui/i18n"
)

// document is what a command writes for --json: one object, with fields of the
// command's own and, from [ended], error.
type document interface {
	// end notes what the command ends with, nil where it ends well.
	end(err error)
}

// begun is a document of which a part may have been written before its end.
type begun interface {
	document
	// finish writes the rest.
	finish() error
}

// ended is the part that all documents share. Error is null where the exit code is
// 0, and only there. A command that knows more than the words of what it ends with
// sets Error before that.
type ended struct {
	Error *reportError `json:"error"`
}

func (e *ended) end(err error) { e.Error = e.Error.say(err) }

// jsonFlag is the flag --json, and the document that it asks for.
type jsonFlag struct {
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

// documented gives a command that has its RunE the flag --json, with the words about
// it. Where it is asked for, doc is written once, however the command ends: by
// RunE here, and by [Main] where it did not come to that.
func documented(env Env, tr i18n.Printer, cmd *cobra.Command, asked *bool, doc document, usage string) *jsonFlag {
	j := &jsonFlag{asked: asked, doc: doc}
	cmd.Flags().VarPF(j, "json", "", usage).NoOptDefVal = "true"
	run := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		err := run(cmd, args)
		if !*asked {
			return err
		}
		return j.write(env, tr, err)
	}
	return j
}

// write writes the document of a command that ends with err, and returns what it
// ends with then.
func (j *jsonFlag) write(env Env, tr i18n.Printer, err error) error {
	j.written = true
	j.doc.end(err)
	lost := j.put(env.Out)
	if lost != nil && err == nil { // else Main says that too
		return failed(tr, lost)
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
