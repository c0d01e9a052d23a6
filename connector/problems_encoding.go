package connector

import (
	"slices"
	"strings"
)

// encoding judges what a message costs for characters that it need not have.
func (c *contentCheck) encoding(body string) {
	if _, ok := measureGSM(body); ok {
		return
	}
	clusters := NonGSMClusters(body)
	plain, ok := inGSM(body, clusters)
	if !ok {
		c.hidden()
		return
	}
	before, after := MeasureText(body), MeasureText(plain)
	severity, extra := Warning, before.Segments-after.Segments
	if extra == 0 {
		severity = Info
	}
	args := Args{"count": len(clusters), "segments": before.Segments, "fewer": after.Segments, "extra": extra}
	// An example that can be seen, where there is one.
	i := max(0, slices.IndexFunc(clusters, func(x NonGSM) bool { return !x.Removable }))
	code := AvoidableUCS2
	args["cluster"], args["replacement"] = shownText(clusters[i].Cluster), shownText(clusters[i].Replacement)
	if clusters[i].Removable {
		code = InvisibleUCS2
		delete(args, "replacement")
		r, _ := decodeWTF8(clusters[i].Cluster)
		args["cluster"] = unicodeName(r)
	}
	// The values of the variables are of ASCII: the cluster is the template's own.
	c.addAt(strings.Index(c.text, clusters[i].Cluster), severity, code, args)
}

// inGSM writes a text with these clusters in GSM-7; false where it is that
// already, cannot be, or would then take more segments.
func inGSM(text string, clusters []NonGSM) (string, bool) {
	var b strings.Builder
	done := 0
	for _, x := range clusters {
		if x.Replacement == "" && !x.Removable {
			return "", false
		}
		b.WriteString(text[done:x.Offset] + x.Replacement)
		done = x.Offset + len(x.Cluster)
	}
	b.WriteString(text[done:])
	after := MeasureText(b.String())
	ok := len(clusters) > 0 && after.Encoding == GSM7 && after.Segments <= MeasureText(text).Segments
	return b.String(), ok
}
