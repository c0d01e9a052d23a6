package plain

import (
	"cmp"
	"slices"
	"strings"

	"logto-twilio/ui/walk"
)

// row is one of the things that can be chosen.
type row struct {
	label string
	name  string // the label in short, "" where that is short enough
	find  string // what a search looks into besides
	said  bool   // it stands above already
}

// list is a question that is answered by one of several rows.
type list struct {
	label string // over the rows, "" where it was said already
	rows  []row  // may be many: they come in pages, and can be searched
	more  []row  // what else can be done, with every page
	usual int    // of rows, then more: what an empty answer takes, -1 for nothing
	words map[string]int

	shown []int // the rows that a search left
	next  int   // in shown: where the next page begins
}

// choose asks for one of a few choices, of which the first is the usual one.
func (s *session) choose(label string, choices []walk.Choice) (string, error) {
	l := &list{label: label}
	for _, c := range choices {
		l.more = append(l.more, row{label: c.Label})
	}
	i, err := s.pick(l)
	if err != nil {
		return "", err
	}
	return choices[i].Value, nil
}

// confirm asks for a yes or a no.
func (s *session) confirm(label, why, yes, no string, usual bool) (bool, error) {
	l := &list{label: label, more: []row{{label: yes}, {label: no}}, usual: 1,
		words: map[string]int{"y": 0, "yes": 0, "是": 0, "n": 1, "no": 1, "否": 1}}
	if usual {
		l.usual = 0
	}
	if why != "" {
		l.label += "\n" + why
	}
	i, err := s.pick(l)
	return i == 0, err
}

// pick asks for a row and returns its number: of l.rows, then of l.more, from 0.
func (s *session) pick(l *list) (int, error) {
	if l.label != "" {
		s.say("", l.label)
	}
	l.show()
	s.page(l)
	for {
		given, err := s.ask(s.promptFor(l), false)
		if err != nil {
			return 0, err
		}
		given = strings.TrimSpace(given)
		switch {
		case given == "" && l.usual >= 0:
			return l.usual, nil
		case given == "":
			s.say(s.tr.T("plain.no-usual"))
		case strings.HasPrefix(given, "/") && len(l.rows) > 0:
			s.search(l, given[1:])
		case l.next < len(l.shown) && isMore(given):
			s.page(l)
		default:
			i := s.find(l, given)
			if i >= 0 {
				return i, nil
			}
		}
	}
}

// isMore reports whether an answer asks for the next page.
func isMore(given string) bool {
	return slices.Contains([]string{"more", "更多"}, strings.ToLower(given))
}

// promptFor names what an empty answer takes.
func (s *session) promptFor(l *list) string {
	if l.usual < 0 {
		return s.tr.T("plain.choose")
	}
	usual := l.row(l.usual)
	return s.tr.T("plain.choose-default", "n", l.usual+1, "default", cmp.Or(usual.name, usual.label))
}

func (l *list) row(i int) row {
	if i < len(l.rows) {
		return l.rows[i]
	}
	return l.more[i-len(l.rows)]
}

// show begins with all rows.
func (l *list) show() {
	l.shown, l.next = make([]int, len(l.rows)), 0
	for i := range l.shown {
		l.shown[i] = i
	}
}

// page says the next rows, as many as can be seen at once, then what else can be
// done. A number is that of the row in the whole list, whatever a search left.
func (s *session) page(l *list) {
	const around = 4 // the lines before and after
	_, height := s.size()
	room := max(height-len(l.more)-around, 5)
	from := l.next
	l.next = min(from+room, len(l.shown))
	for _, i := range l.shown[from:l.next] {
		s.sayRow(i, l.rows[i])
	}
	if len(l.shown) > room {
		key := "plain.page"
		if l.next == len(l.shown) {
			key = "plain.last-page"
		}
		s.say(s.tr.T(key, "from", from+1, "to", l.next, "of", len(l.shown)))
	}
	for i, r := range l.more {
		if !r.said {
			s.sayRow(len(l.rows)+i, r)
		}
	}
}

func (s *session) sayRow(i int, r row) {
	s.say(s.tr.T("plain.row", "n", i+1, "label", r.label))
}
