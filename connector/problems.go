package connector

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"logto-twilio/connector/char"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
)

// maxListed is how many errors, and how many other problems, are listed of one document.
// More help nobody, and a hostile file could have half a million.
const maxListed = 1000

// Problems returns all that is wrong or surprising in the document, in the
// order of the file. Errors are what the guard of the latest release refuses,
// and what keeps every such message from doing its work. No argument holds a
// credential; a token that somebody made a key of is masked, in Path too.
func (d *Document) Problems() []problem.Problem { return d.ProblemsFor(nil) }

// ProblemsFor returns Problems where the document is for these releases: what only
// others trip over is no more than an info. None stand for all.
func (d *Document) ProblemsFor(by []Release) []problem.Problem {
	r := report{source: d.text, by: by, token: textOf(d.Root.Get("authToken"))}
	for _, p := range d.problems {
		r.add(p)
	}
	if d.Root != nil {
		r.tree(d.Root)
		r.config(d.Root)
	}
	r.outside(d)
	if r.more > 0 {
		r.problems = append(r.problems, problem.Problem{Severity: problem.Info, Code: problem.MoreProblems, At: r.moreAt, Args: problem.Args{"count": r.more}})
	}
	slices.SortStableFunc(r.problems, func(a, b problem.Problem) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return r.problems
}

// report gathers problems.
type report struct {
	source   string   // of the document
	way      []string // from the root to what tree looks at
	problems []problem.Problem
	token    string // not to be shown
	filter   *redact.Filter
	by       []Release

	errors, others int              // how many were listed
	more           int              // how many were not
	moreAt         problem.Position // where the first of them is
}

// add takes a problem, or counts it where there are enough.
func (r *report) add(p problem.Problem) {
	listed := &r.others
	if p.Severity == problem.Error {
		listed = &r.errors
	}
	if *listed < maxListed {
		*listed++
		r.problems = append(r.problems, r.shown(p))
		return
	}
	if r.more++; r.more == 1 || p.At.Before(r.moreAt) {
		r.moreAt = p.At
	}
}

// shown is p as it may be shown: texts of the file clipped, and without the
// token, which somebody may have put into a key. (Path is exact but for that.)
func (r *report) shown(p problem.Problem) problem.Problem {
	if r.filter == nil { // most documents have no problem
		var secrets []string
		switch Classify(char.TrimPaste(r.token)) {
		case PastedEmpty, PastedEnvironment, PastedPlaceholder: // whose words may be those of a key
		default:
			secrets = []string{r.token, escapePointer(r.token)}
		}
		r.filter = redact.NewFilter(secrets)
	}
	p.Path = r.filter.Known(p.Path)
	for name, value := range p.Args {
		if s, ok := value.(string); ok {
			p.Args[name] = redact.Clip(r.filter.Known(s))
		}
	}
	return p
}

// outside moves the problems to their places in the text that was read, and puts the
// problems of the containers before them.
func (r *report) outside(d *Document) {
	if d.container != nil {
		r.problems = append(r.problems, problem.Problem{At: r.moreAt})
		d.placed(r.problems)
		last := len(r.problems) - 1
		r.moreAt, r.problems = r.problems[last].At, r.problems[:last]
	}
	r.problems = append(d.FoundIn(), r.problems...)
}

// FoundIn returns those of Problems that are about what is around the configuration: a
// list of connectors, a .env file, comments. The outermost is first.
func (d *Document) FoundIn() []problem.Problem {
	r := report{token: textOf(d.Root.Get("authToken"))}
	outer := make([]problem.Problem, len(d.outer))
	for i, p := range d.outer {
		p.Args = maps.Clone(p.Args)
		outer[i] = r.shown(p)
	}
	return outer
}

// tree reports what can be wrong anywhere in a tree: equal keys, and
// what Logto cannot store.
func (r *report) tree(v *jsondoc.Value) {
	r.unstorable(v)
	r.way = append(r.way, "")
	here := len(r.way) - 1
	for i, item := range v.Items {
		r.way[here] = strconv.Itoa(i)
		r.tree(item)
	}
	index := indexOf(v.Members)
	for i := range v.Members {
		m := &v.Members[i]
		r.way[here] = m.Key
		r.unstorableKey(m)
		if k := firstEqual(v.Members, index, i); k < i {
			r.add(problem.Problem{
				Severity: problem.Warning, Code: problem.DuplicateKey, Path: pointer(r.way), At: m.KeyAt,
				Args: problem.Args{"key": m.Key, "line": v.Members[k].KeyAt.Line},
			})
		}
		r.tree(m.Value)
	}
	r.way = r.way[:here]
}

// few members are compared one by one.
const few = 16

// indexOf finds the first member of each key, where there are many; see firstEqual.
func indexOf(members []jsondoc.Member) map[string]int {
	if len(members) <= few {
		return nil
	}
	index := make(map[string]int, len(members))
	for i, m := range slices.Backward(members) {
		index[m.Key] = i
	}
	return index
}

// firstEqual is the first of the members that have the key of the one at i.
func firstEqual(members []jsondoc.Member, index map[string]int, i int) int {
	if index != nil {
		return index[members[i].Key]
	}
	for k := range i {
		if members[k].Key == members[i].Key {
			return k
		}
	}
	return i
}

// pointer writes a JSON Pointer (RFC 6901).
func pointer(way []string) string {
	var b strings.Builder
	for _, key := range way {
		b.WriteByte('/')
		b.WriteString(escapePointer(key))
	}
	return b.String()
}

// escapePointer writes one token of a JSON Pointer.
func escapePointer(token string) string {
	if !strings.ContainsAny(token, "~/") {
		return token
	}
	return strings.ReplaceAll(strings.ReplaceAll(token, "~", "~0"), "/", "~1")
}
