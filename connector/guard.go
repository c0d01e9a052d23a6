package connector

import (
	"slices"

	"logto-twilio/connector/jsondoc"
)

// Accepts reports whether the guard of this release accepts the document, exactly
// as the published guard does (twilioSmsConfigGuard, src/types.ts of the
// connector): the three credentials are strings, each template has a usageType
// and a content that are strings, every usage type in Required is there; other
// keys and other usage types do not matter. A disableRiskCheck that is there is
// a boolean and a host one of Twilio's ([ValidHost]), each since the release that
// first knew it.
//
// What is past the limits of Decode, or has a byte order mark, is not accepted.
func (r Release) Accepts(d *Document) bool {
	return d.wellFormed() && r.acceptsTypes(d.Root, d.Config())
}

// wellFormed reports whether the document has what the guard of every release
// demands: the credentials and templates with usage types and contents.
func (d *Document) wellFormed() bool {
	root := d.Root
	if !d.readable() || !root.Is(jsondoc.Object) {
		return false
	}
	for _, key := range []string{"accountSID", "authToken", "fromMessagingServiceSID"} {
		if !root.Get(key).Is(jsondoc.String) {
			return false
		}
	}
	templates := root.Get("templates")
	if !templates.Is(jsondoc.Array) {
		return false
	}
	for _, t := range templates.Items {
		if !t.Get("usageType").Is(jsondoc.String) || !t.Get("content").Is(jsondoc.String) {
			return false
		}
	}
	return true
}

// acceptsTypes checks what differs between releases: risk check, host, usage types.
func (r Release) acceptsTypes(root *jsondoc.Value, c Config) bool {
	if risk := root.Get("disableRiskCheck"); r.RiskCheck && risk != nil && risk.Kind != jsondoc.Bool {
		return false
	}
	if host := root.Get("host"); r.Host && host != nil && (host.Kind != jsondoc.String || !ValidHost(host.Text)) {
		return false
	}
	return len(r.Missing(c)) == 0
}

// Missing returns the usage types that this release demands and c lacks, in the
// order in which the guard names them.
func (r Release) Missing(c Config) []UsageType {
	var missing []UsageType
	for _, u := range r.Required {
		if !slices.ContainsFunc(c.Templates, func(t Template) bool { return t.UsageType == u }) {
			missing = append(missing, u)
		}
	}
	return missing
}

// AcceptedBy returns the releases whose guard accepts the document, the newest first.
func (d *Document) AcceptedBy() []Release {
	if !d.wellFormed() {
		return nil
	}
	c := d.Config()
	return slices.DeleteFunc(Releases(), func(r Release) bool { return !r.acceptsTypes(d.Root, c) })
}
