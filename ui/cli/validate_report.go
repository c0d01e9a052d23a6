package cli

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"

	"logto-twilio/connector/problem"
)

// The values of --format.
const (
	formatText   = "text"
	formatGitHub = "github"
)

// tally counts what there is to say at the end.
type tally struct {
	files, skipped          int
	errors, warnings, infos int
	mendable, changed       int // files
	mended                  int // problems
}

// add adds what another tally has.
func (t *tally) add(o tally) {
	t.files, t.skipped = t.files+o.files, t.skipped+o.skipped
	t.errors, t.warnings, t.infos = t.errors+o.errors, t.warnings+o.warnings, t.infos+o.infos
	t.mendable, t.changed, t.mended = t.mendable+o.mendable, t.changed+o.changed, t.mended+o.mended
}

// reporter writes verdicts: problems to standard output, words to standard error.
type reporter struct {
	*validateCommand
	out   *bufio.Writer // that of list
	style colours       // of standard output
	total tally
	err   error // of standard output
}

func newReporter(c *validateCommand) *reporter {
	return &reporter{validateCommand: c, out: c.list.out, style: c.paint()}
}

// reported is a verdict as it is written.
type reported struct {
	tally
	out, words string
}

// put puts a verdict into the form that is asked for. It changes nothing, so that
// many can be put at a time.
func (r *reporter) put(v judgement) reported {
	if v.skipped {
		return reported{tally: tally{skipped: 1}}
	}
	p := reported{tally: tally{
		files: 1, mended: v.mended,
		errors: v.count(problem.Error), warnings: v.count(problem.Warning), infos: v.count(problem.Info),
	}}
	if v.mendable {
		p.mendable = 1
	}
	if v.mended > 0 {
		p.changed = 1
	}
	switch {
	case r.json:
		p.out, p.words = putJSON(v), r.putDiff(colours{}, v)
	case r.format == formatGitHub:
		p.out, p.words = putGitHub(v), r.putDiff(colours{}, v)
	default:
		p.out = putText(r.style, v) + r.putDiff(r.style, v)
	}
	return p
}

// add writes the next verdict.
func (r *reporter) add(p reported) {
	if r.json && p.files > 0 {
		r.list.add(p.out)
	} else {
		r.print(p.out)
	}
	if p.words != "" {
		fmt.Fprint(r.Err, p.words)
	}
	r.total.add(p.tally)
}

func (r *reporter) print(s string) {
	_, err := r.out.WriteString(s)
	r.err = cmp.Or(r.err, err)
}

// close writes what comes last, and returns what kept standard output from
// being written. The end of a document is written by whoever ends the command.
func (r *reporter) close() error {
	if !r.json {
		r.err = cmp.Or(r.err, r.out.Flush())
	}
	r.tell(r.summary())
	return r.err
}

// summary is the line at the end.
func (r *reporter) summary() string {
	t := r.total
	var s []string
	switch {
	case t.files == 0:
		s = append(s, r.T("validate.nothing"))
	case t.errors+t.warnings+t.infos == 0:
		s = append(s, r.T("validate.clean", "files", t.files))
	default:
		s = append(s, r.T("validate.total", "files", t.files, "errors", t.errors, "warnings", t.warnings, "infos", t.infos))
	}
	if t.skipped > 0 {
		s = append(s, r.T("validate.skipped", "n", t.skipped))
	}
	switch {
	case t.mended > 0 && r.write:
		s = append(s, r.T("validate.mended", "n", t.mended, "files", t.changed))
	case t.mended > 0:
		s = append(s, r.T("validate.would-mend", "n", t.mended))
	case t.mendable > 0 && !r.fix:
		s = append(s, r.T("validate.can-mend"))
	}
	return r.Join(s...)
}

// putText writes a line a problem, and a hint under it.
func putText(paint colours, v judgement) string {
	var b strings.Builder
	for _, f := range v.Problems {
		b.WriteString(f.line(paint, f.place(v.File)) + "\n")
		if f.Hint != "" {
			fmt.Fprintf(&b, "  %s\n", paint.faint.Styled(f.Hint))
		}
	}
	return b.String()
}
