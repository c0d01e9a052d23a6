package connector

// WithAuthToken returns a copy of the document whose authToken is token, every
// other byte as it was; d itself where the authToken is no string. Of equal keys
// the last is changed, as that is the one that is read.
func (d *Document) WithAuthToken(token string) *Document {
	v := d.Root.Get("authToken")
	if !v.is(String) {
		return d
	}
	mark := ""
	if d.bom {
		mark = utf8Mark
	}
	return decode(mark + d.text[:v.start] + Quote(token) + d.text[v.end:])
}
