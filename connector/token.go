package connector

import "slices"

// WithAuthToken returns a copy of the document whose authToken is token, every
// other byte as it was. Of equal keys the last is changed, as that is the one that
// is read; a missing one is added, as With does. It is d itself where the authToken
// is no string, or there is no object to have one.
func (d *Document) WithAuthToken(token string) *Document {
	switch v := d.Root.Get("authToken"); {
	case v.is(String):
		return d.replaced(v.span, Quote(token))
	case v == nil && d.Root.is(Object):
		mark := ""
		if d.bom {
			mark = utf8Mark
		}
		c := d.Config()
		c.AuthToken = token
		return decode(mark + d.With(c).text)
	}
	return d
}

// replaced returns a copy of the document with a part of its text replaced. What is
// taken out of something else stands alone then, and knows where it stood.
func (d *Document) replaced(s span, text string) *Document {
	whole := d.text[:s.start] + text + d.text[s.end:]
	if d.from == nil {
		if d.bom {
			whole = utf8Mark + whole
		}
		return decode(whole)
	}
	alone := decode(whole)
	alone.outer, alone.bom = d.outer, d.bom
	from := *d.from
	if from.origin != nil {
		at := make([]int, len(text))
		for i := range at {
			at[i] = from.origin[s.start]
		}
		from.origin = slices.Concat(from.origin[:s.start], at, from.origin[s.end:])
	}
	alone.from = &from
	return alone
}

// HeldToken returns the problem of a configuration that holds an auth token, which a
// file that others get to see is not to do; false where it holds none. That is
// anything under authToken but a variable, a reference, a placeholder or nothing, and
// what has the shape of a token, or stands behind a SID, under any other key beside it. Of equal keys each counts: the one
// that is not read can be seen, too. It is not among Problems: most files hold one.
func (d *Document) HeldToken() (Problem, bool) {
	if !d.Root.is(Object) {
		return Problem{}, false
	}
	for _, m := range d.Root.Members {
		held, value := false, textOf(m.Value)
		switch Classify(secretIn(value)) {
		case PastedTokenLike:
			held = true
		case PastedEmpty, PastedEnvironment, PastedPlaceholder, PastedReference:
		default:
			held = m.Key == tokenField.key || Classify(Clean(value)) == PastedPair
		}
		if held {
			return d.placed([]Problem{{
				Severity: Error, Code: TokenInFile, Path: "/" + escapePointer(m.Key), At: m.Value.At,
				Args: Args{"key": clip(m.Key)},
			}})[0], true
		}
	}
	return Problem{}, false
}
