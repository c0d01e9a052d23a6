package connector

import (
	"slices"
	"strings"

	"logto-twilio/connector/char"
	"logto-twilio/connector/problem"
	"logto-twilio/connector/sms"
)

// encoding judges what a message costs for characters that it need not have.
func (c *contentCheck) encoding(body string) {
	if _, ok := sms.MeasureGSM(body); ok {
		return
	}
	clusters := sms.NonGSMClusters(body)
	plain, ok := inGSM(body, clusters)
	if !ok {
		c.hidden()
		return
	}
	before, after := sms.MeasureText(body), sms.MeasureText(plain)
	if after.Encoding != sms.GSM7 || after.Segments > before.Segments {
		c.hidden()
		return
	}
	severity, extra := problem.Warning, before.Segments-after.Segments
	if extra == 0 {
		severity = problem.Info
	}
	args := problem.Args{"count": len(clusters), "segments": before.Segments, "fewer": after.Segments, "extra": extra}
	// An example that can be seen, where there is one.
	i := max(0, slices.IndexFunc(clusters, func(x sms.NonGSM) bool { return !x.Removable }))
	code := problem.AvoidableUCS2
	args["cluster"], args["replacement"] = shownText(clusters[i].Cluster), shownText(clusters[i].Replacement)
	if clusters[i].Removable {
		code = problem.InvisibleUCS2
		delete(args, "replacement")
		r, _ := char.DecodeWTF8(clusters[i].Cluster)
		args["cluster"] = char.Name(r)
	}
	// The values of the variables are of ASCII: the cluster is the template's own.
	c.addAt(strings.Index(c.text, clusters[i].Cluster), severity, code, args)
}

// inGSM writes a text without these clusters; false where there are none, or one
// that nothing in GSM-7 reads like.
func inGSM(text string, clusters []sms.NonGSM) (string, bool) {
	var b strings.Builder
	done := 0
	for _, x := range clusters {
		if x.Replacement == "" && !x.Removable {
			return "", false
		}
		b.WriteString(text[done:x.Offset])
		b.WriteString(x.Replacement)
		done = x.Offset + len(x.Cluster)
	}
	b.WriteString(text[done:])
	return b.String(), len(clusters) > 0
}
