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
	clusters, ok := avoidable(body)
	if !ok {
		c.hidden()
		return
	}
	plain := inGSM(body, clusters)
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

// avoidable are the clusters that make a text UCS-2; false where there are none, or one
// that nothing in GSM-7 reads like.
func avoidable(text string) ([]sms.NonGSM, bool) {
	var all []sms.NonGSM
	for x := range sms.EachNonGSM(text) {
		if x.Replacement == "" && !x.Removable {
			return nil, false
		}
		all = append(all, x)
	}
	return all, len(all) > 0
}

// inGSM writes a text with the replacements of these clusters.
func inGSM(text string, clusters []sms.NonGSM) string {
	var b strings.Builder
	done := 0
	for _, x := range clusters {
		b.WriteString(text[done:x.Offset])
		b.WriteString(x.Replacement)
		done = x.Offset + len(x.Cluster)
	}
	b.WriteString(text[done:])
	return b.String()
}
