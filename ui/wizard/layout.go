package wizard

// layout is how the terminal is divided. All sizes are in cells.
type layout struct {
	width, height         int
	rail, panel           int // widths, borders included; 0: not shown
	bodyWidth, bodyHeight int
	roomy                 bool // blank lines around the body
}

// The smallest terminal in which the walk is usable.
const (
	minWidth  = 36
	minHeight = 12
)

// newLayout divides a terminal: a rail from 72 columns, help beside the body
// from 132, blank lines from 18 rows.
func newLayout(width, height int) layout {
	l := layout{width: width, height: height, roomy: height >= 18}
	if width >= 72 {
		l.rail = 25
	}
	if width >= 132 {
		l.panel = 38
	}
	l.bodyWidth = min(width-2, 96)
	if l.rail > 0 {
		l.bodyWidth = min(width-l.rail-l.panel-2, 96) // a blank on either side
	}
	l.bodyHeight = height - 3 // the header, the keys, the notice
	if l.roomy {
		l.bodyHeight--
	}
	if l.rail == 0 {
		l.bodyHeight-- // the progress line
	}
	// Nothing is drawn in so small a terminal, but the steps are told its size.
	l.bodyWidth, l.bodyHeight = max(l.bodyWidth, 1), max(l.bodyHeight, 1)
	return l
}

// tooSmall reports whether nothing sensible fits.
func (l layout) tooSmall() bool { return l.width < minWidth || l.height < minHeight }
