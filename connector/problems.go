package connector

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Severity says how much a Problem matters.
type Severity string

// Errors stop the messages, warnings may surprise somebody, infos explain.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Code names a kind of problem. It is stable: scripts match on it.
type Code string

// Args are what a sentence about a code needs, by the name of its placeholder:
// a string or an int. A credential is never among them.
type Args map[string]any

// Problem is something about a configuration that somebody should know.
type Problem struct {
	Severity Severity
	Code     Code
	// Path is a JSON Pointer (RFC 6901) into the configuration (Root), "" for the
	// whole document. Of equal keys, it means the one at At.
	Path string
	// At is where the value begins, or the part of a text that is meant.
	At   Position
	Args Args

	within int // of a part of a text: its byte offset there, and one
}

// maxListed is how many errors, and how many other problems, are listed of one
// document: more help nobody, and a hostile file would have half a million.
const maxListed = 1000

// Problems returns all that is wrong or surprising in the document, in the
// order of the file. Errors are what the guard of the latest release refuses,
// and what keeps every such message from doing its work. No argument holds a
// credential; a token that somebody made a key of is masked, in Path too.
func (d *Document) Problems() []Problem {
	r := report{source: d.text, token: d.Config().AuthToken, listed: map[bool]int{}}
	for _, p := range d.problems {
		r.add(p)
	}
	if d.Root != nil {
		r.wrapping(d)
		r.tree(d.Root, nil)
		r.config(d.Root)
	}
	if r.more > 0 {
		r.problems = append(r.problems, Problem{Severity: Info, Code: MoreProblems, At: r.moreAt, Args: Args{"count": r.more}})
	}
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return r.problems
}

// report gathers problems.
type report struct {
	source   string // of the document
	problems []Problem
	token    string // not to be shown
	listed   map[bool]int
	more     int      // how many were not listed
	moreAt   Position // where the first of them is
}

// add takes a problem, or counts it where there are enough.
func (r *report) add(p Problem) {
	isError := p.Severity == Error
	if r.listed[isError] < maxListed {
		r.listed[isError]++
		r.problems = append(r.problems, r.shown(p))
		return
	}
	if r.more++; r.more == 1 || p.At.before(r.moreAt) {
		r.moreAt = p.At
	}
}

// shown is p as it may be shown: texts of the file clipped, and without the
// token, which somebody may have put into a key. (Path is exact but for that.)
func (r *report) shown(p Problem) Problem {
	p.Path = r.masked(p.Path, escapePointer(r.token))
	for name, value := range p.Args {
		if s, ok := value.(string); ok {
			p.Args[name] = clip(r.masked(s, r.token))
		}
	}
	return p
}

// masked is s with the token masked. What is shorter than the mask is no token,
// and could be found in any text.
func (r *report) masked(s, token string) string {
	const mask = "••••••••"
	if len(token) < utf8.RuneCountInString(mask) {
		return s
	}
	return strings.ReplaceAll(s, token, mask)
}

// wrapping says what the configuration was found in.
func (r *report) wrapping(d *Document) {
	if !d.Wrapped {
		return
	}
	id := d.tree.Get("connectorId")
	r.add(Problem{Severity: Info, Code: WrappedConfiguration, At: d.tree.At, Args: Args{"connectorId": id.Text}})
	if id.Text != connectorID {
		r.add(Problem{
			Severity: Warning, Code: OtherConnector, At: id.At,
			Args: Args{"connectorId": id.Text, "expected": connectorID},
		})
	}
}

// connectorID is the connector's name in Logto (defaultMetadata.id).
const connectorID = "twilio-short-message-service"

// tree reports what can be wrong anywhere in a tree: equal keys, and NUL.
func (r *report) tree(v *Value, path []string) {
	nul := func(text string, at Position, path []string) {
		if strings.IndexByte(text, 0) >= 0 {
			r.add(Problem{Severity: Error, Code: NULCharacter, Path: pointer(path), At: at})
		}
	}
	nul(v.Text, v.At, path)
	for i, item := range v.Items {
		r.tree(item, append(path, strconv.Itoa(i)))
	}
	first := firstOf(v.Members)
	for i, m := range v.Members {
		inner := append(path, m.Key)
		nul(m.Key, m.KeyAt, inner)
		if k := first(i); k < i {
			r.add(Problem{
				Severity: Warning, Code: DuplicateKey, Path: pointer(inner), At: m.KeyAt,
				Args: Args{"key": m.Key, "line": v.Members[k].KeyAt.Line},
			})
		}
		r.tree(m.Value, inner)
	}
}

// firstOf returns a function from the index of a member to that of the first one
// with the same key.
func firstOf(members []Member) func(i int) int {
	const few = 16 // compared one by one
	if len(members) <= few {
		return func(i int) int {
			return slices.IndexFunc(members, func(m Member) bool { return m.Key == members[i].Key })
		}
	}
	index := make(map[string]int, len(members))
	for i, m := range slices.Backward(members) {
		index[m.Key] = i
	}
	return func(i int) int { return index[members[i].Key] }
}

// pointer writes a JSON Pointer (RFC 6901).
func pointer(path []string) string {
	var b strings.Builder
	for _, token := range path {
		b.WriteByte('/')
		b.WriteString(escapePointer(token))
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

// clip makes a text of the file fit for a sentence, and safe on a terminal: not
// long, no control character, nothing that is not UTF-8.
func clip(s string) string {
	const most = 60
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
