package connector

import (
	"slices"

	"logto-twilio/connector/char"
	"logto-twilio/connector/jsondoc"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/redact"
)

// WithAuthToken returns a copy of the document whose authToken is token, every
// other byte as it was. Of equal keys the last is changed, as that is the one that
// is read; a missing one is added, as With does. It is d itself where the authToken
// is no string, or there is no object to have one.
func (d *Document) WithAuthToken(token string) *Document {
	switch v := d.Root.Get("authToken"); {
	case v.Is(jsondoc.String):
		return d.replaced(v.Span, jsondoc.Quote(token))
	case v == nil && d.Root.Is(jsondoc.Object):
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

// replaced returns a copy of the document with a part of its text replaced. An
// extracted configuration then stands alone, and keeps its places in the container.
func (d *Document) replaced(s jsondoc.Span, text string) *Document {
	whole := d.text[:s.Start] + text + d.text[s.End:]
	if d.container == nil {
		if d.bom {
			whole = utf8Mark + whole
		}
		return decode(whole)
	}
	alone := decode(whole)
	alone.outer, alone.bom = d.outer, d.bom
	outer := *d.container
	if outer.offsets != nil {
		at := make([]int, len(text))
		for i := range at {
			at[i] = outer.offsets[s.Start]
		}
		outer.offsets = slices.Concat(outer.offsets[:s.Start], at, outer.offsets[s.End:])
	}
	alone.container = &outer
	return alone
}

// HeldToken returns the problem that a configuration contains an auth token, which a file
// that others can read should not; false where it contains none. An auth token is any
// authToken that is not empty, a variable, a reference or a placeholder, and whatever is
// shaped like a token, or follows a SID, under any other key beside it. Of equal keys
// each counts: all of them can be read. It is not among Problems, as most files hold one.
func (d *Document) HeldToken() (problem.Problem, bool) {
	if !d.Root.Is(jsondoc.Object) {
		return problem.Problem{}, false
	}
	for _, m := range d.Root.Members {
		held, value := false, textOf(m.Value)
		switch Classify(secretIn(value)) {
		case PastedTokenLike:
			held = true
		case PastedEmpty, PastedEnvironment, PastedPlaceholder, PastedReference:
		default:
			held = m.Key == tokenField.key || Classify(char.TrimPaste(value)) == PastedPair
		}
		if held {
			return d.placed([]problem.Problem{{
				Severity: problem.Error, Code: problem.TokenInFile, Path: "/" + escapePointer(m.Key), At: m.Value.At,
				Args: problem.Args{"key": redact.Clip(m.Key)},
			}})[0], true
		}
	}
	return problem.Problem{}, false
}
