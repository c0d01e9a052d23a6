package connector

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// config reports what is wrong with a configuration, its templates included.
func (r *report) config(root *Value) {
	if root.Kind != Object {
		r.add(Problem{Severity: Error, Code: NotAnObject, At: root.At, Args: Args{"found": root.Kind.String()}})
		return
	}
	switch v := root.Get("host"); {
	case v == nil:
	case v.Kind != String:
		r.wrongType(v, "host", "/host", String)
	default:
		r.host(v)
	}
	r.credential(root, "accountSID", CheckAccountSID)
	r.credential(root, "authToken", CheckAuthToken)
	r.credential(root, "fromMessagingServiceSID", CheckServiceSID)
	switch v := root.Get("disableRiskCheck"); {
	case v == nil:
	case v.Kind != Bool:
		r.wrongType(v, "disableRiskCheck", "/disableRiskCheck", Bool)
	case v.Text == "true":
		r.add(Problem{Severity: Info, Code: RiskCheckDisabled, Path: "/disableRiskCheck", At: v.At})
	}
	r.unknownKeys(root, "", knownKeys)
	if v := r.member(root, "templates", "", Array); v != nil {
		r.templates(v)
	}
}

// credential reports what is wrong with one of the three values.
func (r *report) credential(root *Value, key string, check func(string) []Problem) {
	v := r.member(root, key, "", String)
	if v == nil {
		return
	}
	for _, p := range check(v.Text) {
		p.At = v.At
		r.add(p)
	}
}

// host reports what is wrong with a host. That older releases ignore it is nothing
// to those who asked for newer ones alone.
func (r *report) host(v *Value) {
	older := func(release Release) bool { return !release.Host }
	for _, p := range CheckHost(v.Text) {
		if p.Code == HostSince && len(r.by) > 0 && !slices.ContainsFunc(r.by, older) {
			p.Severity = Info
		}
		p.At = v.At
		r.add(p)
	}
}

// member returns a value that the guard demands, nil where it is missing or of
// another type, which is reported.
func (r *report) member(object *Value, key, path string, kind Kind) *Value {
	v := object.Get(key)
	switch {
	case v.is(kind):
		return v
	case v == nil:
		r.add(Problem{Severity: Error, Code: MissingKey, Path: path + "/" + key, At: object.At, Args: Args{"key": key}})
	default:
		r.wrongType(v, key, path+"/"+key, kind)
	}
	return nil
}

// wrongType reports a value of another type than the guard demands.
func (r *report) wrongType(v *Value, key, path string, kind Kind) {
	r.add(Problem{
		Severity: Error, Code: WrongType, Path: path, At: v.At,
		Args: Args{"key": key, "expected": kind.String(), "found": v.Kind.String()},
	})
}

// unknownKeys reports the keys of an object that nothing reads.
func (r *report) unknownKeys(object *Value, path string, known []string) {
	isKnown := func(m Member) bool { return slices.Contains(known, m.Key) }
	first := slices.IndexFunc(object.Members, func(m Member) bool { return !isKnown(m) })
	if first < 0 {
		return
	}
	missing := missingKeys(object, known)
	for _, m := range object.Members[first:] {
		if isKnown(m) || m.Key == prototypeKey { // which is an error of its own
			continue
		}
		p := Problem{
			Severity: Warning, Code: UnknownKey, Path: path + "/" + escapePointer(m.Key), At: m.KeyAt,
			Args: withHidden(Args{"key": m.Key}, m.Key),
		}
		if right, ok := Closest(m.Key, missing); ok {
			p.Code, p.Args["suggestion"] = MisspeltKey, right
		}
		r.add(p)
	}
}

// missingKeys are the known keys that an object does not have.
func missingKeys(object *Value, known []string) []string {
	return slices.DeleteFunc(slices.Clone(known), func(key string) bool { return object.Get(key) != nil })
}

// templates reports what is wrong with the templates.
func (r *report) templates(list *Value) {
	c := Config{Templates: make([]Template, 0, len(list.Items))}
	used := make(map[string]int) // the first template of each usage type
	for i, item := range list.Items {
		c.Templates = append(c.Templates, templateOf(item, i+1))
		path := "/templates/" + strconv.Itoa(i)
		if item.Kind != Object {
			r.wrongType(item, "templates["+strconv.Itoa(i)+"]", path, Object)
			continue
		}
		r.unknownKeys(item, path, templateKeys)
		usage := r.member(item, "usageType", path, String)
		if usage != nil {
			r.place(checkUsageType(UsageType(usage.Text)), path, usage)
			r.second(list, used, i, usage)
		}
		if content := r.member(item, "content", path, String); content != nil {
			r.place(contentProblems(usage, content), path, content)
		}
	}
	if missing := Latest().Missing(c); len(missing) > 0 {
		names := make([]string, len(missing))
		for i, u := range missing {
			names[i] = string(u)
		}
		r.add(Problem{
			Severity: Error, Code: MissingUsageTypes, Path: "/templates", At: list.At,
			Args: Args{"types": strings.Join(names, ", "), "count": len(missing)},
		})
	}
}

// place reports problems of one value of the template that stands at path: those
// of the whole value, then those of its parts as they follow one another.
func (r *report) place(problems []Problem, path string, v *Value) {
	if len(problems) == 0 {
		return
	}
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.within, b.within) })
	part := newCursor(r.source[v.start:v.end])
	for _, p := range problems {
		p.Path, p.At = path+p.Path, v.At
		if p.within > 0 { // no line ends within a string
			part.to(p.within - 1)
			p.At.Column += part.column
		}
		r.add(p)
	}
}

// second reports a template whose usage type an earlier one has.
func (r *report) second(list *Value, used map[string]int, i int, usage *Value) {
	first, ok := used[usage.Text]
	if !ok {
		used[usage.Text] = i
		return
	}
	r.add(Problem{
		Severity: Warning, Code: DuplicateUsageType, Path: "/templates/" + strconv.Itoa(i) + "/usageType", At: usage.At,
		Args: Args{"usageType": usage.Text, "first": first + 1, "line": list.Items[first].At.Line},
	})
}
