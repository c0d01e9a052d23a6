package cli

import (
	"fmt"
	"strings"

	"logto-twilio/connector/logto"
	"logto-twilio/ui/lines"
	"logto-twilio/ui/walk"
)

// signs mark a change as differences do.
var signs = map[logto.ChangeKind]string{logto.Added: "+", logto.Removed: "-", logto.Altered: "~", logto.Moved: "~"}

// showLines says lines about a plan, changes with their signs.
func (a *app) showLines(plan []walk.PlanLine) {
	for _, l := range plan {
		if l.Change == "" {
			a.tell(l.Text)
			continue
		}
		rows := []string{l.Text} // nothing of a change is left out, not even a blank where a line ends
		if width := a.ErrWidth; width > 0 {
			rows = lines.Exact(l.Text, min(width, helpWidth)-2*len(margin))
		}
		fmt.Fprintf(a.Err, "%s%s %s\n", margin, signs[l.Change], strings.Join(rows, "\n"+margin+margin))
	}
}
