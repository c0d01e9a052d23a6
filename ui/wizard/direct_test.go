package wizard

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// direct drives a Model without a terminal, in a synctest bubble: its commands
// run, and their messages come back one at a time.
type direct struct {
	t    *testing.T
	m    *Model
	msgs chan tea.Msg
	held []tea.Cmd // not started yet, where hold is set
	hold bool

	mu     sync.Mutex
	events []string // what left the program: "quit", "suspend"
}

// newDirect starts a wizard of 80×24.
func newDirect(t *testing.T, o Options) *direct {
	d := &direct{t: t, m: New(o), msgs: make(chan tea.Msg, 1000)}
	d.run(d.m.Init())
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.settle()
	return d
}

func (d *direct) model() *Model { return d.m }

// send gives a message to the Model, and starts what it asks for.
func (d *direct) send(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.run(cmd)
}

// run runs a command, or keeps it for later.
func (d *direct) run(cmd tea.Cmd) {
	switch {
	case cmd == nil:
	case d.hold:
		d.held = append(d.held, cmd)
	default:
		go func() { d.take(cmd()) }()
	}
}

// take brings in what a command returned.
func (d *direct) take(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			if cmd != nil {
				go func() { d.take(cmd()) }()
			}
		}
	case tea.QuitMsg:
		d.note("quit")
	case tea.SuspendMsg:
		d.note("suspend")
	default:
		if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
			for i := range v.Len() { // tea.Sequence
				if cmd := v.Index(i).Interface().(tea.Cmd); cmd != nil {
					d.take(cmd())
				}
			}
			return
		}
		d.msgs <- msg
	}
}

func (d *direct) note(event string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.events = append(d.events, event)
}

// happened reports whether something left the program.
func (d *direct) happened(event string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, e := range d.events {
		if e == event {
			return true
		}
	}
	return false
}

// settle handles all messages that come without time passing.
func (d *direct) settle() {
	for {
		synctest.Wait()
		select {
		case msg := <-d.msgs:
			d.send(msg)
		default:
			return
		}
	}
}

// release starts the commands that were held back.
func (d *direct) release() {
	d.hold = false
	held := d.held
	d.held = nil
	for _, cmd := range held {
		d.run(cmd)
	}
	d.settle()
}

// wait lets time pass in steps as small as a spinner's.
func (d *direct) wait(span time.Duration) {
	for end := time.Now().Add(span); time.Now().Before(end); {
		time.Sleep(min(20*time.Millisecond, time.Until(end)))
		d.settle()
	}
}

func (d *direct) key(name string) {
	d.send(keyPress(name))
	d.settle()
}

func (d *direct) keys(names ...string) {
	for _, name := range names {
		d.key(name)
	}
}

func (d *direct) text(s string) {
	for _, r := range s {
		d.send(keyPress(string(r)))
	}
	d.settle()
}

func (d *direct) paste(s string) {
	d.send(tea.PasteMsg{Content: s})
	d.settle()
}

func (d *direct) resize(width, height int) {
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	d.settle()
}

// do does what a scene does, screens apart.
func (d *direct) do(actions ...action) {
	for _, a := range actions {
		if a.do != nil {
			a.do(d)
		}
	}
}

// screen is the plain text of what is shown.
func (d *direct) screen() string { return plain(d.m) }

// drawn is what is shown, with its colours.
func (d *direct) drawn() string { return stopped(d.m.View().Content) }

// plain is the text of what a model shows, without blanks at the ends of lines.
func plain(m *Model) string {
	lines := strings.Split(ansi.Strip(m.View().Content), "\n")
	for i, line := range lines {
		lines[i] = stopped(strings.TrimRight(line, " "))
	}
	return strings.Join(lines, "\n")
}

// seen reports whether a text is on the screen, however it was wrapped.
func (d *direct) seen(text string) bool {
	body := ansi.Strip(d.m.body().text)
	return strings.Contains(squeezed(body), squeezed(text)) || strings.Contains(squeezed(d.screen()), squeezed(text))
}

// shows fails the test unless a text is on the screen.
func (d *direct) shows(text string) {
	d.t.Helper()
	if !d.seen(text) {
		d.t.Fatalf("%q is not shown:\n%s", text, d.screen())
	}
}

// hides fails the test if a text is on the screen.
func (d *direct) hides(text string) {
	d.t.Helper()
	if d.seen(text) {
		d.t.Fatalf("%q is shown:\n%s", text, d.screen())
	}
}

// squeezed is a text without blanks, line ends and the lines of frames.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r >= 0x2500 && r <= 0x257f {
			return -1
		}
		return r
	}, s)
}

// close ends what is under way.
func (d *direct) close() {
	d.m.endVisit()
	time.Sleep(10 * time.Minute)
	synctest.Wait()
}

// driven runs a test of a wizard in a bubble.
func driven(t *testing.T, o Options, test func(*testing.T, *direct)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		d := newDirect(t, o)
		defer d.close()
		test(t, d)
	})
}
