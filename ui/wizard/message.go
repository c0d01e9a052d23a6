package wizard

import (
	"slices"
	"strings"

	"logto-twilio/connector"
)

// usage says when a message of a type is sent.
func (s *session) usage(u connector.UsageType) string {
	if !slices.Contains(connector.UsageTypes(), u) {
		return s.tr.T("usage.other")
	}
	return s.tr.T("usage." + strings.ToLower(string(u)))
}

// bubble is a message as a phone shows it, and of a long one no more than the
// screen holds: it is drawn anew at every key.
func (s *session) bubble(body string) string {
	width := min(s.width-2, 46)
	lines := strings.Split(wrap(connector.CleanText(body, s.height*width), width-4), "\n")
	if len(lines) > s.height {
		lines = lines[:s.height]
	}
	return s.styles.Bubble.Render(strings.Join(lines, "\n"))
}

// costly names the characters because of which a message is UCS-2, "" where
// there are none or most are.
func (s *session) costly(body string) string {
	var found []string
	for _, c := range connector.NonGSMClusters(body) {
		if shown := connector.CleanLine(c.Cluster, 4); shown != "" && !slices.Contains(found, shown) {
			found = append(found, shown)
		}
		if len(found) > 8 {
			return ""
		}
	}
	return strings.Join(found, " ")
}
