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
