package connector

import (
	"cmp"
	"slices"
	"strconv"

	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
)

// config reports what is wrong with a configuration, its templates included.
func (r *report) config(root *jsondoc.Value) {
	if !root.Is(jsondoc.Object) {
		r.add(problem.Problem{Severity: problem.Error, Code: problem.NotAnObject, At: root.At, Args: problem.Args{"found": root.Kind.String()}})
		return
	}
	switch v := root.Get("host"); {
	case v == nil:
	case v.Kind != jsondoc.String:
		r.wrongType(v, "host", "/host", jsondoc.String)
	default:
		r.host(v)
	}
	r.credential(root, "accountSID", CheckAccountSID)
	r.credential(root, "authToken", CheckAuthToken)
	r.credential(root, "fromMessagingServiceSID", CheckServiceSID)
	switch v := root.Get("disableRiskCheck"); {
	case v == nil:
	case v.Kind != jsondoc.Bool:
		r.wrongType(v, "disableRiskCheck", "/disableRiskCheck", jsondoc.Bool)
	case v.Text == "true":
		r.add(problem.Problem{Severity: problem.Info, Code: problem.RiskCheckDisabled, Path: "/disableRiskCheck", At: v.At})
	}
	r.unknownKeys(root, "", knownKeys)
	if v := r.member(root, "templates", "", jsondoc.Array); v != nil {
		r.templates(v)
	}
}

// credential reports what is wrong with one of the three values.
func (r *report) credential(root *jsondoc.Value, key string, check func(string) []problem.Problem) {
	v := r.member(root, key, "", jsondoc.String)
	if v == nil {
		return
	}
	for _, p := range check(v.Text) {
		p.At = v.At
		r.add(p)
	}
}

// host reports what is wrong with a host. That older releases ignore it is reported only
// where the document is also for such releases.
func (r *report) host(v *jsondoc.Value) {
	older := func(release Release) bool { return !release.Host }
	for _, p := range CheckHost(v.Text) {
		if p.Code == problem.HostSince && len(r.by) > 0 {
			switch {
			case !slices.ContainsFunc(r.by, older):
				p.Severity = problem.Info
			case !slices.ContainsFunc(r.by, func(x Release) bool { return x.Host }): // no message would be sent
				p.Severity = problem.Error
			}
		}
		p.At = v.At
		r.add(p)
	}
}

// member returns a value that the guard demands, nil where it is missing or of
// another type, which is reported.
func (r *report) member(object *jsondoc.Value, key, path string, kind jsondoc.Kind) *jsondoc.Value {
	v := object.Get(key)
	switch {
	case v.Is(kind):
		return v
	case v == nil:
		r.add(problem.Problem{Severity: problem.Error, Code: problem.MissingKey, Path: path + "/" + key, At: object.At, Args: problem.Args{"key": key}})
	default:
		r.wrongType(v, key, path+"/"+key, kind)
	}
	return nil
}

// wrongType reports a value of another type than the guard demands.
func (r *report) wrongType(v *jsondoc.Value, key, path string, kind jsondoc.Kind) {
	r.add(problem.Problem{
		Severity: problem.Error, Code: problem.WrongType, Path: path, At: v.At,
		Args: problem.Args{"key": key, "expected": kind.String(), "found": v.Kind.String()},
	})
}

// unknownKeys reports the keys of an object that nothing reads.
func (r *report) unknownKeys(object *jsondoc.Value, path string, known []string) {
	isKnown := func(m jsondoc.Member) bool { return slices.Contains(known, m.Key) }
	first := slices.IndexFunc(object.Members, func(m jsondoc.Member) bool { return !isKnown(m) })
	if first < 0 {
		return
	}
	missing := missingKeys(object, known)
	for _, m := range object.Members[first:] {
		if isKnown(m) || m.Key == prototypeKey { // which is an error of its own
			continue
		}
		p := problem.Problem{
			Severity: problem.Warning, Code: problem.UnknownKey, Path: path + "/" + escapePointer(m.Key), At: m.KeyAt,
			Args: withHidden(problem.Args{"key": m.Key}, m.Key),
		}
		if right, ok := Closest(m.Key, missing); ok {
			p.Code, p.Args["suggestion"] = problem.MisspeltKey, right
		}
		r.add(p)
	}
}

// missingKeys are the known keys that an object does not have.
func missingKeys(object *jsondoc.Value, known []string) []string {
	return slices.DeleteFunc(slices.Clone(known), func(key string) bool { return object.Get(key) != nil })
}

// templates reports what is wrong with the templates.
func (r *report) templates(list *jsondoc.Value) {
	c := Config{Templates: make([]Template, 0, len(list.Items))}
	used := make(map[string]int) // the first template of each usage type
	for i, item := range list.Items {
		c.Templates = append(c.Templates, templateOf(item, i+1))
		path := "/templates/" + strconv.Itoa(i)
		if !item.Is(jsondoc.Object) {
			r.wrongType(item, "templates["+strconv.Itoa(i)+"]", path, jsondoc.Object)
			continue
		}
		r.unknownKeys(item, path, templateKeys)
		usage := r.member(item, "usageType", path, jsondoc.String)
		if usage != nil {
			r.place(checkUsageType(UsageType(usage.Text)), path, usage)
			r.second(list, used, i, usage)
		}
		if content := r.member(item, "content", path, jsondoc.String); content != nil {
			r.place(contentProblems(usage, content), path, content)
		}
	}
	if missing := Latest().Missing(c); len(missing) > 0 {
		r.add(problem.Problem{
			Severity: problem.Error, Code: problem.MissingUsageTypes, Path: "/templates", At: list.At,
			Args: problem.Args{"types": missing, "count": len(missing)},
		})
	}
}

// place reports problems of one value of the template that stands at path: those
// of the whole value, then those of its parts as they follow one another.
func (r *report) place(problems []problem.Problem, path string, v *jsondoc.Value) {
	if len(problems) == 0 {
		return
	}
	slices.SortStableFunc(problems, func(a, b problem.Problem) int { return cmp.Compare(a.Within, b.Within) })
	part := jsondoc.NewCursor(r.source[v.Start:v.End])
	for _, p := range problems {
		p.Path, p.At = path+p.Path, v.At
		if p.Within > 0 { // no line ends within a string
			part.To(p.Within - 1)
			p.At.Column += part.Column
		}
		r.add(p)
	}
}

// second reports a template whose usage type an earlier one has.
func (r *report) second(list *jsondoc.Value, used map[string]int, i int, usage *jsondoc.Value) {
	first, ok := used[usage.Text]
	if !ok {
		used[usage.Text] = i
		return
	}
	r.add(problem.Problem{
		Severity: problem.Warning, Code: problem.DuplicateUsageType, Path: "/templates/" + strconv.Itoa(i) + "/usageType", At: usage.At,
		Args: problem.Args{"usageType": usage.Text, "first": first + 1, "line": list.Items[first].At.Line},
	})
}
