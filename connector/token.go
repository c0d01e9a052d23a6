package connector

// WithAuthToken returns a copy of the document whose authToken is token, every
// other byte as it was. Of equal keys the last is changed, as that is the one that
// is read; a missing one is added, as With does. It is d itself where the authToken
// is no string, or there is no object to have one.
func (d *Document) WithAuthToken(token string) *Document {
	mark := ""
	if d.bom {
		mark = utf8Mark
	}
	switch v := d.Root.Get("authToken"); {
	case v.is(String):
		return decode(mark + d.text[:v.start] + Quote(token) + d.text[v.end:])
	case v == nil && d.Root.is(Object):
		c := d.Config()
		c.AuthToken = token
		return decode(mark + d.With(c).text)
	}
	return d
}

// HeldToken returns the problem of a configuration that holds an auth token, which a
// file that others get to see is not to do; false where it holds none. That is
// anything under authToken but a variable, a placeholder or nothing, and what has the
// shape of a token under any other key beside it. Of equal keys each counts: the one
// that is not read can be seen, too. It is not among Problems: most files hold one.
func (d *Document) HeldToken() (Problem, bool) {
	if !d.Root.is(Object) {
		return Problem{}, false
	}
	for _, m := range d.Root.Members {
		held := false
		switch Classify(Clean(textOf(m.Value))) {
		case PastedTokenLike:
			held = true
		case PastedEmpty, PastedEnvironment, PastedPlaceholder:
		default:
			held = m.Key == tokenField.key
		}
		if held {
			return Problem{
				Severity: Error, Code: TokenInFile, Path: "/" + escapePointer(m.Key), At: m.Value.At,
				Args: Args{"key": clip(m.Key)},
			}, true
		}
	}
	return Problem{}, false
}
