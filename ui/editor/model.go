package editor

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Model is an editor. Its zero value is of no use: see [New].
type Model struct {
	// Keys are the keys it takes.
	Keys KeyMap
	// Limit is how many bytes the text may have: what would make it longer is cut.
	// 0 is no limit.
	Limit int
	// Marks says, for a text, how its parts are drawn. It is called once a change,
	// before something is drawn. It may be nil, and [Model.Refresh] has it called anew.
	Marks func(text string) []Mark
	// Words are the words that the cursor goes by in Chinese.
	Words Words

	text          *text
	cursor        int // the cluster that it stands before
	goal          int // the column that it keeps while it goes up and down, -1 for its own
	width, height int

	history history
	killed  string // what ctrl+y puts in
	killing bool   // the last key took something away for it

	marking marking
	layout  layout
	top     int    // the first row in sight
	current bool   // the rows are those of the text
	drawn   string // the view, "" where something changed
	from    int    // the row that it begins with
}

// New is an empty editor of 80 by 24 cells, with the keys of readline and the
// Chinese words of messages.
func New() *Model {
	return &Model{Keys: DefaultKeys(), Words: ChineseWords(), text: newText(""), width: 80, height: 24, goal: -1}
}

// Value is the text.
func (m *Model) Value() string { return m.text.s }

// SetValue takes a text as it is, with the cursor at its end. Nothing that was
// done before can be undone.
func (m *Model) SetValue(s string) {
	m.text = newText(s)
	m.cursor, m.goal, m.top = m.text.len(), -1, 0
	m.history = history{}
	m.killing = false
	m.Refresh()
}

// SetSize gives the editor so many cells in so many rows. It draws in no fewer
// than two cells and one row.
func (m *Model) SetSize(width, height int) {
	m.width, m.height = max(width, 2), max(height, 1)
	m.goal = -1
	m.Refresh()
}

// Refresh asks for the marks anew, and draws them.
func (m *Model) Refresh() { m.current, m.drawn = false, "" }

// arrange breaks the text into rows, once a change, and brings the cursor into sight.
func (m *Model) arrange() {
	if !m.current {
		var marks []Mark
		if m.Marks != nil {
			marks = m.Marks(m.text.s)
		}
		m.marking.set(m.text, marks)
		m.layout.width = m.width
		m.layout.fill(m.text, m.width, m.cells)
		m.current = true
	}
	row := m.layout.row(m.cursor)
	m.top = min(m.top, row, max(len(m.layout.rows)-m.height, 0))
	m.top = max(m.top, row-m.height+1)
}

// cells is the width of a cluster, with what is drawn before it.
func (m *Model) cells(i int) int {
	_, _, lead := m.lead(i)
	return lead + min(m.text.clusters[i].cells, m.layout.limit())
}

// lead is what is drawn before a cluster, where the row has room for both.
func (m *Model) lead(i int) (lead string, look Look, cells int) {
	lead, look, cells = m.marking.leadOf(i)
	if cells+m.text.clusters[i].cells > m.layout.limit() {
		return "", Look{}, 0
	}
	return lead, look, cells
}

// column is how far from its row's beginning a cluster stands.
func (m *Model) column(i int) int {
	x := 0
	for c := m.layout.rows[m.layout.row(i)]; c < i; c++ {
		x += m.cells(c)
	}
	if i < m.text.len() {
		_, _, lead := m.lead(i)
		x += lead
	}
	return x
}

// Cursor is where the terminal's cursor belongs, counted from the upper left cell
// of the view.
func (m *Model) Cursor() *tea.Cursor {
	m.arrange()
	return tea.NewCursor(m.column(m.cursor), m.layout.row(m.cursor)-m.top)
}

// Hidden is how many rows there are above and below those in sight.
func (m *Model) Hidden() (above, below int) {
	m.arrange()
	return m.top, max(len(m.layout.rows)-m.top-m.height, 0)
}

// View draws the rows in sight, filled up with blanks to the size of the editor.
func (m *Model) View() string {
	m.arrange()
	if m.drawn != "" && m.from == m.top {
		return m.drawn
	}
	var b strings.Builder
	for y := range m.height {
		if y > 0 {
			b.WriteByte('\n')
		}
		used := 0
		if row := m.top + y; row < len(m.layout.rows) {
			used = m.drawRow(&b, m.layout.rows[row], m.layout.end(row, m.text.len()))
		}
		for ; used < m.width; used++ {
			b.WriteByte(' ')
		}
	}
	m.drawn, m.from = b.String(), m.top
	return m.drawn
}

// drawRow draws the clusters from first to end, and says how many cells they take.
func (m *Model) drawRow(b *strings.Builder, first, end int) int {
	var now Look
	wear := func(look Look) {
		if look != now {
			b.WriteString(now.close)
			b.WriteString(look.open)
			now = look
		}
	}
	used := 0
	for i := first; i < end; i++ {
		if lead, look, cells := m.lead(i); cells > 0 {
			wear(look)
			b.WriteString(lead)
			used += cells
		}
		c := m.text.clusters[i]
		look, _ := m.marking.lookOf(i)
		wear(look)
		shown, cells := glyph(m.text.cluster(i), c.kind), c.cells
		if cells > m.layout.limit() {
			shown, cells = ansi.Truncate(tooWide, m.layout.limit(), ""), 1
		}
		b.WriteString(shown)
		used += cells
	}
	wear(Look{})
	return used
}
