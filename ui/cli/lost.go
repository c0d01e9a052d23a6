package cli

import (
	"io"

	"logto-twilio/export"
	"logto-twilio/ui/i18n"
)

// output is standard output, and remembers the first write that failed: no command
// can end well whose output was lost, whether or not it looks.
type output struct {
	to   io.Writer
	lost *export.WriteError // nil as long as all is well
}

// Write writes to standard output. The error is an *[export.WriteError].
func (o *output) Write(p []byte) (int, error) {
	n, err := o.to.Write(p)
	if err == nil {
		return n, nil
	}
	lost := export.OutputError(err)
	if o.lost == nil {
		o.lost = lost
	}
	return n, lost
}

// watch lets the output remember what was lost. A terminal is left as it is: its
// size and its colours are asked of the file itself.
func watch(env *Env) *output {
	o := &output{to: env.Out}
	if !env.Screen {
		env.Out = o
	}
	return o
}

// outputFailure is the failure of a command whose output was lost, unless that is
// what it ends with anyway; nil where nothing was lost.
func outputFailure(tr i18n.Printer, out *output, ended *failure) *failure {
	if out.lost == nil {
		return nil
	}
	f := failed(tr, out.lost)
	if ended != nil && ended.said == f.said {
		return nil
	}
	return f
}
